"""The tab 考勤: the paper on the screen, a command line, and everything saved as one goes."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from jz_training.domain.attendance import PRESENT, AttendeeRole, Mark
from jz_training.domain.training import TrainingState
from jz_training.errors import JzError
from jz_training.ui.attendance.attendance_board import AttendanceBoard
from jz_training.ui.attendance.attendance_command import NOTHING, CommandReading, read_command
from jz_training.ui.attendance.attendance_foot import AttendanceFoot
from jz_training.ui.attendance.attendance_keeper import AttendanceData, AttendanceKeeper
from jz_training.ui.attendance.attendance_keys import key_words
from jz_training.ui.attendance.command_panel import CommandPanel
from jz_training.ui.attendance.others_panel import OthersPanel
from jz_training.ui.attendance.part_line import PartLine
from jz_training.ui.attendance.row_questions import RowQuestions
from jz_training.ui.context import Context
from jz_training.ui.rollcall.roll_call_window import RollCallWindow
from jz_training.ui.trainings.training_tab import TrainingTab
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.empty_state import EmptyState
from jz_training.ui.widgets.file_drop import take_file


class AttendanceTab(TrainingTab):
    """Shows and takes attendance of one training.

    `panel` is the command line; the page puts it beside the figures.

    Signals: tally_moved(Tally) as soon as a figure changes; list_wanted(): there is no list yet;
    reopen_wanted(): something was to be marked on a closed training.
    """

    tally_moved = Signal(object)
    list_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._reading: CommandReading = NOTHING
        self._step = 0
        self._training_id: UUID | None = None
        self._state = TrainingState.PLANNED
        self.keeper = AttendanceKeeper(ctx, self)
        self.panel = CommandPanel()
        self.part_line = PartLine()
        self.board = AttendanceBoard()
        self.others = OthersPanel(ctx)
        self.questions = RowQuestions(ctx, self, self.keeper)
        self.foot = AttendanceFoot(self)
        self._lay_out()
        self._connect()

    def show_training(self, training_id: UUID) -> None:
        """Show the list of a training."""
        self.foot.show_saved("")
        self.others.hide()
        self.panel.field.clear()
        self._training_id = training_id
        self.keeper.open(training_id)

    def refresh(self) -> None:
        """Read the list again."""
        self.keeper.reload()

    def focus_command(self, typed: str = "") -> None:
        """Put the cursor into the command line, going on with what was typed."""
        self.panel.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self.panel.field.setText(typed)
        elif self.board.editable:
            self._read(self.panel.field.text())  # the words below were those of the row

    # --- construction --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        paper = Card(padding=16)
        paper.body.setContentsMargins(16, 4, 16, 8)
        paper.add(self.board, 1)
        self._empty = EmptyState(None, icon="users")
        self._empty.set_words(
            "还没有名单。先确定应到人员，再登记考勤。", verb="去确定名单", act=self.list_wanted.emit
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(paper)
        self._stack.addWidget(self._empty)
        self.others.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.part_line)
        column.addWidget(self._stack, 1)
        column.addWidget(self.others)
        column.addLayout(self.foot)

    def _connect(self) -> None:
        keeper, board, field = self.keeper, self.board, self.panel.field
        keeper.loaded.connect(self._show)
        keeper.moved.connect(self._show_marks)
        keeper.saved.connect(self._note_saved)
        self.part_line.chosen.connect(self._choose_part)
        board.refused.connect(self._refuse)
        field.textChanged.connect(self._read)
        field.entered.connect(self._enter)
        field.rest_asked.connect(self._mark_rest)
        field.stepped.connect(self._step_through)
        board.marked.connect(lambda number, mark: keeper.mark({number: mark}))
        board.rest_asked.connect(self._mark_rest)
        board.drafting.connect(self._explain)
        board.current_changed.connect(lambda _: self._explain(None))
        board.command_wanted.connect(self.focus_command)
        board.menu_asked.connect(self.questions.open_menu)
        board.stand_in_asked.connect(self.questions.ask_stand_in)
        board.remove_asked.connect(keeper.remove_other)
        self.foot.other.clicked.connect(self.others.begin)
        self.foot.roll_call.clicked.connect(self._call_roll)
        self.foot.online.clicked.connect(lambda: self._import_online(None))
        take_file(self, self._import_online)
        self.others.entered.connect(self._add)
        self.others.left.connect(self.focus_command)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, data: AttendanceData) -> None:
        has_list = data.training.list_frozen_at is not None
        editable = has_list and data.training.state is TrainingState.PLANNED
        editable = editable and not self._ctx.desk.read_only
        self._stack.setCurrentIndex(0 if has_list else 1)
        self.board.editable = editable
        self.panel.setVisible(has_list)
        self.panel.set_writable(editable)
        self.foot.show_data(data, editable=editable)
        self._fault_of_state(data.training.state)
        self._state = data.training.state
        book = self.keeper.book
        self.part_line.show_parts(book.parts if has_list else (), book.part_id)
        self.board.show_parts(book.parts if book.place is None else ())
        self.board.show_pages(data.pages, book.rows)
        self._show_marks()

    def _choose_part(self, part_id: UUID | None) -> None:
        """Show another part; the cursor stays where it was, and so does what is typed."""
        self.board.show_parts(self.keeper.book.parts if part_id is None else ())
        self.keeper.choose_part(part_id)
        self._read(self.panel.field.text())
        if not self.board.hasFocus():
            self.focus_command()

    def _refuse(self) -> None:
        if self._state is TrainingState.CLOSED and not self._ctx.desk.read_only:
            self.reopen_wanted.emit()

    def _fault_of_state(self, state: TrainingState) -> None:
        words = {
            TrainingState.CLOSED: "已关闭，考勤不再改动。",
            TrainingState.CANCELLED: "已取消，不登记考勤。",
        }.get(state, "")
        if words or not self.panel.field.text():
            self.panel.say(words)

    def _show_marks(self) -> None:
        self.board.show_rows(self.keeper.book.rows)
        self._show_intent()

    def _show_intent(self) -> None:
        found = self._reading.found[self._step :][:1] or self._reading.found[:1]
        self.board.show_intent(self._reading.marks, found)
        self.tally_moved.emit(self.keeper.book.tally(self._reading.marks))

    def _note_saved(self) -> None:
        self.foot.show_saved(f"{self._ctx.desk.now():%H:%M:%S}")

    def _explain(self, mark: object) -> None:
        if not self.board.hasFocus() or not self.board.editable:
            return
        self.panel.say(key_words(mark if isinstance(mark, Mark) else None))

    # --- the command line ----------------------------------------------------------------------

    def _read(self, text: str) -> None:
        self._reading = read_command(text, self.keeper.book.expected, pinyin=self.keeper.pinyin)
        self._step = 0
        wrong = self._reading.wrong and not self._reading.unfinished
        self.panel.say(self._reading.sentence, wrong=wrong)
        self._show_intent()

    def _enter(self) -> None:
        reading = self._reading
        if reading.wrong:
            self.panel.say(reading.sentence, wrong=True)
        elif reading.marks:
            if self.keeper.mark(reading.marks):
                self.panel.field.clear()
        elif reading.found:
            number = reading.found[self._step]
            self.panel.field.clear()
            self.board.go_to(number)
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_through(self, steps: int) -> None:
        """Go through the persons found; in an empty line the keys lead into the list."""
        found = self._reading.found
        if found:
            self._step = (self._step + steps) % len(found)
            row = self.keeper.book.rows[found[self._step]]
            place = f"{self._step + 1}/{len(found)}"
            self.panel.say(f"回车选中 {row.number} {row.name}（{row.unit}）　{place}")
            self._show_intent()
        elif not self.panel.field.text():
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_rest(self) -> None:
        count = self.keeper.mark_rest(PRESENT)
        if count > 0:
            self._ctx.toast(f"其余 {count} 人已记为到会。", undo=True)
        elif not count:
            self.panel.say("没有未记录的人。")

    def _call_roll(self) -> None:
        """Open the roll call on the whole screen, on the part shown here or the one due."""
        data = self.keeper.data
        if data is not None and self.keeper.may_mark():
            self.part_line.take_due(self._ctx.desk.now())
            self.room = RollCallWindow(self._ctx, self.keeper, self)
            self.room.show_title(data)
            self.room.closed.connect(self._come_back)
            self.room.showFullScreen()

    def _come_back(self) -> None:
        self.activateWindow()
        self.focus_command()

    def _import_online(self, path: Path | None) -> None:
        """Open the import of a meeting's export, with a file that was dropped here."""
        if self.board.editable and self._training_id is not None:
            self._ctx.open_page("meeting_import", training_id=self._training_id, path=path)

    # --- who is not on the list ----------------------------------------------------------------

    def _add(self, name: str, unit: str, role: AttendeeRole) -> None:
        self.keeper.add_other(name=name, unit=unit, role=role, failed=self._refuse_other)

    def _refuse_other(self, error: JzError) -> bool:
        self.others.show_error(str(error))
        return True
