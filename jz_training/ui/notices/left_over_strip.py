"""The places of a notice that nobody sorted yet: one line that offers what to do with each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from jz_training.ui.style.text import ElidedLabel, button, plain_label

Place = tuple[int, int]


class LeftOverStrip(QFrame):
    """Shows one place at a time with its words.

    Signals: taken(place): it is an obligation; dropped(place): it is none; asked(place): show it.
    """

    taken = Signal(object)
    dropped = Signal(object)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._places: tuple[Place, ...] = ()
        self._text = ""
        self._at = 0
        self._make()
        self.hide()

    def show_places(self, places: Sequence[Place], text: str) -> None:
        """Show what is left of a notice's text; nothing when it is all sorted."""
        self._places, self._text = tuple(places), text
        self._at = min(self._at, max(0, len(places) - 1))
        self.setVisible(bool(places))
        self._show()

    def choose(self, place: Place) -> None:
        """Show one of the places."""
        if place in self._places:
            self._at = self._places.index(place)
            self._show()
            self.take.setFocus()

    def _make(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        self.words = plain_label("", "secondary", wrap=True)
        self.phrase = ElidedLabel()
        self.take, self.drop = button("作为一项要求", "link"), button("不是要求", "link")
        self.next = button("看下一处", "link")
        self.take.clicked.connect(lambda: self._tell(self.taken))
        self.drop.clicked.connect(lambda: self._tell(self.dropped))
        self.next.clicked.connect(self._go_on)
        line = QHBoxLayout()
        line.setSpacing(8)
        for made in (self.take, self.drop, self.next):
            line.addWidget(made)
        line.addStretch(1)
        for label in (self.words, self.phrase):
            column.addWidget(label)
        column.addLayout(line)

    def _show(self) -> None:
        if not self._places:
            return
        start, end = self._places[self._at]
        self.words.setText(f"原文中还有 {len(self._places)} 处没有归类，请您判断：")
        self.phrase.setText(f"“{self._text[start:end].strip()}”")
        self.next.setVisible(len(self._places) > 1)

    def _go_on(self) -> None:
        self._at = (self._at + 1) % len(self._places)
        self._show()
        self.asked.emit(self._places[self._at])

    def _tell(self, signal: object) -> None:
        if self._places:
            signal.emit(self._places[self._at])  # type: ignore[attr-defined]
