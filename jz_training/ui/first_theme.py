"""The theme as it was chosen last, for the very first paint."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from jz_training.ui.memory import Memory
from jz_training.ui.theme import DARK, LIGHT, Sizes, Theme


def remembered_theme(memory: Memory) -> Theme:
    """Return palette and text size as they were chosen, or as the system has them."""
    dark = wants_dark(memory.text("shade", "system"))
    scale = within(memory.number("text_scale", 100) / 100)
    return Theme(DARK if dark else LIGHT, Sizes(scale))


def wants_dark(shade: str) -> bool:
    """Tell whether a choice (system, light, dark) means the dark palette now."""
    if shade == "system":
        return QGuiApplication.styleHints().colorScheme().name == "Dark"
    return shade == "dark"


def within(scale: float) -> float:
    """Return a text size that the window can be read at: 100 % to 200 %."""
    return min(2.0, max(1.0, scale))
