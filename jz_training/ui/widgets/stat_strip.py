"""The line of figures of a training: 应到 实到 请假 缺席 未记录 到会率."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jz_training import labels
from jz_training.domain.tally import Rate, Tally
from jz_training.labels import rate_words
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import dress, plain_label


class StatStrip(QWidget):
    """Six figures that move as attendance is typed.

    With `opens` a figure can be clicked.

    Signals: asked(str) when a figure is clicked, with its word (应到 …): every number opens.
    """

    asked = Signal(str)

    _ROLES: ClassVar[dict[str, str]] = {
        labels.EXPECTED: "ink",
        labels.PRESENT: "green",
        labels.LEAVE: "secondary",
        labels.ABSENT: "red",
        labels.UNRECORDED: "faint",
        labels.RATE: "ink",
    }

    def __init__(self, *, opens: bool = False) -> None:
        super().__init__()
        self._opens = opens
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._figures = {word: self._add(word) for word in self._ROLES}
        self._line.addStretch(1)
        self.show_tally(Tally())

    def show_tally(self, tally: Tally, rate: Rate | None = None) -> None:
        """Show the figures of a tally; `rate` where it is not of the tally itself."""
        values = (
            tally.expected, tally.present, tally.leave, tally.absent, tally.unrecorded,
            rate_words(rate or tally.rate),
        )  # fmt: skip
        for figure, value in zip(self._figures.values(), values, strict=True):
            figure.show_value(str(value))
        self.setAccessibleName(
            "，".join(f"{w} {v}" for w, v in zip(self._ROLES, values, strict=True))
        )
        self._colour()

    def words(self) -> dict[str, str]:
        """Return what is shown: word → figure."""
        return {word: figure.value.text() for word, figure in self._figures.items()}

    def _add(self, word: str) -> Figure:
        figure = Figure(word)
        # large letters need the room beside it, but 100.0% is never cut
        figure.setMinimumWidth(theme().sizes.of(88 if word == labels.RATE else 60))
        if self._opens:
            figure.open_with(lambda: self.asked.emit(word))
        self._line.addWidget(figure)
        return figure

    def _colour(self) -> None:
        for word, figure in self._figures.items():
            empty = figure.value.text() in ("0", "—")
            figure.colour("ink" if empty else self._ROLES[word])


class Figure(QWidget):
    """A small word above a big number; with `open_with` it can be clicked or entered."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._open: Callable[[], None] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(plain_label(word, "small"))
        self.value = plain_label("", "figure_ink")
        column.addWidget(self.value)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(theme().sizes.of(92), 0))

    def open_with(self, action: Callable[[], None]) -> None:
        """Let a click, Enter or Space do something."""
        self._open = action
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_value(self, value: str) -> None:
        """Show another figure."""
        if self.value.text() != value:
            self.value.setText(value)

    def colour(self, role: str) -> None:
        """Show the figure in the colour of a role."""
        if self.value.property("kind") != f"figure_{role}":
            dress(self.value, f"figure_{role}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._open is not None and self.rect().contains(event.position().toPoint()):
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._open is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(event)
