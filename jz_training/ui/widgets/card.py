"""A sheet of paper on the ground: title, a note on the right, and what it holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label


class Card(QFrame):
    """A card with an optional title, a small note at its right, and a body.

    `body` is the vertical layout to fill; `head` is the title's line for badges and small buttons.
    """

    def __init__(self, title: str = "", *, note: str = "", padding: int | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        # the border is drawn inside: less than a pixel and the content would hide it
        pad = theme().sizes.pad if padding is None else max(1, padding)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        self.title = plain_label(title, "card_title")
        self.note = plain_label(note, "small")
        if title or note:
            self._make_head()

    def _make_head(self) -> None:
        self.head.setSpacing(12)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.head.addWidget(self.note)
        self.body.addLayout(self.head)
        self.body.addSpacing(4)

    def set_title(self, title: str, note: str = "") -> None:
        """Show another title and note (the card must have been made with one)."""
        self.title.setText(title)
        self.note.setText(note)

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or a layout below what is there."""
        if isinstance(item, QWidget):
            self.body.addWidget(item, stretch)
        else:
            self.body.addLayout(item, stretch)


def scrolled(content: QWidget) -> QScrollArea:
    """Return a widget in a frame that scrolls when the window is low; never sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not content.property("kind"):
        content.setProperty("kind", "clear")
    area.setWidget(content)
    return area


def hairline() -> QFrame:
    """Return a thin line between two parts of a card."""
    line = QFrame()
    line.setProperty("kind", "line")
    return line


def heading_line(title: QLabel, *others: QWidget) -> QHBoxLayout:
    """Return a line with a title at the left and small widgets at the right."""
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(title)
    line.addStretch(1)
    for other in others:
        line.addWidget(other)
    return line
