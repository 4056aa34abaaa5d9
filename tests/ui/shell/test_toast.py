"""Sentences at the bottom of the window stay whole."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jz_training.ui.shell.toast import Toast


def test_a_toast_over_another_one_is_as_high_as_its_words(qtbot: QtBot) -> None:
    over = QWidget()
    over.resize(1000, 600)
    qtbot.addWidget(over)
    over.show()
    toast = Toast(over)
    toast.tell("已建立场次。", [("撤销", lambda: None)])
    first = toast.geometry()
    toast.tell("已确定名单。", [("撤销", lambda: None)])
    assert toast.height() == first.height()
    assert toast.geometry().bottom() < over.height()
    assert toast.offers("撤销") is not None
