"""What papers on A4 lying on its side have in common: the margins, a title, lines of facts."""

from __future__ import annotations

from datetime import datetime

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.sheet.head import held_at

PAGE_WIDTH, PAGE_HEIGHT = 297 * MM, 210 * MM
LEFT, RIGHT = 15 * MM, PAGE_WIDTH - 15 * MM
TOP, BOTTOM = PAGE_HEIGHT - 14 * MM, 14 * MM
WIDTH = RIGHT - LEFT


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


def when_and_where(start: datetime, end: datetime, venue: str) -> str:
    """Return 时间：…　地点：…; the place only where there is one."""
    place = f"　　地点：{venue.strip()}" if venue.strip() else ""
    return f"时间：{held_at(start, end)}{place}"
