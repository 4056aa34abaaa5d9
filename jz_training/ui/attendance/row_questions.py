"""What must be asked before one row is marked: which status, how many minutes, who stood in."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from jz_training.domain.attendance import AttendanceStatus, Mark
from jz_training.domain.mark_command import MOST_MINUTES
from jz_training.labels import STATUSES
from jz_training.ui.attendance.attendance_keeper import AttendanceKeeper
from jz_training.ui.attendance.status_menu import StatusMenu
from jz_training.ui.context import Context
from jz_training.ui.leaves.leave_acts import enter_leave


class RowQuestions:
    """Asks and hands the answer to the keeper of the list."""

    def __init__(self, ctx: Context, parent: QWidget, keeper: AttendanceKeeper) -> None:
        self._ctx = ctx
        self._parent = parent
        self._keeper = keeper

    def open_menu(self, number: int, at: QPoint) -> None:
        """Offer every status of a row; the letters in the menu choose as well."""
        keeper = self._keeper
        menu = StatusMenu(keeper.book.rows[number], self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(lambda mark: keeper.mark({number: mark}))
        menu.minutes_asked.connect(lambda status: self.ask_minutes(number, status))
        menu.stand_in_asked.connect(lambda: self.ask_stand_in(number))
        menu.remove_asked.connect(lambda: keeper.remove_other(number))
        row = keeper.book.rows[number]
        if row.person_id is not None and row.mark.status is AttendanceStatus.UNRECORDED:
            menu.addSeparator()
            menu.addAction("登记请假条…", lambda: self.enter_leave(number))
        menu.popup(at)

    def enter_leave(self, number: int) -> None:
        """Open the dialog of a leave for a row: who approved it, and the slip."""
        person_id, training_id = self._keeper.book.rows[number].person_id, self._keeper.training_id
        enter_leave(self._ctx, self._parent, person_id=person_id, training_id=training_id)

    def ask_minutes(self, number: int, status: AttendanceStatus) -> None:
        """Ask how many minutes somebody was late or left early."""
        row = self._keeper.book.rows[number]
        sentence = f"{row.number} 号 {row.name} {STATUSES[status]}"
        text = self._ctx.ask.text(sentence, label="分钟", verb="登记")
        if text is None:
            return
        if text.isdecimal() and 1 <= int(text[:6]) <= MOST_MINUTES:
            self._keeper.mark({number: Mark(status=status, minutes=int(text))})
        else:
            self._ctx.ask.tell(f"没有登记：分钟数应在 1 到 {MOST_MINUTES} 之间。")

    def ask_stand_in(self, number: int) -> None:
        """Ask who came in somebody's place (代会)."""
        row = self._keeper.book.rows[number]
        name = self._ctx.ask.text(
            f"谁代 {row.number} 号 {row.name} 参会",
            label="代会人姓名",
            verb="登记",
            value=row.mark.stand_in,
        )
        if name is not None:
            mark = Mark(status=AttendanceStatus.PRESENT, stand_in=name)
            self._keeper.mark({number: mark})
