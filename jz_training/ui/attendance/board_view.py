"""The list of a training drawn in the order of its sheet; see `AttendanceBoard` for its keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy

from jz_training.domain.attendance import AttendeeRole, AttendeeRow, Mark
from jz_training.domain.parts import TrainingPart
from jz_training.labels import ROLES, part_marks_words
from jz_training.ui.attendance.attendance_layout import PaperPage
from jz_training.ui.attendance.attendance_painter import BoardPainter, RowState
from jz_training.ui.attendance.attendance_slots import BETWEEN, Slots, lay_out
from jz_training.ui.style.look import the_look, theme
from jz_training.ui.style.text import plain_tip
from jz_training.ui.trainings.training_words import row_badge


class BoardView(QAbstractScrollArea):
    """Rows in paper order, one of them with the cursor, some tinted for what is about to happen."""

    def __init__(self) -> None:
        super().__init__()
        self._draw = BoardPainter()
        self._rows: Mapping[int, AttendeeRow] = {}
        self._pages: Sequence[PaperPage] = ()
        self._slots = Slots()
        self._to_be: Mapping[int, Mark] = {}
        self._found: frozenset[int] = frozenset()
        self._current = self._hovered = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("签到名单")
        self._renew()
        look = the_look()
        if look is not None:
            look.changed.connect(self._renew)

    # --- what is shown -------------------------------------------------------------------------

    def show_parts(self, parts: Sequence[TrainingPart]) -> None:
        """Say how rows differ by these parts; none while one part is shown, or there are none."""
        if tuple(parts) != tuple(self._draw.parts):
            self._draw.parts = tuple(parts)
            self.viewport().update()

    def show_pages(self, pages: Sequence[PaperPage], rows: Mapping[int, AttendeeRow]) -> None:
        """Show a list in the order of its pages, then whoever is not on it."""
        self._pages, self._rows = pages, rows
        self._draw.fit_names(row.name for row in rows.values())
        self._place()
        if self._current not in rows:
            self._current = self._slots.slots[0].number if self._slots.slots else 0
        self._describe()

    def show_rows(self, rows: Mapping[int, AttendeeRow]) -> None:
        """Show the same list with other marks."""
        had, self._rows = self._rows, rows
        self._describe()
        for number, row in rows.items():
            if had.get(number) is not row:
                self.viewport().update(self.area_of(number))

    def show_intent(self, marks: Mapping[int, Mark], found: Sequence[int] = ()) -> None:
        """Tint the rows that are about to be marked or were found, and bring the first in sight."""
        if marks == self._to_be and self._found == frozenset(found):
            return
        self._to_be, self._found = marks, frozenset(found)
        first = next(iter(found), None) or min(marks, default=None)
        if first is not None:
            self._bring_into_sight(first)
        self.viewport().update()

    @property
    def current(self) -> int:
        """Return the number of the row with the cursor, 0 when there is none."""
        return self._current

    @property
    def columns(self) -> int:
        """Return how many columns stand side by side."""
        return self._slots.columns

    def order(self) -> tuple[int, ...]:
        """Return the numbers in the order in which they stand."""
        return tuple(slot.number for slot in self._slots.slots)

    def area_of(self, number: int) -> QRect:
        """Return where a row stands in the viewport, empty when it is not shown."""
        at = self._slots.place_of(number)
        return self._moved(self._slots.slots[at].area) if at >= 0 else QRect()

    def draft(self) -> Mark | None:
        """Return the mark being typed on the row with the cursor; a board with keys has one."""
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._number_at(event.position().toPoint())
        if hovered != self._hovered:
            self._hovered = hovered
            row = self._rows.get(hovered)
            words = _row_words(row, self._draw.parts) if row is not None else ""
            plain_tip(self.viewport(), words)
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = 0
        self.viewport().update()
        super().leaveEvent(event)

    def _number_at(self, at: QPoint) -> int:
        if at.y() < self._header:
            return 0
        place = at + QPoint(0, self.verticalScrollBar().value() - self._header)
        return next((s.number for s in self._slots.slots if s.area.contains(place)), 0)

    # --- drawing -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme().roles.paper))
        seen = event.rect()
        for slot in self._slots.slots:
            area = self._moved(slot.area)
            if area.intersects(seen):
                self._draw.row(painter, area, self._rows[slot.number], self._state(slot.number))
        for heading in self._slots.headings:
            self._draw.heading(painter, self._moved(heading.area), heading.text)
        self._paint_header(painter)

    def _paint_header(self, painter: QPainter) -> None:
        width = self.viewport().width()
        painter.fillRect(0, 0, width, self._header, QColor(theme().roles.paper))
        for column in range(self._slots.columns):
            x = column * (self._slots.column_width + BETWEEN)
            area = QRect(x, 0, self._slots.column_width, self._header)
            self._draw.header(painter, area)

    def _state(self, number: int) -> RowState:
        current = number == self._current
        return RowState(
            current=current and self.hasFocus(),
            focused=self.hasFocus(),
            hovered=number == self._hovered,
            found=number in self._found,
            to_be=(self.draft() if current else None) or self._to_be.get(number),
        )

    # --- placing -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _renew(self) -> None:
        parts = self._draw.parts
        self._draw = BoardPainter()
        self._draw.parts = parts
        self._draw.fit_names(row.name for row in self._rows.values())
        self._header = theme().sizes.of(40)
        self._place()

    def _place(self) -> None:
        sizes = theme().sizes
        others = [r.number for r in self._rows.values() if r.role is not AttendeeRole.EXPECTED]
        self._slots = lay_out(
            self._pages,
            others,
            width=max(1, self.viewport().width()),
            row=sizes.row,
            line=sizes.of(32),
            scale=sizes.text_scale,
        )
        seen = self.viewport().height() - self._header
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._slots.height - seen))
        bar.setPageStep(max(1, seen))
        bar.setSingleStep(sizes.row)
        self.viewport().update()

    def _moved(self, area: QRect) -> QRect:
        return area.translated(0, self._header - self.verticalScrollBar().value())

    def _bring_into_sight(self, number: int) -> None:
        at = self._slots.place_of(number)
        if at < 0:
            return
        area, bar = self._slots.slots[at].area, self.verticalScrollBar()
        seen = self.viewport().height() - self._header
        if area.y() < bar.value():
            bar.setValue(area.y() - area.height())
        elif area.bottom() > bar.value() + seen:
            bar.setValue(area.bottom() - seen + area.height())

    def _rows_in_sight(self) -> int:
        seen = self.viewport().height() - self._header
        return max(1, seen // theme().sizes.row - 1)

    def _describe(self) -> None:
        row = self._rows.get(self._current)
        words = _row_words(row, self._draw.parts) if row is not None else ""
        self.setAccessibleDescription(words)
        kind = QAccessible.Event.DescriptionChanged
        QAccessible.updateAccessibility(QAccessibleEvent(self, kind))


def _row_words(row: AttendeeRow, parts: Sequence[TrainingPart]) -> str:
    """Return a row in words, for tooltips and screen readers."""
    if row.role is not AttendeeRole.EXPECTED:
        return "，".join(part for part in (row.name, row.unit, ROLES[row.role]) if part)
    mark = (parts and part_marks_words(parts, row.part_marks)) or row_badge(row)[0]
    said = (f"{row.number} 号", row.name, row.unit, row.post, mark)
    return "，".join(word for word in said if word)
