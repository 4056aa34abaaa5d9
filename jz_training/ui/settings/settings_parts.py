"""Small things the settings tabs share."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget


def button_line(*widgets: QWidget) -> QWidget:
    """Return buttons in a line below a table."""
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 8, 0, 0)
    line.setSpacing(12)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return whole
