"""The office's own picture (标识) beside the title of a paper."""

from __future__ import annotations

import io

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from jz_training.documents.listing.measures import LEFT, MM, TITLE_HEIGHT

#: It is made to fit into this room, in points, whatever its own size.
LOGO_WIDTH, LOGO_HEIGHT = 42 * MM, 11 * MM

#: From the lower edge of the title to the picture, which rises into the margin.
RAISED = 3.0

#: From the picture to the title.
BESIDE_TITLE = 4 * MM


def _image(content: bytes) -> ImageReader:
    """Return a picture in the colours of a screen: those of a press have no place in an archive."""
    with Image.open(io.BytesIO(content)) as picture:
        if picture.mode == "CMYK":
            return ImageReader(picture.convert("RGB"))
    return ImageReader(io.BytesIO(content))


class Logo:
    """A PNG or JPEG at the left of the title, its foot near the lower edge of the title."""

    def __init__(self, content: bytes) -> None:
        self._image = _image(content)
        wide, high = self._image.getSize()
        scale = min(LOGO_WIDTH / wide, LOGO_HEIGHT / high)
        self._width, self._height = wide * scale, high * scale

    @property
    def room(self) -> float:
        """Return the width, in points, that the title has to leave free."""
        return self._width + BESIDE_TITLE

    def draw(self, canvas: Canvas, top: float) -> None:
        """Place it where the title begins at `top`."""
        canvas.drawImage(
            self._image, LEFT, top - TITLE_HEIGHT + RAISED, width=self._width, height=self._height
        )
