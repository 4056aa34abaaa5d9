"""The command line of the attendance tab: a field that leaves Ctrl+A and Ctrl+Z to the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

EXAMPLE = "例：缺席 3 7 12-15　请假 8 公　迟到 20 10分"


class CommandField(QLineEdit):
    """A line for 缺席 3 7 12-15.

    While it is empty, Ctrl+A means 其余全部到会 and Ctrl+Z takes back the last act.

    Signals: entered() on Enter; rest_asked(); stepped(int) on the up and down keys.
    """

    entered = Signal()
    rest_asked = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(EXAMPLE)
        self.setAccessibleName("考勤命令")

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.text()
        ):
            event.ignore()  # nothing typed to take back: the window undoes the last act
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and not self.text():
            self.rest_asked.emit()
        elif steps is not None:
            self.stepped.emit(steps)
        else:
            super().keyPressEvent(event)
