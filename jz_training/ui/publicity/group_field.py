"""重点人群: the usual groups as buttons to press, others as tags of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from jz_training.ui.context import Context
from jz_training.ui.publicity.talk_words import GROUPS
from jz_training.ui.style.text import button
from jz_training.ui.widgets.chips import ChipField
from jz_training.ui.widgets.flow import FlowLayout


class GroupField(QWidget):
    """Takes groups: Space or a click takes one of the usual ones, typing adds another.

    Signals: value_changed().
    """

    value_changed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.usual: dict[str, QPushButton] = {}
        flow = FlowLayout(spacing=6)
        for group in GROUPS:
            made = button(group, "segment")
            made.setProperty("end", "both")
            made.setCheckable(True)
            made.clicked.connect(lambda: self.value_changed.emit())
            self.usual[group] = made
            flow.addWidget(made)
        self.others = ChipField("其他人群，输入后按回车添加")
        self.others.value_changed.connect(self._sort_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(flow)
        column.addWidget(self.others)
        self.setFocusProxy(self.usual[GROUPS[0]])

    def value(self) -> tuple[str, ...]:
        """Return the groups, the usual ones first."""
        pressed = tuple(group for group, made in self.usual.items() if made.isChecked())
        return (*pressed, *self.others.value())

    def set_value(self, groups: Sequence[str]) -> None:
        """Show other groups."""
        for group, made in self.usual.items():
            made.setChecked(group in groups)
        self.others.set_value([group for group in groups if group not in self.usual])

    def offer(self, used: Sequence[str]) -> None:
        """Offer what was entered before."""
        others = [group for group in used if group not in self.usual]
        self.others.entry.offer(others, self._ctx.work)

    def _sort_out(self) -> None:
        """A usual group that was typed presses its button instead."""
        typed = self.others.value()
        known = [group for group in typed if group in self.usual]
        for group in known:
            self.usual[group].setChecked(True)
        if known:
            self.others.set_value([group for group in typed if group not in known])
        else:
            self.value_changed.emit()
