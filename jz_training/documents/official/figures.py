"""Charts, photos and the logo on the pages of a paper; what a picture shows stands below it."""

from __future__ import annotations

import io

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.official.gb9704 import MM, PITCH, TEXT_HEIGHT, TEXT_TOP, TEXT_WIDTH
from jz_training.documents.official.pages import Pages
from jz_training.documents.official.ruled_table import CAPTION_SIZE

CAPTION_HEIGHT = 20.0

#: Below a figure, before the text goes on.
FIGURE_GAP = PITCH / 2

#: Two photos of this height go on a page with their captions (domain.md §2 照片页).
PHOTO_WIDTH, PHOTO_HEIGHT = 150 * MM, 100 * MM

#: Points a pixel may take: a picture of few pixels stays small instead of showing them.
LARGEST_PIXEL = 1.0

#: A logo stands in 天头, above the left edge of the text: the lines of the text stay in place.
LOGO_WIDTH, LOGO_HEIGHT, LOGO_ABOVE = 40 * MM, 12 * MM, 5 * MM


def write_caption(pages: Pages, text: str) -> None:
    """Write a caption in 黑体, centred; an empty one takes no room."""
    if not text:
        return
    with pages.pen.writing():
        pages.pen.write(
            text,
            role=FontRole.HEI,
            box=Box(width=TEXT_WIDTH, height=CAPTION_HEIGHT, size=CAPTION_SIZE),
            x=pages.left,
            middle=pages.y - CAPTION_HEIGHT / 2,
            align=0.5,
        )
    pages.used += CAPTION_HEIGHT


def caption_height(text: str) -> float:
    """Return the room a caption takes."""
    return CAPTION_HEIGHT if text else 0.0


def write_chart(pages: Pages, drawing: Drawing, caption: str) -> None:
    """Place a chart and its caption, which the page has room for."""
    pages.used += drawing.height
    renderPDF.draw(drawing, pages.canvas, pages.left, pages.y)
    write_caption(pages, caption)
    pages.used += FIGURE_GAP


class Photo:
    """A PNG or JPEG and its size on paper. Raises OSError when it cannot be read."""

    def __init__(self, content: bytes, *, width: float, height: float) -> None:
        self._image = ImageReader(io.BytesIO(content))
        pixels_wide, pixels_high = self._image.getSize()
        scale = min(width / pixels_wide, height / pixels_high, LARGEST_PIXEL)
        self.width, self.height = pixels_wide * scale, pixels_high * scale

    def draw(self, pages: Pages, *, left: float, bottom: float) -> None:
        """Draw it; what is transparent shows the paper."""
        pages.canvas.drawImage(
            self._image, left, bottom, width=self.width, height=self.height, mask="auto"
        )


def write_photo(pages: Pages, photo: Photo, caption: str) -> None:
    """Place a photo in the middle and its caption, which the page has room for."""
    pages.used += photo.height
    photo.draw(pages, left=pages.left + (TEXT_WIDTH - photo.width) / 2, bottom=pages.y)
    write_caption(pages, caption)
    pages.used = min(pages.used + FIGURE_GAP, TEXT_HEIGHT)


def draw_logo(pages: Pages, content: bytes) -> None:
    """Draw the logo of the office above the first page's text. Raises OSError as `Photo`."""
    logo = Photo(content, width=LOGO_WIDTH, height=LOGO_HEIGHT)
    logo.draw(pages, left=pages.left, bottom=TEXT_TOP + LOGO_ABOVE)
