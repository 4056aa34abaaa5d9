"""The binding must not lose references to None: PySide6 6.12.0 did on Python 3.11 and died."""

from __future__ import annotations

import sys

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 1000


class _Answerless(QAbstractListModel):
    """A model that answers None to every question."""

    def rowCount(self, parent: object = None) -> int:
        return 1

    def data(self, index: object, role: int = Qt.ItemDataRole.DisplayRole) -> None:
        return None


def test_a_thousand_calls_cost_no_reference_to_none(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    model = _Answerless()
    index = model.index(0)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.update()
        widget.setObjectName("")
        model.itemData(index)
    assert sys.getrefcount(None) > before - CALLS / 10
