"""Between the attendance tab and the desk: marks show at once and are stored in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from jz_training.domain.attendance import PRESENT, AttendeeRole, Mark
from jz_training.domain.attendance_sheet import AttendanceSheet
from jz_training.domain.gates import Gate
from jz_training.domain.training import TrainingView
from jz_training.errors import JzError, NotFound
from jz_training.ui import kinds
from jz_training.ui.attendance.attendance_book import AttendanceBook
from jz_training.ui.attendance.attendance_layout import PaperPage, expected_pages, paper_pages
from jz_training.ui.attendance.marking_gate import MarkingGate
from jz_training.ui.context import Context

if TYPE_CHECKING:
    from jz_training.domain.pinyin import PinyinTable
    from jz_training.services.desk import Desk

_KINDS = (kinds.ATTENDANCE,)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceData:
    """What the tab shows of a training: the list and the order of its paper."""

    training: TrainingView
    sheet: AttendanceSheet
    pages: tuple[PaperPage, ...]
    gate: Gate


class AttendanceKeeper(QObject):
    """Holds the rows of one training on behalf of the tab.

    Signals: loaded(AttendanceData): another state of the list came from the desk; moved(): marks
    changed; saved(): marks reached the desk.
    """

    loaded = Signal(object)
    moved = Signal()
    saved = Signal()

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._training_id: UUID | None = None
        self._gate = MarkingGate(ctx)
        self.data: AttendanceData | None = None
        self.book = AttendanceBook()
        self.pinyin: PinyinTable | None = None

    @property
    def training_id(self) -> UUID | None:
        """Return the training whose list it is."""
        return self._training_id

    def open(self, training_id: UUID) -> None:
        """Show another training, or the same one again."""
        if training_id != self._training_id:
            self._training_id = training_id
            self.book.forget()
        self._read_pinyin()
        self.reload()

    def reload(self) -> None:
        """Read the list again; marks asked for meanwhile stay on top."""
        training_id = self._training_id
        if training_id is None:
            return
        holds = self.book.newest
        desk = self._ctx.desk
        self._ctx.work.read(
            lambda: read_attendance(desk, training_id),
            lambda data: self._show(data, holds),
            owner=self,
            key="list",
        )

    # --- marking -------------------------------------------------------------------------------

    def choose_part(self, part_id: UUID | None) -> None:
        """Show and mark one part of the training, or the whole."""
        self.book.choose(part_id)
        self.moved.emit()

    def may_mark(self) -> bool:
        """Tell whether marks may be recorded, asking where the training is far away."""
        return self._gate.lets_pass()

    def mark(self, marks: Mapping[int, Mark]) -> bool:
        """Record marks by number: on the screen now, at the desk in their turn.

        False when the secretary says that this is not the training that was meant.
        """
        marks = {n: mark for n, mark in marks.items() if self._differs(n, mark)}
        training_id, desk = self._training_id, self._ctx.desk
        if not marks or training_id is None:
            return True
        if not self._gate.lets_pass():
            return False
        ticket, part_id = self.book.put(marks), self.book.part_id
        self.moved.emit()
        self._ctx.work.change(
            lambda: desk.attendance.mark(training_id, marks, part_id=part_id),
            lambda _: self._note_saved(training_id),
            owner=self,
            kinds=_KINDS,
            failed=lambda error: self._take_back(ticket),
        )
        return True

    def mark_rest(self, mark: Mark = PRESENT) -> int:
        """Give everybody who is not recorded yet one mark; return how many there are.

        -1 when the secretary says that this is not the training that was meant.
        """
        rest = self.book.rest()
        training_id, desk = self._training_id, self._ctx.desk
        if not rest or training_id is None:
            return 0
        if not self._gate.lets_pass():
            return -1
        ticket, part_id = self.book.put_rest(mark), self.book.part_id
        self.moved.emit()
        self._ctx.work.change(
            lambda: desk.attendance.mark_rest(training_id, mark, part_id=part_id),
            lambda _: self._note_saved(training_id),
            owner=self,
            kinds=_KINDS,
            failed=lambda error: self._take_back(ticket),
        )
        return len(rest)

    def _differs(self, number: int, mark: Mark) -> bool:
        row = self.book.rows.get(number)
        return row is not None and row.mark != mark

    def _take_back(self, ticket: int) -> bool:
        """Show what is really stored; the window says what went wrong."""
        self.book.drop(ticket)
        self.moved.emit()
        self.reload()
        return False

    def _note_saved(self, training_id: UUID) -> None:
        if training_id == self._training_id:
            self.saved.emit()

    # --- who is not on the list ----------------------------------------------------------------

    def add_other(
        self, *, name: str, unit: str, role: AttendeeRole, failed: Callable[[JzError], bool]
    ) -> None:
        """Enter somebody who came without being on the list; `failed` may take a refusal."""
        training_id, desk, part_id = self._training_id, self._ctx.desk, self.book.part_id
        if training_id is None or not self._gate.lets_pass():
            return
        self._ctx.work.change(
            lambda: desk.attendance.add_walk_in(
                training_id, name=name, unit=unit, role=role, part_id=part_id
            ),
            lambda _: self._note_saved(training_id),
            owner=self,
            kinds=_KINDS,
            failed=failed,
        )

    def remove_other(self, number: int) -> None:
        """Remove somebody who was not on the list; 撤销 is offered."""
        training_id, desk = self._training_id, self._ctx.desk
        row = self.book.rows.get(number)
        if row is None or training_id is None:
            return
        self._ctx.work.change(
            lambda: desk.attendance.remove_other(training_id, row.id),
            lambda _: self._ctx.toast(f"已移除 {row.name}。", undo=True),
            owner=self,
            kinds=_KINDS,
        )

    # --- reading -------------------------------------------------------------------------------

    def _show(self, data: AttendanceData, holds: int) -> None:
        if data.training.id == self._training_id:
            self.data = data
            self._gate.show(data.gate)
            self.book.show(data.sheet, holds=holds)
            self.loaded.emit(data)

    def _read_pinyin(self) -> None:
        if self.pinyin is None:
            self._ctx.work.read(_pinyin_table, self._take_pinyin, owner=self, key="pinyin")

    def _take_pinyin(self, table: PinyinTable) -> None:
        self.pinyin = table


def read_attendance(desk: Desk, training_id: UUID) -> AttendanceData:
    """Read a list with the order of the newest printed sheets, or of the one to be printed."""
    training = desk.trainings.get(training_id)
    sheet = desk.attendance.sheet(training_id)
    numbers = [row.number for row in sheet.expected]
    try:
        geometry = desk.sheets.on_paper(training_id)
        pages = paper_pages(geometry, numbers)
    except NotFound:
        pages = expected_pages(sheet, desk.sheets.options())
    gate = desk.gates.gate(training_id)
    return AttendanceData(training=training, sheet=sheet, pages=pages, gate=gate)


def _pinyin_table() -> PinyinTable:
    from jz_training.services.name_order import pinyin_table

    return pinyin_table()
