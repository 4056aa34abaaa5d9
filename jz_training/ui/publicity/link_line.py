"""The link of what is being entered: shown below the line, taken away by its cross."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.text import ElidedLabel, plain_label


class LinkLine(QWidget):
    """Shows one link, or nothing.

    Signals: dropped() when the user took it away.
    """

    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ElidedLabel("", "secondary")
        cross = QToolButton()
        cross.setProperty("kind", "tiny")
        cross.setAccessibleName("去掉链接")
        set_icon(cross, "x", role="accent", size=12)
        cross.clicked.connect(self._drop)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(plain_label("链接", "small"))
        line.addWidget(self._words)
        line.addWidget(cross)
        line.addStretch(1)
        self.hide()

    def value(self) -> str:
        """Return the link, empty when there is none."""
        return self._words.text()

    def set_value(self, link: str) -> None:
        """Show another link."""
        self._words.setText(link)
        self.setVisible(bool(link))

    def _drop(self) -> None:
        self.set_value("")
        self.dropped.emit()
