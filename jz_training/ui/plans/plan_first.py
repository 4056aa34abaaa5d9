"""What is shown before there is a plan: one sentence and the two ways to a first one."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import Card

_SENTENCE = "还没有培训计划。可以从通知的要求生成，也可以从空白计划开始。"


class PlanFirst(Card):
    """An empty sheet with the buttons `propose` and `blank`."""

    def __init__(self) -> None:
        super().__init__()
        self.propose = button("从通知要求生成", "primary")
        self.blank = button("新建空白计划")
        self.body.addStretch(1)
        self.add(_centred(plain_label(_SENTENCE, "secondary")))
        self.body.addSpacing(8)
        self.add(_centred(self.propose, self.blank))
        self.body.addStretch(1)


def _centred(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addStretch(1)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line
