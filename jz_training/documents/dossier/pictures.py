"""Pictures on paper: a scan fills its page, photos stand two to a page above their captions."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.utils import ImageReader

from jz_training.documents.dates import day_words
from jz_training.documents.dossier.page import BOTTOM, TOP, WIDTH, Drawing, put
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts.files import FontRole
from jz_training.domain.dossier_paper import DossierDocument, DossierPaper

#: A photo's room (domain.md §2 照片页), and the line below it.
PHOTO_WIDTH, PHOTO_HEIGHT = 150 * MM, 100 * MM
CAPTION_HEIGHT = 12 * MM
PER_PAGE = 2

_SCAN_EDGE = 15 * MM


def photos_pdf(photos: Sequence[DossierDocument], paper: DossierPaper, drawing: Drawing) -> bytes:
    """Return pages of photos. Raises OSError when one of them is damaged."""

    def draw(pen: Pen) -> None:
        for number, photo in enumerate(photos):
            place = number % PER_PAGE
            if number and place == 0:
                pen.canvas.showPage()
            top = TOP - place * (PHOTO_HEIGHT + CAPTION_HEIGHT + 10 * MM)
            _photo(pen, photo, _caption(photo, paper), top)

    return drawing.leaf("照片", draw)


def scan_pdf(scan: DossierDocument, drawing: Drawing) -> bytes:
    """Return a picture on a page of its own. Raises OSError when it is damaged."""

    def draw(pen: Pen) -> None:
        low = BOTTOM + (8 * MM if scan.caption else 0)
        place(
            pen, _content(scan.ready),
            left=_SCAN_EDGE, bottom=low, width=WIDTH - 2 * _SCAN_EDGE, height=TOP - low,
        )  # fmt: skip
        if scan.caption:
            with pen.writing():
                put(
                    pen, scan.caption, FontRole.SONG, 10.5,
                    middle=BOTTOM, height=8 * MM, align=0.5,
                )  # fmt: skip

    return drawing.leaf(scan.name, draw)


def place(
    pen: Pen, content: bytes, *, left: float, bottom: float, width: float, height: float
) -> None:
    """Draw a picture as large as it fits, in the middle of its room."""
    reader = ImageReader(io.BytesIO(content))
    across, up = reader.getSize()
    part = min(width / across, height / up)
    wide, high = across * part, up * part
    x, y = left + (width - wide) / 2, bottom + (height - high) / 2
    pen.canvas.drawImage(reader, x, y, wide, high)


def can_be_drawn(picture: DossierDocument) -> bool:
    """Tell whether a picture is whole enough to be drawn."""
    try:
        reader = ImageReader(io.BytesIO(_content(picture.ready)))
        reader.getRGBData()  # type: ignore[no-untyped-call]
    except (OSError, ValueError, SyntaxError):
        return False
    return True


def _photo(pen: Pen, photo: DossierDocument, caption: str, top: float) -> None:
    left, bottom = (WIDTH - PHOTO_WIDTH) / 2, top - PHOTO_HEIGHT
    place(
        pen, _content(photo.ready),
        left=left, bottom=bottom, width=PHOTO_WIDTH, height=PHOTO_HEIGHT,
    )  # fmt: skip
    with pen.writing():
        put(
            pen, caption, FontRole.SONG, 12.0,
            middle=bottom - CAPTION_HEIGHT / 2, height=CAPTION_HEIGHT, align=0.5,
            left=left, right=left + PHOTO_WIDTH,
        )  # fmt: skip


def _caption(photo: DossierDocument, paper: DossierPaper) -> str:
    """Return 时间　地点　内容, as photo pages have it."""
    said = (day_words(paper.start), paper.venue.strip(), photo.caption.replace("\n", " "))
    return "　".join(text for text in said if text)


def _content(path: Path | None) -> bytes:
    assert path is not None  # asked for only where a picture is ready
    return path.read_bytes()
