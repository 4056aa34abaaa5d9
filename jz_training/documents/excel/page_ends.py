"""What stands above and below a printed sheet: the office's picture, its footer, page numbers."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from jz_training.domain.paper_style import PaperLayout

#: The pages' own numbers.
PAGES = "&C第&P页 共&N页"

#: A header takes a picture at its own size: it is made to fit, at a print's resolution.
PICTURE_WIDTH, PICTURE_HEIGHT = 42 / 25.4, 10 / 25.4  # inches
DPI = 300


def footer_of(layout: PaperLayout) -> str:
    """Return the footer in Excel's own signs: the office's line at the left, page numbers."""
    if not layout.footer:
        return PAGES
    return "&L" + layout.footer.replace("&", "&&") + PAGES.replace("&C", "&R")


def head_picture(logo: bytes) -> BytesIO:
    """Return a PNG or JPEG as a header can hold it."""
    with Image.open(BytesIO(logo), formats=("PNG", "JPEG")) as opened:
        picture = opened.convert("RGB")
    wide, high = picture.size
    scale = min(PICTURE_WIDTH * DPI / wide, PICTURE_HEIGHT * DPI / high)
    size = max(1, round(wide * scale)), max(1, round(high * scale))
    made = BytesIO()
    picture.resize(size, Image.Resampling.LANCZOS).save(made, "PNG", dpi=(DPI, DPI))
    return made
