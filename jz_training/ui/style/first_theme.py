"""The theme as it was chosen last, for the very first paint."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from jz_training.ui.memory import Memory
from jz_training.ui.style.theme import DARK, LIGHT, Sizes, Theme


def remembered_theme(memory: Memory) -> Theme:
    """Return palette and text size as they were chosen, or as the system has them."""
    shade = memory.text("shade", "system")
    dark = _system_is_dark() if shade == "system" else shade == "dark"
    scale = within(memory.number("text_scale", 100) / 100)
    return Theme(DARK if dark else LIGHT, Sizes(scale))


def _system_is_dark() -> bool:
    # the proper question, styleHints().colorScheme(), loads every enum of Qt: 20 ms too early
    return QGuiApplication.palette().window().color().lightness() < 128


def within(scale: float) -> float:
    """Return a text size that the window can be read at: 100 % to 200 %."""
    return min(2.0, max(1.0, scale))
