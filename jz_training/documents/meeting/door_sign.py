"""The sign on the door of a training (门签): read from across a corridor."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from jz_training.documents.dates import weekday_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.meeting.landscape_page import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    write_centred,
    write_title,
)
from jz_training.domain.meeting_papers import DoorSign
from jz_training.labels.days import clock_words, short_day_words

TITLE_SIZE, WHEN_SIZE, ROOM_SIZE, ORGANISER_SIZE = 66.0, 34.0, 44.0, 22.0

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
        write_title(
            pen, sign.title,
            size=TITLE_SIZE, middle=142 * MM, height=88 * MM, left=_LEFT, width=_WIDTH,
        )  # fmt: skip
        days, hours = _when(sign)
        _band(pen, days, FontRole.HEI, WHEN_SIZE, middle=82, height=14)
        _band(pen, hours, FontRole.HEI, WHEN_SIZE, middle=66, height=14)
        _band(pen, sign.venue, FontRole.HEI, ROOM_SIZE, middle=44, height=22)
        _band(pen, sign.organiser, FontRole.KAI, ORGANISER_SIZE, middle=23, height=12)
    canvas.showPage()
    return finish(canvas, buffer)


def _when(sign: DoorSign) -> tuple[str, str]:
    """Return days and hours; of several parts the hours of a day, where all days have the same."""
    if not sign.parts:
        return weekday_words(sign.start), clock_words(sign.start, sign.end)
    by_day: dict[date, list[str]] = defaultdict(list)
    for part in sign.parts:
        by_day[part.start.date()].append(clock_words(part.start, part.end))
    first, *others = by_day.values()
    last = f" 至 {short_day_words(max(by_day), beside=sign.start)}" if others else ""
    days = f"{weekday_words(sign.start)}{last}"
    return days, "　".join(first) if all(first == other for other in others) else clock_words(
        sign.start, sign.end, parts=len(sign.parts)
    )


def _band(
    pen: Pen, text: str, role: FontRole, size: float, *, middle: float, height: float
) -> None:
    """Write a text across the sign; `middle` and `height` in millimetres from below."""
    if text.strip():
        write_centred(
            pen, text.strip(),
            role=role, size=size, middle=middle * MM, height=height * MM, left=_LEFT, width=_WIDTH,
        )  # fmt: skip
