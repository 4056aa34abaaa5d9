"""A training's list in the order of its sheet: rows to look at, to walk through and to mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy

from jz_training.domain.attendance import AttendeeRole, AttendeeRow, Mark
from jz_training.labels import ROLES, mark_words
from jz_training.ui.attendance.attendance_keys import Typed, begin, go_on
from jz_training.ui.attendance.attendance_layout import PaperPage
from jz_training.ui.attendance.attendance_painter import BoardPainter, RowState
from jz_training.ui.attendance.attendance_slots import BETWEEN, Slots, lay_out
from jz_training.ui.style.look import the_look, theme
from jz_training.ui.style.text import plain_tip

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class AttendanceBoard(QAbstractScrollArea):
    """Shows rows in paper order; letters mark the row with the cursor (see `attendance_keys`).

    Signals: marked(int, Mark): number and what is to be recorded; drafting(Mark or None): a mark
    that more keys may complete; menu_asked(int, QPoint); stand_in_asked(int); remove_asked(int);
    rest_asked(); command_wanted(str): back to the command line, with what was typed;
    current_changed(int).
    """

    marked = Signal(int, object)
    drafting = Signal(object)
    menu_asked = Signal(int, QPoint)
    stand_in_asked = Signal(int)
    remove_asked = Signal(int)
    rest_asked = Signal()
    command_wanted = Signal(str)
    current_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: Mapping[int, AttendeeRow] = {}
        self._pages: Sequence[PaperPage] = ()
        self._slots = Slots()
        self._to_be: Mapping[int, Mark] = {}
        self._found: frozenset[int] = frozenset()
        self._draft: Mark | None = None
        self._current = self._hovered = 0
        self.editable = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("签到名单")
        self._renew()
        look = the_look()
        if look is not None:
            look.changed.connect(self._renew)

    # --- what is shown -------------------------------------------------------------------------

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

    def go_to(self, number: int) -> None:
        """Put the cursor on a row and bring it into sight."""
        self._commit()
        if self._slots.place_of(number) >= 0:
            self._current = number
            self._bring_into_sight(number)
            self._describe()
            self.current_changed.emit(number)
            self.viewport().update()

    # --- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._control_key(event)
        elif key in _STEPS or key in _SIDEWAYS or key in _FAR:
            self._walk(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
            self.command_wanted.emit("")
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Menu):
            self._ask_menu()
        elif not (self.editable and self._mark_key(event)):
            super().keyPressEvent(event)

    def _control_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_A and self.editable:
            self._commit()
            self.rest_asked.emit()
        else:
            event.ignore()

    def _walk(self, key: Qt.Key) -> None:
        at = self._slots.place_of(self._current)
        if at < 0:
            return
        last = len(self._slots.slots) - 1
        if key in _SIDEWAYS:
            at = self._slots.sideways(at, _SIDEWAYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            at = 0 if key == Qt.Key.Key_Home else last
        else:
            at += _STEPS.get(key) or _FAR[key] * self._rows_in_sight()
        self.go_to(self._slots.slots[max(0, min(last, at))].number)

    def _mark_key(self, event: QKeyEvent) -> bool:
        row = self._rows.get(self._current)
        if row is None:
            return False
        key = Qt.Key(event.key())
        if row.role is not AttendeeRole.EXPECTED:
            if key == Qt.Key.Key_Delete:
                self.remove_asked.emit(row.number)
            return key == Qt.Key.Key_Delete
        if key == Qt.Key.Key_R:
            self._commit()
            self.stand_in_asked.emit(row.number)
            return True
        return self._letter("w" if key == Qt.Key.Key_Delete else event.text())

    def _letter(self, text: str) -> bool:
        typed = go_on(self._draft, text) if self._draft is not None else Typed(used=False)
        if not typed.used:
            typed = begin(text)
            if typed.used:
                self._commit()
        if typed.used:
            self._take(typed)
        elif text.isdecimal() and self._draft is None:
            self.command_wanted.emit(text)
            return True
        return typed.used

    def _take(self, typed: Typed) -> None:
        self._set_draft(typed.mark)
        if not typed.open:
            self._commit()

    def _set_draft(self, mark: Mark | None) -> None:
        self._draft = mark
        self.drafting.emit(mark)
        self.viewport().update()

    def _commit(self) -> None:
        mark = self._draft
        if mark is not None:
            self._set_draft(None)
            self.marked.emit(self._current, mark)

    def _escape(self) -> None:
        if self._draft is not None:
            self._set_draft(None)
        else:
            self.command_wanted.emit("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._commit()
        self.viewport().update()
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.current_changed.emit(self._current)
        self.viewport().update()

    # --- mouse ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().toPoint())
        if number:
            self.go_to(number)
            self._ask_menu()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._number_at(event.position().toPoint())
        if hovered != self._hovered:
            self._hovered = hovered
            row = self._rows.get(hovered)
            plain_tip(self.viewport(), _row_words(row) if row is not None else "")
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = 0
        self.viewport().update()
        super().leaveEvent(event)

    def _ask_menu(self) -> None:
        if self.editable and self._current in self._rows:
            self._commit()
            area = self.area_of(self._current)
            at = QPoint(self._draw.mark_left(area), area.bottom() + 1)
            self.menu_asked.emit(self._current, self.viewport().mapToGlobal(at))

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
            to_be=self._draft if current and self._draft else self._to_be.get(number),
        )

    # --- placing -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _renew(self) -> None:
        self._draw = BoardPainter()
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
        self.setAccessibleDescription(_row_words(row) if row is not None else "")
        kind = QAccessible.Event.DescriptionChanged
        QAccessible.updateAccessibility(QAccessibleEvent(self, kind))


_FAR = {
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Home: -1,
    Qt.Key.Key_End: 1,
}


def _row_words(row: AttendeeRow) -> str:
    """Return a row in words, for tooltips and screen readers."""
    if row.role is not AttendeeRole.EXPECTED:
        return "，".join(part for part in (row.name, row.unit, ROLES[row.role]) if part)
    parts = (f"{row.number} 号", row.name, row.unit, row.post, mark_words(row.mark))
    return "，".join(part for part in parts if part)
