"""The agenda of a training (议程): when, what, who, in type to be read on the table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import accumulate, pairwise

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.line_breaking import break_lines
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.fonts import Fonts, system_fonts, visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.listing.adjusting import adjusted_title
from jz_training.documents.meeting.agenda_rows import (
    CELL_LINE,
    CELL_SIZE,
    EMPTY,
    HEADS,
    PADDING,
    ROOM_ABOVE,
    WIDTHS,
    agenda_facts,
    agenda_row,
)
from jz_training.documents.meeting.agenda_word import agenda_docx
from jz_training.documents.meeting.landscape_page import write_title
from jz_training.documents.meeting.page_ends import put_logo, write_footer
from jz_training.domain.agenda import TimedItem
from jz_training.domain.meeting_papers import AgendaPaper
from jz_training.domain.paper_style import AS_MADE, PaperStyle

_LEFT, _RIGHT = 25 * MM, 185 * MM
_TOP, _BOTTOM = 272 * MM, 25 * MM
_FOOTER = 16 * MM

Cells = tuple[tuple[str, ...], ...]

__all__ = ["agenda_docx", "agenda_pdf"]


def agenda_pdf(
    paper: AgendaPaper,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the agenda; a line whose hour is not known has none. The head stands on every page.

    `report` collects fonts replaced and characters no font has.
    """
    title = adjusted_title(f"{paper.title}议程", style.layout)
    canvas, buffer = new_canvas(
        title=title,
        author=paper.organiser,
        subject="议程",
        fonts=fonts or system_fonts(),
    )
    pen = Pen(canvas, fonts=fonts or system_fonts(), report=report or PaperReport())
    put_logo(pen, style.layout, left=_LEFT, bottom=_TOP)
    top = _head(pen, title, agenda_facts(paper))
    rows = [_cells(pen, item) for item in paper.items] or [((), (EMPTY,), ())]
    while rows:
        count = _fitting(rows, top - _BOTTOM)
        _draw(pen, rows[:count], top)
        write_footer(pen, style.layout, left=_LEFT, width=_RIGHT - _LEFT, middle=_FOOTER)
        rows = rows[count:]
        canvas.showPage()
        top = _TOP
    return finish(canvas, buffer)


def _head(pen: Pen, title: str, facts: Sequence[str]) -> float:
    """Write the title and the facts; return where the table begins."""
    with pen.writing():
        write_title(
            pen, title, size=22.0,
            middle=_TOP - 12 * MM, height=26 * MM, left=_LEFT, width=_RIGHT - _LEFT,
        )  # fmt: skip
        top = _TOP - 32 * MM
        for fact in facts:
            box = Box(width=_RIGHT - _LEFT, height=8 * MM, size=CELL_SIZE)
            pen.write(fact, role=FontRole.KAI, box=box, x=_LEFT, middle=top)
            top -= 8 * MM
    return top


def _cells(pen: Pen, item: TimedItem) -> Cells:
    """Return the lines of each cell of a row."""
    return tuple(
        _within(pen, text, width) for text, width in zip(agenda_row(item), WIDTHS, strict=True)
    )


def _within(pen: Pen, text: str, width: float) -> tuple[str, ...]:
    """Return the lines of a cell; what a whole page could not hold is cut, and said so."""
    most = int((_TOP - _BOTTOM - 2 * CELL_LINE) // CELL_LINE)
    lines = _broken(pen, text, width)
    if len(lines) <= most:
        return tuple(lines)
    pen.report.note_cut(text)
    return (*lines[: most - 1], f"{lines[most - 1][:-1]}…")


def _broken(pen: Pen, text: str, width: float) -> list[str]:
    measure = partial(pen.fonts.width, role=FontRole.BODY, size=CELL_SIZE)
    limit = width - 2 * PADDING
    return [
        line
        for part in text.splitlines()
        for line in break_lines(visible(part), measure=measure, limit=limit)
    ]


def _height(row: Cells) -> float:
    return max(1, *(len(cell) for cell in row)) * CELL_LINE + 2 * ROOM_ABOVE


def _fitting(rows: Sequence[Cells], room: float) -> int:
    """Return how many rows stand below the heads in some room; at least one on a whole page."""
    room -= CELL_LINE + 2 * ROOM_ABOVE
    heights = accumulate(map(_height, rows))
    count = sum(height <= room for height in heights)
    return count if count or room < (_TOP - _BOTTOM) * 0.8 else 1


def _draw(pen: Pen, rows: Sequence[Cells], top: float) -> None:
    """Rule and write the heads and some rows."""
    if not rows:
        return
    heads: Cells = tuple((head,) for head in HEADS)
    tops = list(accumulate((-_height(row) for row in (heads, *rows)), initial=top))
    edges = list(accumulate(WIDTHS, initial=_LEFT))
    pen.canvas.setLineWidth(0.5)
    pen.canvas.lines([(_LEFT, y, _RIGHT, y) for y in tops])
    pen.canvas.lines([(x, top, x, tops[-1]) for x in edges])
    with pen.writing():
        for row, (upper, lower) in zip((heads, *rows), pairwise(tops), strict=True):
            for place, (cell, (left, right)) in enumerate(zip(row, pairwise(edges), strict=True)):
                align = 0.0 if place and row is not heads else 0.5
                role = FontRole.HEI if row is heads else FontRole.BODY
                _write(
                    pen, cell, role, left=left, right=right, middle=(upper + lower) / 2, align=align
                )


def _write(
    pen: Pen,
    lines: Sequence[str],
    role: FontRole,
    *,
    left: float,
    right: float,
    middle: float,
    align: float,
) -> None:
    """Write the lines of a cell, centred between its rules."""
    middle += (len(lines) - 1) * CELL_LINE / 2
    for text in lines:
        line = pen.line(text, role)
        rest = right - left - 2 * PADDING - line.em * CELL_SIZE
        pen.put_middle(line, x=left + PADDING + rest * align, middle=middle, size=CELL_SIZE)
        middle -= CELL_LINE
