"""What the papers of a room have in common: A4 on its side, a title, lines of facts."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from jz_training.documents.drawing.fitting import LEADING, Box
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts import visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.official.title_lines import title_lines
from jz_training.documents.sheet.head import held_at

PAGE_WIDTH, PAGE_HEIGHT = 297 * MM, 210 * MM
LEFT, RIGHT = 15 * MM, PAGE_WIDTH - 15 * MM
TOP, BOTTOM = PAGE_HEIGHT - 14 * MM, 14 * MM
WIDTH = RIGHT - LEFT

#: A longer title is set by the fitter, which goes smaller still and cuts at last.
SMALLEST_TITLE = 9.0


def write_centred(
    pen: Pen,
    text: str,
    *,
    role: FontRole,
    size: float,
    middle: float,
    height: float,
    left: float = LEFT,
    width: float = WIDTH,
) -> None:
    """Write a text in the middle of a band, smaller or on more lines where it has to be."""
    box = Box(width=width, height=height, size=size)
    with pen.thickened(role, size):
        pen.write(text, role=role, box=box, x=left, middle=middle, align=0.5)


def write_title(
    pen: Pen,
    text: str,
    *,
    size: float,
    middle: float,
    height: float,
    left: float = LEFT,
    width: float = WIDTH,
) -> None:
    """Write a title in a band as large as it fits up to `size`, broken by sense."""
    lines = _title_lines(pen, text, size, width)
    while len(lines) * size * LEADING > height and size > SMALLEST_TITLE:
        size -= 1.0
        lines = _title_lines(pen, text, size, width)
    box = Box(width=width, height=height, size=size)
    with pen.thickened(FontRole.TITLE, size):
        pen.write(*lines, role=FontRole.TITLE, box=box, x=left, middle=middle, align=0.5)


def _title_lines(pen: Pen, text: str, size: float, width: float) -> list[str]:
    measure = partial(pen.fonts.width, role=FontRole.TITLE, size=size)
    return title_lines(visible(text), measure=measure, limit=width)


def when_and_where(start: datetime, end: datetime, venue: str) -> str:
    """Return 时间：…　地点：…; the place only where there is one."""
    place = f"　　地点：{venue.strip()}" if venue.strip() else ""
    return f"时间：{held_at(start, end)}{place}"
