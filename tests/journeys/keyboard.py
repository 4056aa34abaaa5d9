"""A keyboard that counts: every key a person presses, chords as one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """Types into whatever has the focus."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.pressed = 0

    def type(self, keys: str) -> None:
        """Press letters, figures and blanks, one after the other."""
        for key in keys:
            self.pressed += 1
            QTest.keyClick(self._target, key)

    def spell(self, chinese: str, *, pinyin: str) -> None:
        """Enter Chinese by pinyin and one key to take the word, as an input method does."""
        self.pressed += len(pinyin) + 1
        event = QInputMethodEvent()
        event.setCommitString(chinese)
        QApplication.sendEvent(self._target, event)

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press one key, with others held down or not."""
        self.pressed += 1
        QTest.keyClick(self._target, key, modifiers)

    @property
    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self._window
