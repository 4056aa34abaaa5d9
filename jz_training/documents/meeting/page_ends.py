"""What an office prints on every page of a paper that is drawn freely: its footer, its picture."""

from __future__ import annotations

import io

from reportlab.lib.utils import ImageReader

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts.files import FontRole
from jz_training.domain.paper_style import PaperLayout

FOOTER_SIZE, FOOTER_HEIGHT = 9.0, 4 * MM

#: The picture is made to fit into this room, as on official papers.
LOGO_WIDTH, LOGO_HEIGHT = 40 * MM, 12 * MM


def write_footer(
    pen: Pen, layout: PaperLayout, *, left: float, width: float, middle: float
) -> None:
    """Write the office's line at the foot of the present page, in the middle of a band."""
    text = layout.footer.strip()
    if text:
        box = Box(width=width, height=FOOTER_HEIGHT, size=FOOTER_SIZE)
        with pen.writing():
            pen.write(text, role=FontRole.SONG, box=box, x=left, middle=middle, align=0.5)


def put_logo(pen: Pen, layout: PaperLayout, *, left: float, bottom: float) -> None:
    """Place the office's picture with its lower left corner there, if it has one.

    Raises OSError when it cannot be read.
    """
    if layout.logo is None:
        return
    image = ImageReader(io.BytesIO(layout.logo))
    wide, high = image.getSize()
    scale = min(LOGO_WIDTH / wide, LOGO_HEIGHT / high)
    pen.canvas.drawImage(image, left, bottom, width=wide * scale, height=high * scale, mask="auto")
