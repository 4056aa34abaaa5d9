"""The verbs above a list: each with its icon, its word, and its key in the tip."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.text import button


def verb_button(word: str, icon: str, act: Callable[[], object], *, keys: str = "") -> QPushButton:
    """Return a button that does `act`; `keys` do the same and are told in its tip."""
    made = button(word, tip=f"{word.rstrip('…')}（{keys}）" if keys else "")
    set_icon(made, icon)
    made.clicked.connect(lambda: act())
    return made


def verb_line(count: QLabel, verbs: Iterable[QPushButton]) -> QHBoxLayout:
    """Return a line that tells at its left how many rows there are, with the verbs at its right."""
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(count)
    line.addStretch(1)
    for made in verbs:
        line.addWidget(made)
    return line
