"""The line of a roll call: typed by hand or by a scanner, and it knows which."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from jz_training.ui.rollcall.entry_reading import was_scanned


class EntryLine(QLineEdit):
    """Takes a number, a name or initials.

    Signals: entered(str, bool): the line and whether it was scanned; stepped(int) on the up and
    down keys; paged(int) on those for pages; left() on Esc in an empty line; undo_asked().
    """

    entered = Signal(str, bool)
    stepped = Signal(int)
    paged = Signal(int)
    left = Signal()
    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._since = QElapsedTimer()
        self.setPlaceholderText("姓名、首字母或工号")
        self.setAccessibleName("点名")
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)
        self.textEdited.connect(self._note_begin)

    def _note_begin(self, text: str) -> None:
        if len(text) == 1:
            self._since.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(key)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif steps is not None:
            self.stepped.emit(steps)
        elif pages is not None:
            self.paged.emit(pages)
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        text = self.text().strip()
        took = self._since.elapsed() if self._since.isValid() else SLOW
        self.clear()
        self._since.invalidate()
        self.entered.emit(text, was_scanned(text, milliseconds=took))

    def _escape(self) -> None:
        if self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            self.left.emit()


#: As long as anybody may take over a line.
SLOW = 1_000_000
