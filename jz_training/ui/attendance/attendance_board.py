"""A training's list in the order of its sheet: rows to look at, to walk through and to mark."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from jz_training.domain.attendance import AttendeeRole, Mark
from jz_training.ui.attendance.attendance_keys import STATUS_KEYS
from jz_training.ui.attendance.board_view import BoardView
from jz_training.ui.attendance.row_typing import RowTyping

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_FAR = {
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Home: -1,
    Qt.Key.Key_End: 1,
}


class AttendanceBoard(BoardView):
    """Shows rows in paper order; letters mark the row with the cursor (see `attendance_keys`).

    Signals: marked(int, Mark): number and what is to be recorded; drafting(Mark or None): a mark
    that more keys may complete; menu_asked(int, QPoint); stand_in_asked(int); remove_asked(int);
    rest_asked(); command_wanted(str): back to the command line, with what was typed;
    current_changed(int); refused(): a mark was typed on a list that takes none now.
    """

    marked = Signal(int, object)
    drafting = Signal(object)
    menu_asked = Signal(int, QPoint)
    stand_in_asked = Signal(int)
    remove_asked = Signal(int)
    rest_asked = Signal()
    command_wanted = Signal(str)
    current_changed = Signal(int)
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._typing = RowTyping(self)
        self._typing.marked.connect(self.marked)
        self._typing.drafting.connect(self._show_draft)
        self.editable = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def draft(self) -> Mark | None:
        """Return the mark being typed."""
        return self._typing.draft

    def go_to(self, number: int) -> None:
        """Put the cursor on a row and bring it into sight."""
        self._typing.commit()
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
            self._typing.commit()
            self.command_wanted.emit("")
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Menu):
            self._ask_menu()
        elif not self.editable and event.text().lower() in STATUS_KEYS:
            self.refused.emit()
        elif not (self.editable and self._mark_key(event)):
            super().keyPressEvent(event)

    def _control_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_A and self.editable:
            self._typing.commit()
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
            self._typing.commit()
            self.stand_in_asked.emit(row.number)
            return True
        letter = "w" if key == Qt.Key.Key_Delete else event.text()
        if self._typing.take(letter, number=row.number):
            return True
        if letter.isdecimal():
            self.command_wanted.emit(letter)
        return letter.isdecimal()

    def _escape(self) -> None:
        if not self._typing.drop():
            self.command_wanted.emit("")

    def _show_draft(self, mark: object) -> None:
        self.drafting.emit(mark)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._typing.commit()
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
            if self.editable:
                self._ask_menu()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _ask_menu(self) -> None:
        if not self.editable:
            self.refused.emit()
        elif self._current in self._rows:
            self._typing.commit()
            area = self.area_of(self._current)
            at = QPoint(self._draw.mark_left(area), area.bottom() + 1)
            self.menu_asked.emit(self._current, self.viewport().mapToGlobal(at))
