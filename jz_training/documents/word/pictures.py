"""Pictures in a Word document; a chart becomes one: set on a page of its size and rendered."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
from docx.image.exceptions import UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.shape import InlineShape
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas

from jz_training.documents.drawing.pen import finish
from jz_training.documents.fonts import Fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.official.figures import LARGEST_PIXEL
from jz_training.documents.pdfium import PDFIUM
from jz_training.documents.word.docx_file import plain_text

#: Dots to the inch: type of 8 pt in a chart stays sharp in print.
DPI = 250


def drawing_png(drawing: Drawing, *, fonts: Fonts) -> bytes:
    """Return a drawing as PNG, at 250 dots to the inch of its size."""
    page = _page(drawing, fonts)
    with PDFIUM, pypdfium2.PdfDocument(page) as document:
        picture: Any = document[0].render(scale=DPI / 72, optimize_mode="print").to_pil()
    buffer = io.BytesIO()
    picture.quantize(64).save(buffer, "PNG", dpi=(DPI, DPI), optimize=True)
    return buffer.getvalue()


def put_picture(
    paragraph: Paragraph,
    content: bytes,
    *,
    caption: str,
    width: float,
    height: float,
    pixel: float | None = LARGEST_PIXEL,
) -> InlineShape:
    """Put a PNG or JPEG into a paragraph, as large as the room allows, in points.

    The caption is its alternative text, which is read out to those who cannot see it. No pixel is
    set larger than `pixel`; None allows any. Raises OSError when the picture cannot be read.
    """
    try:
        shape = paragraph.add_run().add_picture(io.BytesIO(content))
        size = Image.from_blob(content)
    except (UnrecognizedImageError, UnexpectedEndOfFileError) as error:
        raise OSError("not a picture a Word document can hold") from error
    scale = min(width / size.px_width, height / size.px_height, pixel or width)
    shape.width, shape.height = Pt(size.px_width * scale), Pt(size.px_height * scale)
    shape._inline.docPr.set("descr", plain_text(caption))
    for side in "TBLR":
        shape._inline.set(f"dist{side}", "0")  # LibreOffice leaves room beside it without
    return shape


def _page(drawing: Drawing, fonts: Fonts) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(drawing.width, drawing.height),
        invariant=1,
        initialFontName=fonts.face(FontRole.SONG).fontName,  # type: ignore[arg-type]  # a str
    )
    renderPDF.draw(drawing, canvas, 0, 0)
    return finish(canvas, buffer)
