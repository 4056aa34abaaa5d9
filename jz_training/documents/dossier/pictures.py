"""Pictures on paper: a scan fills its page, photos stand two or four to a page, captions below."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.utils import ImageReader

from jz_training.documents.dates import day_words
from jz_training.documents.dossier.page import BOTTOM, TOP, WIDTH, Drawing, put
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts.files import FontRole
from jz_training.domain.dossier_paper import DossierDocument, DossierPaper

CAPTION_HEIGHT = 12 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPage:
    """How photos stand on a page (domain.md §2 照片页), in points: `columns` side by side."""

    columns: int
    rows: int
    width: float
    height: float
    caption_size: float
    across: float = 0.0  # between two columns
    between: float = 10 * MM  # from a caption to the next photo

    @property
    def count(self) -> int:
        """Return how many photos a page has."""
        return self.columns * self.rows

    def corner(self, number: int, top: float) -> tuple[float, float]:
        """Return the left edge and the lower edge of a photo, by its place on the page."""
        row, column = divmod(number, self.columns)
        whole = self.columns * self.width + (self.columns - 1) * self.across
        left = (WIDTH - whole) / 2 + column * (self.width + self.across)
        below = row * (self.height + CAPTION_HEIGHT + self.between)
        return left, top - below - self.height


#: Two of 150 × 100 mm, or four of 84 × 63 mm: as wide as two have room, and of a camera's shape.
TWO = PhotoPage(columns=1, rows=2, width=150 * MM, height=100 * MM, caption_size=12.0)
FOUR = PhotoPage(columns=2, rows=2, width=84 * MM, height=63 * MM, caption_size=10.5, across=6 * MM)
PER_PAGE = TWO.count

#: Above the photos of pages that stand by themselves.
TITLE_HEIGHT, TITLE_SIZE = 16 * MM, 18.0

FOOTER_SIZE = 9.0

_SCAN_EDGE = 15 * MM


def photos_pdf(
    photos: Sequence[DossierDocument],
    paper: DossierPaper,
    drawing: Drawing,
    *,
    page: PhotoPage = TWO,
    title: str = "",
    footer: str = "",
) -> bytes:
    """Return pages of photos, each under the title and above the footer if there is one.

    Raises OSError when one of them is damaged.
    """
    top = TOP - (TITLE_HEIGHT if title else 0.0)

    def draw(pen: Pen) -> None:
        for number, photo in enumerate(photos):
            at = number % page.count
            if number and at == 0:
                pen.canvas.showPage()
            if title and at == 0:
                _title(pen, title)
            if footer and at == 0:
                _footer(pen, footer)
            left, bottom = page.corner(at, top)
            _photo(pen, photo, _caption(photo, paper), page, left=left, bottom=bottom)

    return drawing.leaf(title or "照片", draw)


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


def _title(pen: Pen, title: str) -> None:
    with pen.writing(), pen.thickened(FontRole.TITLE, TITLE_SIZE):
        put(
            pen, title, FontRole.TITLE, TITLE_SIZE,
            middle=TOP - TITLE_HEIGHT / 2, height=TITLE_HEIGHT, align=0.5,
        )  # fmt: skip


def _footer(pen: Pen, footer: str) -> None:
    with pen.writing():
        put(
            pen,
            footer,
            FontRole.SONG,
            FOOTER_SIZE,
            middle=BOTTOM - 4 * MM,
            height=4 * MM,
            align=0.5,
        )


def _photo(
    pen: Pen,
    photo: DossierDocument,
    caption: str,
    page: PhotoPage,
    *,
    left: float,
    bottom: float,
) -> None:
    place(
        pen, _content(photo.ready),
        left=left, bottom=bottom, width=page.width, height=page.height,
    )  # fmt: skip
    with pen.writing():
        put(
            pen, caption, FontRole.SONG, page.caption_size,
            middle=bottom - CAPTION_HEIGHT / 2, height=CAPTION_HEIGHT, align=0.5,
            left=left, right=left + page.width,
        )  # fmt: skip


def _caption(photo: DossierDocument, paper: DossierPaper) -> str:
    """Return 时间　地点　内容, as photo pages have it."""
    said = (day_words(paper.start), paper.venue.strip(), photo.caption.replace("\n", " "))
    return "　".join(text for text in said if text)


def _content(path: Path | None) -> bytes:
    assert path is not None  # asked for only where a picture is ready
    return path.read_bytes()
