"""A few words with tick boxes that flow over as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from jz_training.ui.style.text import button_words
from jz_training.ui.widgets.flow import FlowLayout


class TickLine(QWidget):
    """Ticks words; none ticked means any.

    Signals: ticked() when the user changed something.
    """

    ticked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        self._flow = FlowLayout(spacing=12)
        self.setLayout(self._flow)
        self.setAccessibleName(name)

    def show_words(self, words: Sequence[str]) -> None:
        """Offer words besides those that are ticked."""
        ticked = self.value()
        self._offer(tuple(dict.fromkeys((*words, *ticked))), ticked)

    def value(self) -> tuple[str, ...]:
        """Return the words ticked, in the order offered."""
        return tuple(word for word, box in self._boxes.items() if box.isChecked())

    def set_value(self, words: Sequence[str]) -> None:
        """Tick some words, offering them if they are new, without telling about it."""
        self._offer(tuple(dict.fromkeys((*self._boxes, *words))), words)

    def box(self, word: str) -> QCheckBox:
        """Return the box of a word."""
        return self._boxes[word]

    def _offer(self, words: Sequence[str], ticked: Sequence[str]) -> None:
        for word in [word for word in self._boxes if word not in words]:
            gone = self._boxes.pop(word)
            self._flow.removeWidget(gone)
            gone.deleteLater()
        for word in words:
            if word not in self._boxes:
                made = QCheckBox(button_words(word))
                made.clicked.connect(lambda: self.ticked.emit())
                self._boxes[word] = made
                self._flow.addWidget(made)
            self._boxes[word].setChecked(word in ticked)
