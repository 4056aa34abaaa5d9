"""A text as a small square code (QR), for scanners: drawn as rectangles, row by row."""

from __future__ import annotations

from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas


def draw_square_code(canvas: Canvas, text: str, *, x: float, y: float, size: float) -> None:
    """Draw a text as a square code from its lower left corner, in points, without a border."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    step = size / count
    path = canvas.beginPath()
    for row in range(count):
        for start, end in _runs([bool(code.isDark(row, at)) for at in range(count)]):
            path.rect(x + start * step, y + size - (row + 1) * step, (end - start) * step, step)
    canvas.drawPath(path, stroke=0, fill=1)


def _runs(dark: list[bool]) -> list[tuple[int, int]]:
    """Return from where to where modules are dark: fewer rectangles, and no hairlines between."""
    runs: list[tuple[int, int]] = []
    for at, is_dark in enumerate(dark):
        if is_dark and runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        elif is_dark:
            runs.append((at, at + 1))
    return runs
