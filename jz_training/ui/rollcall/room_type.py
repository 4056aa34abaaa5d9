"""Labels of the meeting room: their own colour and size, whatever the window's style says."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel


def dress_label(label: QLabel, colour: str, font: QFont, *, lift: int = 0) -> None:
    """Give a label a colour and a type, lifted by so many pixels; a style sheet wins over both."""
    family = ", ".join(f'"{name}"' for name in font.families())
    label.setStyleSheet(
        f"color: {colour}; background: transparent; font-family: {family};"
        f" padding-bottom: {lift}px;"
        f" font-size: {font.pixelSize()}px; font-weight: {int(font.weight())};"
    )
