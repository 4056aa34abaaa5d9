"""The sign on the door of a training (门签): read from across a corridor."""

from __future__ import annotations

from functools import partial

from jz_training.documents.dates import clock_words, weekday_words
from jz_training.documents.drawing.fitting import LEADING, Box
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.fonts import Fonts, system_fonts, visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.meeting.landscape_page import PAGE_HEIGHT, PAGE_WIDTH, write_centred
from jz_training.documents.official.title_lines import title_lines
from jz_training.domain.meeting_papers import DoorSign

TITLE_SIZE, WHEN_SIZE, ROOM_SIZE, ORGANISER_SIZE = 66.0, 34.0, 44.0, 22.0

#: A longer title is set by the fitter, which goes smaller still and cuts at last.
SMALLEST_TITLE = 20.0

_FRAME = 12 * MM
_LEFT = 24 * MM
_WIDTH = PAGE_WIDTH - 2 * _LEFT


def door_sign_pdf(
    sign: DoorSign, *, fonts: Fonts | None = None, report: PaperReport | None = None
) -> bytes:
    """Return the sign on A4 lying on its side: title, day and hour, room, organiser.

    `report` collects what no font has and what was cut.
    """
    canvas, buffer = new_canvas(
        title=sign.title,
        author=sign.organiser,
        subject="门签",
        fonts=fonts or system_fonts(),
        on_its_side=True,
    )
    pen = Pen(canvas, fonts=fonts or system_fonts(), report=report or PaperReport())
    canvas.setLineWidth(2.0)
    canvas.rect(_FRAME, _FRAME, PAGE_WIDTH - 2 * _FRAME, PAGE_HEIGHT - 2 * _FRAME, stroke=1, fill=0)
    with pen.writing():
        _title(pen, sign.title)
        _band(pen, weekday_words(sign.start), FontRole.HEI, WHEN_SIZE, middle=82, height=14)
        hours = clock_words(sign.start, sign.end)
        _band(pen, hours, FontRole.HEI, WHEN_SIZE, middle=66, height=14)
        _band(pen, sign.venue, FontRole.HEI, ROOM_SIZE, middle=44, height=22)
        _band(pen, sign.organiser, FontRole.KAI, ORGANISER_SIZE, middle=23, height=12)
    canvas.showPage()
    return finish(canvas, buffer)


def _title(pen: Pen, text: str) -> None:
    """Write the title as large as it fits, broken by sense."""
    height = 88 * MM
    size = TITLE_SIZE
    lines = _lines(pen, text, size)
    while len(lines) * size * LEADING > height and size > SMALLEST_TITLE:
        size -= 2.0
        lines = _lines(pen, text, size)
    box = Box(width=_WIDTH, height=height, size=size)
    with pen.thickened(FontRole.TITLE, size):
        pen.write(*lines, role=FontRole.TITLE, box=box, x=_LEFT, middle=142 * MM, align=0.5)


def _lines(pen: Pen, text: str, size: float) -> list[str]:
    measure = partial(pen.fonts.width, role=FontRole.TITLE, size=size)
    return title_lines(visible(text), measure=measure, limit=_WIDTH)


def _band(
    pen: Pen, text: str, role: FontRole, size: float, *, middle: float, height: float
) -> None:
    """Write a text across the sign; `middle` and `height` in millimetres from below."""
    if text.strip():
        write_centred(
            pen, text.strip(),
            role=role, size=size, middle=middle * MM, height=height * MM, left=_LEFT, width=_WIDTH,
        )  # fmt: skip
