"""Typing as users do: letters by keys, Chinese by an input method."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


def type_words(qtbot: QtBot, field: QWidget, words: str) -> None:
    """Type into a field; QTest knows no keys for Chinese, so that is committed as a whole."""
    if words.isascii():
        qtbot.keyClicks(field, words)
    else:
        commit = QInputMethodEvent()
        commit.setCommitString(words)
        QApplication.sendEvent(field, commit)
