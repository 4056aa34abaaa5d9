"""Fonts: which files there are, what a face can draw, which face draws a character."""

from jz_training.documents.fonts.choice import (
    MISSING_MARK,
    Fonts,
    Line,
    RefusedFace,
    storable,
    system_fonts,
    visible,
)
from jz_training.documents.fonts.files import FontRole

__all__ = [
    "MISSING_MARK",
    "FontRole",
    "Fonts",
    "Line",
    "RefusedFace",
    "storable",
    "system_fonts",
    "visible",
]
