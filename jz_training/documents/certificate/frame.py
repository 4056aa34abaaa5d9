"""The frame of a certificate: lines only, stepped at the corners, in one quiet colour."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from jz_training.documents.drawing.pen import MM

PAGE_WIDTH, PAGE_HEIGHT = 297 * MM, 210 * MM

#: A red dark enough to print well in black and white.
COLOUR = (0.55, 0.11, 0.10)

OUTER, INNER = 11 * MM, 15 * MM
_STEP = 6 * MM
_OUTLINE, _HAIRLINE = 2.0, 0.6


def draw_frame(canvas: Canvas) -> None:
    """Draw the frame of a page lying on its side."""
    canvas.saveState()
    canvas.setStrokeColorRGB(*COLOUR)
    canvas.setLineJoin(0)
    canvas.setLineWidth(_OUTLINE)
    canvas.rect(OUTER, OUTER, PAGE_WIDTH - 2 * OUTER, PAGE_HEIGHT - 2 * OUTER)
    canvas.setLineWidth(_HAIRLINE)
    _stepped(canvas, INNER, _STEP)
    _stepped(canvas, INNER + 1.6 * MM, _STEP)
    for right in (False, True):
        for upper in (False, True):
            _corner(canvas, right=right, upper=upper)
    canvas.restoreState()


def _stepped(canvas: Canvas, inset: float, step: float) -> None:
    """Draw a rectangle whose corners step inwards."""
    left, right = inset, PAGE_WIDTH - inset
    bottom, top = inset, PAGE_HEIGHT - inset
    points = [
        (left, bottom + step), (left + step, bottom + step), (left + step, bottom),
        (right - step, bottom), (right - step, bottom + step), (right, bottom + step),
        (right, top - step), (right - step, top - step), (right - step, top),
        (left + step, top), (left + step, top - step), (left, top - step),
    ]  # fmt: skip
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=1, fill=0)


def _corner(canvas: Canvas, *, right: bool, upper: bool) -> None:
    """Draw two squares, one in the other, in a corner."""
    for inset, size in ((INNER, _STEP - 1.6 * MM), (INNER + 1.4 * MM, _STEP - 4.4 * MM)):
        x = PAGE_WIDTH - inset - size if right else inset
        y = PAGE_HEIGHT - inset - size if upper else inset
        canvas.rect(x, y, size, size)
