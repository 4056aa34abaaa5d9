"""What a roll call says after each name, large enough for the room."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_training.ui.rollcall.room_type import dress_label
from jz_training.ui.style.fonts import ui_font
from jz_training.ui.style.room_theme import AMBER, FAINT, GREEN, INK, RED
from jz_training.ui.style.text import ElidedLabel


class Tell(Enum):
    """How a sentence is meant; the sign before it says so without colour."""

    PLAIN = ("", INK)
    CAME = ("✓ ", GREEN)
    AGAIN = ("", AMBER)
    UNKNOWN = ("✕ ", RED)


class RoomMessage(QWidget):
    """One large line, and a smaller one below it that says what the keys do."""

    def __init__(self) -> None:
        super().__init__()
        self._scale = 1.0
        self._tell = Tell.PLAIN
        self._large, self._small = ElidedLabel(""), ElidedLabel("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._large)
        column.addWidget(self._small)

    @property
    def words(self) -> str:
        """Return the large line."""
        return self._large.text()

    def say(self, words: str, *, tell: Tell = Tell.PLAIN, keys: str = "") -> None:
        """Show a sentence."""
        self._tell = tell
        self._large.setText(f"{tell.value[0]}{words}" if words else "")
        self._small.setText(keys)
        self.fit(self._scale)

    def fit(self, scale: float) -> None:
        """Set the lines in the type that a screen of this size wants."""
        self._scale = scale
        large = ui_font(round(44 * scale), weight=QFont.Weight.DemiBold)
        dress_label(self._large, self._tell.value[1], large)
        dress_label(self._small, FAINT, ui_font(max(12, round(20 * scale))))
