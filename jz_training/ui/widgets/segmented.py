"""A few choices side by side, one of them taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from jz_training.ui.style.text import button, button_words


class Segmented(QWidget):
    """Choices as buttons that stick together; arrows move inside the group.

    Signals: chosen(str): the key of the choice the user took.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], *, current: str = "") -> None:
        super().__init__()
        self._keys = [key for key, _ in choices]
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for at, (_, word) in enumerate(choices):
            made = button(word, "segment")
            made.setProperty("end", _end(at, len(choices)))
            made.setCheckable(True)
            self._group.addButton(made, at)
            line.addWidget(made)
        line.addStretch(1)
        self.set_value(current or self._keys[0])
        self._group.idClicked.connect(lambda at: self.chosen.emit(self._keys[at]))

    def value(self) -> str:
        """Return the key of the choice taken, empty when there is none."""
        at = self._group.checkedId()
        return self._keys[at] if at >= 0 else ""

    def clear(self) -> None:
        """Take none of the choices."""
        self._group.setExclusive(False)
        for made in self._group.buttons():
            made.setChecked(False)
        self._group.setExclusive(True)

    def set_words(self, key: str, words: str) -> None:
        """Show other words on a choice, such as one with a count."""
        self._group.button(self._keys.index(key)).setText(button_words(words))

    def words(self, key: str) -> str:
        """Return what stands on a choice."""
        return self._group.button(self._keys.index(key)).text()

    def set_value(self, key: str) -> None:
        """Take a choice without telling about it."""
        self._group.button(self._keys.index(key)).setChecked(True)


def _end(at: int, count: int) -> str:
    if count == 1:
        return "both"
    return {0: "left", count - 1: "right"}.get(at, "none")
