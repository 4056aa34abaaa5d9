"""A verb beside a list: its icon, its word, and its key in the tip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.text import button


def verb_button(word: str, icon: str, act: Callable[[], object], *, keys: str = "") -> QPushButton:
    """Return a button that does `act`; `keys` do the same and are told in its tip."""
    made = button(word, tip=f"{word.rstrip('…')}（{keys}）" if keys else "")
    set_icon(made, icon)
    made.clicked.connect(lambda: act())
    return made
