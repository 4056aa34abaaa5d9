"""Charts as pictures: a drawing is set on a page of its own size and that page rendered."""

from __future__ import annotations

import io
from threading import Lock
from typing import Any

import pypdfium2
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas

from jz_training.documents.fonts import Fonts
from jz_training.documents.fonts.files import FontRole

#: Dots to the inch: type of 8 pt in a chart stays sharp in print.
DPI = 250

#: PDFium serves one thread at a time.
_ONE_AT_A_TIME = Lock()


def drawing_png(drawing: Drawing, *, fonts: Fonts) -> bytes:
    """Return a drawing as PNG, at 250 dots to the inch of its size."""
    page = _page(drawing, fonts)
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(page) as document:
        picture: Any = document[0].render(scale=DPI / 72, optimize_mode="print").to_pil()
    buffer = io.BytesIO()
    picture.quantize(64).save(buffer, "PNG", dpi=(DPI, DPI), optimize=True)
    return buffer.getvalue()


def _page(drawing: Drawing, fonts: Fonts) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(drawing.width, drawing.height),
        invariant=1,
        initialFontName=fonts.face(FontRole.SONG).fontName,  # type: ignore[arg-type]  # a str
    )
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.save()
    return buffer.getvalue()
