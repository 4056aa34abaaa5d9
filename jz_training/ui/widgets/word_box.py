"""A box of a few words, such as 渠道, that letters find by pinyin initials."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox

if TYPE_CHECKING:
    from jz_training.ui.work import Work

K = TypeVar("K", bound=StrEnum)


class WordBox(QComboBox, Generic[K]):
    """Offers each word of a kind; with `everything` a first line that means no choice.

    Letters choose: wx takes 微信; the same letter again takes the next word it begins.
    """

    def __init__(self, words: Mapping[K, str], work: Work, *, everything: str = "") -> None:
        super().__init__()
        self._kind = type(next(iter(words)))
        self._initials: dict[str, str] = {}
        self._typed, self._last = "", 0.0
        if everything:
            self.addItem(everything, "")
        for key, word in words.items():
            self.addItem(word, key.value)
        self.setMaxVisibleItems(16)
        self._learn(tuple(words.values()), work)

    def value(self) -> K | None:
        """Return the kind chosen, None for the first line that means any."""
        found = self.currentData()
        return self._kind(found) if found else None

    def chosen(self) -> K:
        """Return the kind chosen where there is no line that means any."""
        return self._kind(self.currentData())

    def set_value(self, key: K | None) -> None:
        """Choose a kind."""
        self.setCurrentIndex(max(0, self.findData(key.value if key is not None else "")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().lower()
        if len(letter) == 1 and letter.isascii() and letter.isalpha() and not event.modifiers():
            self._seek(letter)
        else:
            super().keyPressEvent(event)

    def _learn(self, words: tuple[str, ...], work: Work) -> None:
        def find() -> dict[str, str]:
            from jz_training.ui.widgets.initials import initials_of

            return {word: initials_of(word) for word in words}

        work.read(find, self._initials.update, owner=self, key="initials")

    def _seek(self, letter: str) -> None:
        now = monotonic()
        waited = (now - self._last) * 1000 > QApplication.keyboardInputInterval()
        self._last = now
        self._typed = letter if waited else self._typed + letter
        if self._take(self._typed, after=self.currentIndex() - 1):
            return
        self._typed = letter  # the same letter again, or another word begun at once
        self._take(letter, after=self.currentIndex())

    def _take(self, typed: str, *, after: int) -> bool:
        """Choose the first word from the one after a place on that begins so."""
        count = self.count()
        for step in range(1, count + 1):
            at = (after + step) % count
            ways = self._initials.get(self.itemText(at), "").split()
            if any(way.startswith(typed) for way in ways):
                self.setCurrentIndex(at)
                return True
        return False
