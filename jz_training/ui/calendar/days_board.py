"""Keys and mouse of the month and the week: walking, choosing, dragging, opening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from jz_training.domain.calendar_entry import CalendarEntry
from jz_training.ui.calendar.days_view import DaysView, Drag, Times
from jz_training.ui.calendar.entry_words import movable, tip
from jz_training.ui.style.text import plain_tip

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_NOTCH = 120


class DaysBoard(DaysView):
    """Days to walk through and to move trainings on.

    Arrows go from day to day, Ctrl and up or down choose a training of the day, Shift and an
    arrow move it, Ctrl, Shift and an arrow stretch it; Enter opens, the space bar lists the day.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._turn = 0

    # --- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if held & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._arrow(*_ARROWS[key], shift=shift, control=control)
        elif key in _PAGES:
            self.turned.emit(_PAGES[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._to_edge(last=key == Qt.Key.Key_End)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_here()
        elif key == Qt.Key.Key_Space:
            self.day_asked.emit(self._cursor.date())
        elif key != Qt.Key.Key_Escape or not self._let_go():
            event.ignore()

    def open_here(self) -> None:
        """Open the training chosen; without one begin a new one at the cursor."""
        chosen = self.selected
        if chosen is not None:
            self.opened.emit(chosen.id)
        elif self.editable:
            self.new_asked.emit(self._cursor)

    def push(self, across: int, down: int) -> None:
        """Move the training chosen as Shift and an arrow do."""
        chosen = self.selected
        if chosen is not None:
            self._tell(chosen, self._pushed(chosen, across, down))

    def stretch(self, down: int) -> None:
        """Let the training chosen last longer or shorter."""
        chosen = self.selected
        if chosen is not None:
            self._tell(chosen, self._stretched(chosen, down))

    def _arrow(self, across: int, down: int, *, shift: bool, control: bool) -> None:
        if shift and control:
            self.stretch(down)
        elif shift:
            self.push(across, down)
        elif control:
            self._choose_next(down or across)
        else:
            to = self._walked(across, down)
            if to.date() in self.shown.days:
                self.go_to(to)
            else:
                self._cursor, self._selected = to, None
            self.gone_to.emit(to.date())

    def _to_edge(self, *, last: bool) -> None:
        """Go to the first or last day of the month or week that is meant."""
        own = [day for day in self.shown.days if self._is_own(day)]
        self.go_to(datetime.combine(own[-1 if last else 0], self._cursor.time()))

    def _choose_next(self, by: int) -> None:
        """Choose the next or the previous training of the day with the cursor."""
        ids = [one.id for one in self._of_day.get(self._cursor.date(), ())]
        if not ids:
            return
        at = ids.index(self._selected) + by if self._selected in ids else (0 if by > 0 else -1)
        self._selected = ids[at % len(ids)]
        self._describe()
        self.viewport().update()

    def _let_go(self) -> bool:
        """Give up a drag, or else the choice; False when there was neither."""
        had = self._drag is not None or self._selected is not None
        if self._drag is None:
            self._selected = None
        self._drag = None
        self._describe()
        self.viewport().update()
        return had

    def _tell(self, entry: CalendarEntry, times: Times | None) -> None:
        may = self.editable and movable(entry)
        if may and times is not None and times != (entry.start, entry.end):
            self.moved.emit(entry, *times)

    # --- mouse ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        entry, when = self.entry_at(at), self.time_at(at)
        if when is not None:
            self._cursor = when
        self._selected = entry.id if entry is not None else None
        left = event.button() is Qt.MouseButton.LeftButton
        if left and entry is not None and self.editable and movable(entry):
            self._drag = Drag(entry=entry, origin=at, at=at, stretching=self._stretches(at))
        more = self._more_at(at)
        if left and more is not None:
            self.day_asked.emit(more)
        self._describe()
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        drag = self._drag
        if drag is None:
            self._hover(at)
            return
        far = (at - drag.origin).manhattanLength() >= QApplication.startDragDistance()
        if drag.times is None and not far:
            return
        times = self._dragged(replace(drag, at=at)) or (drag.entry.start, drag.entry.end)
        self._drag = replace(drag, at=at, times=times)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is not None and drag.times is not None:
            self._tell(drag.entry, drag.times)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self._drag = None
        entry, when = self.entry_at(at), self.time_at(at)
        if entry is not None:
            self.opened.emit(entry.id)
        elif when is not None and self.editable and self._more_at(at) is None:
            self.new_asked.emit(when)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            area = self.area_of(self._selected) if self._selected is not None else QRect()
            area = area if area.isValid() else self._cursor_area()
            self.menu_asked.emit(self.viewport().mapToGlobal(area.center()))
        else:
            self.menu_asked.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll where there is more to see, else turn to the next month or week."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
            return
        self._turn += event.angleDelta().y()
        notches = int(self._turn / _NOTCH)
        self._turn -= notches * _NOTCH
        if notches:
            self.turned.emit(-notches)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover_more(None)
        super().leaveEvent(event)

    def _hover(self, at: QPoint) -> None:
        self._hover_more(self._more_at(at))
        entry = self.entry_at(at)
        plain_tip(self.viewport(), tip(entry, now=self.shown.now) if entry is not None else "")
        over_end = entry is not None and movable(entry) and self._stretches(at)
        shape = Qt.CursorShape.SizeVerCursor if over_end else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def _hover_more(self, day: date | None) -> None:
        if day != self._hovered:
            self._hovered = day
            self.viewport().update()
