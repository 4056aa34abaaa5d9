"""A month on the wall (月历): weeks from Monday, holidays and 调休 in words, each training."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.line_breaking import break_lines
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.fonts import Fonts, system_fonts, visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.listing.adjusting import adjusted_title
from jz_training.documents.meeting.landscape_page import BOTTOM, LEFT, TOP, WIDTH, write_centred
from jz_training.documents.meeting.month_weeks import by_day, square, weeks_of
from jz_training.documents.meeting.page_ends import write_footer
from jz_training.domain.meeting_papers import MonthEntry, MonthPaper
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.training import TrainingState
from jz_training.domain.working_calendar import DayInfo
from jz_training.labels import STATES
from jz_training.labels.meeting import DAY_MARKS

ENTRY_SIZE, ENTRY_LINE = 8.0, 10.0
DAY_SIZE, MARK_SIZE = 13.0, 9.0

_WEEKDAYS = "一二三四五六日"
_DAY_WIDTH = WIDTH / 7
_HEADS_TOP = TOP - 17 * MM
_HEADS = 7 * MM
_GRID_TOP = _HEADS_TOP - _HEADS
_NOTE = 6 * MM
_FOOTER = BOTTOM - 4 * MM
_GRID_BOTTOM = BOTTOM + _NOTE
_DAY_LINE = 17.0  # the number of the day and what the table calls it
_PADDING = 4.5
_OFF, _PAPER, _INK, _FAINT = 0.93, 1.0, 0.0, 0.55


def month_pdf(
    paper: MonthPaper,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the month on A4 lying on its side; a year without a table of holidays says so.

    `report` collects what no font has.
    """
    title = adjusted_title(f"{paper.year}年{paper.month}月学习培训安排", style.layout)
    canvas, buffer = new_canvas(
        title=title,
        author=paper.organiser,
        subject="月历",
        fonts=fonts or system_fonts(),
        on_its_side=True,
    )
    pen = Pen(canvas, fonts=fonts or system_fonts(), report=report or PaperReport())
    weeks = weeks_of(paper.year, paper.month)
    _head(pen, title, paper.organiser)
    _squares(pen, paper, weeks)
    _note(pen, paper, weeks)
    write_footer(pen, style.layout, left=LEFT, width=WIDTH, middle=_FOOTER)
    canvas.showPage()
    return finish(canvas, buffer)


def _head(pen: Pen, title: str, organiser: str) -> None:
    with pen.writing():
        write_centred(
            pen, title, role=FontRole.TITLE, size=20.0, middle=TOP - 6 * MM, height=12 * MM
        )
        if organiser.strip():
            box = Box(width=WIDTH * 0.6, height=5 * MM, size=10.0)
            pen.write(organiser, role=FontRole.KAI, box=box, x=LEFT, middle=TOP - 14 * MM)
        for place, word in enumerate(_WEEKDAYS):
            write_centred(
                pen, f"星期{word}", role=FontRole.HEI, size=10.0,
                middle=_HEADS_TOP - _HEADS / 2, height=_HEADS,
                left=LEFT + place * _DAY_WIDTH, width=_DAY_WIDTH,
            )  # fmt: skip


def _squares(pen: Pen, paper: MonthPaper, weeks: Sequence[Sequence[date]]) -> None:
    height = (_GRID_TOP - _GRID_BOTTOM) / len(weeks)
    entries = by_day(paper.entries)
    places = [
        (day, LEFT + column * _DAY_WIDTH, _GRID_TOP - row * height)
        for row, week in enumerate(weeks)
        for column, day in enumerate(week)
    ]
    _rule(pen, paper, places, height)
    room = int((height - _DAY_LINE - _PADDING) // ENTRY_LINE)
    for day, left, top in places:
        own = day.month == paper.month
        pen.canvas.setFillGray(_INK if own else _FAINT)
        with pen.writing():
            _day(pen, paper.calendar.of_day(day), left, top)
            if own:
                _trainings(pen, entries.get(day, ()), left, top - _DAY_LINE, room)
    pen.canvas.setFillGray(_INK)


def _rule(
    pen: Pen, paper: MonthPaper, places: Sequence[tuple[date, float, float]], height: float
) -> None:
    """Rule the squares; days off are tinted, lightly enough to write on."""
    canvas = pen.canvas
    canvas.setLineWidth(0.5)
    for day, left, top in places:
        off = day.month == paper.month and paper.calendar.of_day(day).kind.off
        canvas.setFillGray(_OFF if off else _PAPER)
        canvas.rect(left, top - height, _DAY_WIDTH, height, stroke=1, fill=1)
    canvas.setFillGray(_INK)
    canvas.setLineWidth(1.0)
    canvas.rect(LEFT, _GRID_BOTTOM, WIDTH, _HEADS_TOP - _GRID_BOTTOM, stroke=1, fill=0)


def _day(pen: Pen, info: DayInfo, left: float, top: float) -> None:
    """Write the number of a day, and at the right what the table calls it: 休 国庆节."""
    middle = top - _DAY_LINE / 2 - 1
    number = pen.line(str(info.day.day), FontRole.HEI)
    pen.put_middle(number, x=left + _PADDING, middle=middle, size=DAY_SIZE)
    if info.name:
        words = f"{DAY_MARKS[info.kind]} {info.name}".strip()
        box = Box(width=_DAY_WIDTH - 24 - _PADDING, height=_DAY_LINE, size=MARK_SIZE)
        pen.write(words, role=FontRole.HEI, box=box, x=left + 24, middle=middle, align=1.0)


def _trainings(pen: Pen, entries: Sequence[MonthEntry], left: float, top: float, room: int) -> None:
    shown = square(entries, room=room, broken=partial(_broken, pen))
    lines = [*shown.lines, *([f"另有 {shown.more} 场"] if shown.more else [])]
    for number, text in enumerate(lines):
        pen.put_middle(
            pen.line(text, FontRole.SONG),
            x=left + _PADDING,
            middle=top - (number + 0.5) * ENTRY_LINE,
            size=ENTRY_SIZE,
        )


def _broken(pen: Pen, entry: MonthEntry) -> list[str]:
    """Return the lines of a training: its hour, its title, and whether it was called off."""
    cancelled = entry.state is TrainingState.CANCELLED
    note = f"（{STATES[TrainingState.CANCELLED]}）" if cancelled else ""
    text = visible(f"{entry.start:%H:%M} {note}{entry.title.strip()}")
    measure = partial(pen.fonts.width, role=FontRole.SONG, size=ENTRY_SIZE)
    return break_lines(text, measure=measure, limit=_DAY_WIDTH - 2 * _PADDING)


def _note(pen: Pen, paper: MonthPaper, weeks: Sequence[Sequence[date]]) -> None:
    """Explain 休 and 班, or say which year's holidays are not known."""
    years = sorted(
        {day.year for week in weeks for day in week if not paper.calendar.knows(day.year)}
    )
    words = [f"{year}年节假日安排未导入" for year in years]
    if paper.calendar.knows(paper.year):
        words.insert(0, "休：放假；班：调休上班")
    with pen.writing():
        box = Box(width=WIDTH, height=_NOTE, size=8.5)
        text = "。".join(words) + "。"
        pen.write(text, role=FontRole.SONG, box=box, x=LEFT, middle=BOTTOM + _NOTE / 2 - 2)
