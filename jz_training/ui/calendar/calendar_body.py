"""The card of the calendar: month, week and list, one of them shown, and a line of help below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from jz_training.domain.calendar_entry import CalendarEntry
from jz_training.domain.working_calendar import WorkingCalendar
from jz_training.ui.calendar.calendar_columns import list_columns
from jz_training.ui.calendar.calendar_span import View
from jz_training.ui.calendar.days_board import DaysBoard
from jz_training.ui.calendar.days_view import CalendarDays
from jz_training.ui.calendar.month_view import MonthView
from jz_training.ui.calendar.week_view import WeekView
from jz_training.ui.context import Context
from jz_training.ui.style.text import ElidedLabel, button
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Table

_HELP = {
    View.MONTH: "方向键换日，Ctrl+↑↓ 选场次，Shift+方向键移动，回车打开或新建，"
    "空格看当天全部场次。",
    View.WEEK: "方向键换时间，Ctrl+↑↓ 选场次，Shift+方向键移动，Ctrl+Shift+↑↓ 改结束时间，"
    "回车打开或新建。",
    View.LIST: "回车打开，Shift+←→ 把所选场次移动一天。",
}


class CalendarBody(Card):
    """The three views over the same trainings.

    Signals: turned(int) from the list's arrow keys; import_asked() when a year has no holidays.
    """

    turned = Signal(int)
    import_asked = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__(padding=8)
        self._ctx = ctx
        self._working = WorkingCalendar()
        self.month, self.week = MonthView(), WeekView()
        self.list: Table[CalendarEntry] = Table(
            "calendar_list",
            list_columns(ctx.desk.now, lambda: self._working),
            label="场次列表",
            memory=ctx.memory,
        )
        self._view = View.MONTH
        self._stack = QStackedWidget()
        for widget in (self.month, self.week, self.list):
            self._stack.addWidget(widget)
        self.add(self._stack, 1)
        self._make_foot()
        self._turn_by("Left", -1)
        self._turn_by("Right", 1)

    @property
    def boards(self) -> tuple[DaysBoard, ...]:
        """Return the two views that are drawn."""
        return self.month, self.week

    @property
    def board(self) -> DaysBoard | None:
        """Return the drawn view that is shown; None for the list."""
        return {View.MONTH: self.month, View.WEEK: self.week}.get(self._view)

    def show_view(self, view: View) -> None:
        """Bring one of the views to the front."""
        had_focus = any(one.hasFocus() for one in (*self.boards, self.list.view))
        self._view = view
        self._stack.setCurrentIndex(list(View).index(view))
        self._help.setText(_HELP[view])
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard into the view that is shown."""
        (self.board or self.list).setFocus()

    def show_days(self, shown: CalendarDays, unknown: Sequence[int]) -> None:
        """Show trainings in the view in front; `unknown` are years without holidays."""
        self._working = shown.working
        board = self.board
        if board is not None:
            board.show_days(shown)
        else:
            self.list.show_rows(shown.entries, [entry.id for entry in shown.entries])
        years = "、".join(map(str, unknown))
        self.unknown.setText(f"{years}年节假日安排未导入" if unknown else "")
        self.unknown.setVisible(bool(unknown))

    def selected(self) -> CalendarEntry | None:
        """Return the training that is chosen in the view in front."""
        board = self.board
        return board.selected if board is not None else self.list.current_row()

    def _make_foot(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.setSpacing(12)
        self._help = ElidedLabel(_HELP[View.MONTH], "small")
        self.unknown = button("", "link", tip="到设置里导入")
        self.unknown.hide()
        self.unknown.clicked.connect(lambda: self.import_asked.emit())
        foot.addWidget(self._help, 1)
        foot.addWidget(self.unknown)
        self.add(foot)

    def _turn_by(self, keys: str, by: int) -> None:
        """Let an arrow turn the months of the list, whose cells need no arrows sideways."""
        shortcut = QShortcut(QKeySequence(keys), self.list.view)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(lambda: self.turned.emit(by))
