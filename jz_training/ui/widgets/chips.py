"""Tags in a line, such as 学习内容: type and Enter adds, the cross or Backspace takes away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.flow import FlowLayout
from jz_training.ui.widgets.suggest_field import SuggestField


class ChipField(QWidget):
    """Free tags with suggestions.

    Signals: value_changed().
    """

    value_changed = Signal()

    def __init__(self, placeholder: str = "输入后按回车添加") -> None:
        super().__init__()
        self._chips: list[_Chip] = []
        self.entry = _Entry()
        self.entry.setPlaceholderText(placeholder)
        self._flow = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._flow)
        column.addWidget(self.entry)
        self.setFocusProxy(self.entry)
        self.entry.entered.connect(self.add)
        self.entry.picked.connect(self.add)
        self.entry.emptied.connect(self._drop_last)

    def value(self) -> tuple[str, ...]:
        """Return the tags in order."""
        return tuple(chip.text for chip in self._chips)

    def set_value(self, tags: Sequence[str]) -> None:
        """Show other tags."""
        for chip in list(self._chips):
            self._remove(chip)
        for tag in tags:
            self.add(tag)

    def add(self, text: str) -> None:
        """Add a tag unless it is empty or there already."""
        self.entry.clear()
        tag = " ".join(text.split())
        if not tag or tag in self.value():
            return
        chip = _Chip(tag)
        chip.dropped.connect(lambda: self._drop(chip))
        self._chips.append(chip)
        self._flow.addWidget(chip)
        self.value_changed.emit()

    def _drop(self, chip: _Chip) -> None:
        self._remove(chip)
        self.entry.setFocus()
        self.value_changed.emit()

    def _drop_last(self) -> None:
        if self._chips:
            self._drop(self._chips[-1])

    def _remove(self, chip: _Chip) -> None:
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()  # at once: until it is deleted it would lie over the line below
        chip.deleteLater()


class _Entry(SuggestField):
    entered = Signal(str)
    emptied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        elif enter and self.text().strip() and not self._list.take_key(event):
            self.entered.emit(self.text())
            self._list.hide()
        elif not (enter and self.text().strip()):
            super().keyPressEvent(event)


class _Chip(QFrame):
    dropped = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.setProperty("kind", "chip")
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 1, 2, 1)
        line.setSpacing(2)
        line.addWidget(plain_label(text, "chip"))
        cross = QToolButton()
        cross.setProperty("kind", "tiny")
        cross.setAccessibleName(f"去掉 {text}")
        set_icon(cross, "x", role="accent", size=12)
        cross.clicked.connect(self.dropped)
        line.addWidget(cross)
