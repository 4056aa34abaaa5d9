"""A box that narrows a list to one of the words in use, or to none of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox


class WordFilter(QComboBox):
    """Its first entry stands for everything; `everything` is 全部 and what the words are of."""

    def __init__(self, everything: str, *, least: int = 6) -> None:
        super().__init__()
        self.setAccessibleName(everything.removeprefix("全部"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(least)
        self.addItem(everything, "")

    def value(self) -> str:
        """Return the word chosen, empty for everything."""
        word: str = self.currentData() or ""
        return word

    def offer(self, words: Sequence[str]) -> None:
        """Offer other words; a chosen one that is no longer in use stays until it is let go."""
        kept = self.value()
        was = self.blockSignals(True)
        while self.count() > 1:
            self.removeItem(1)
        for word in words if not kept or kept in words else (*words, kept):
            self.addItem(word, word)
        self.setCurrentIndex(max(0, self.findData(kept)))
        self.blockSignals(was)
