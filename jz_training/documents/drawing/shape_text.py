"""Prepared text as shapes of a drawing: each run in its own face."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import Color

from jz_training.documents.drawing.pen import MIDDLE
from jz_training.documents.fonts import Line


def put_text(
    drawing: Drawing, line: Line, *, x: float, middle: float, size: float, colour: Color
) -> None:
    """Write a line from `x` on, its characters centred on the height `middle`."""
    for run in line.runs:
        drawing.add(
            String(
                x, middle - size * MIDDLE, run.text, fontName=run.face, fontSize=size,
                fillColor=colour,
            )
        )  # fmt: skip
        x += run.em * size
