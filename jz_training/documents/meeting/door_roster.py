"""The list at the door (入场名册): everyone expected, with a box to tick, in two columns on A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.drawing.row_grid import RowGrid, put_foot
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.meeting.landscape_page import when_and_where, write_title
from jz_training.domain.meeting_papers import DoorRoster, PaperPerson
from jz_training.domain.person_name import spaced_name
from jz_training.labels import ORDERS

ROWS = 33
ROW_HEIGHT = 7.2 * MM
NAME_SIZE, CELL_SIZE, HEAD_SIZE = 11.0, 9.0, 9.0

_TOP = 285 * MM
_TABLE_TOP = _TOP - 26 * MM
_LEFTS = (12 * MM, 107 * MM)
_RIGHT = 198 * MM
_FOOT = 11 * MM
_PADDING = 0.8 * MM
_SIDE = 3.6 * MM  # of the box to tick

#: Heads with their widths; the last is ticked by hand.
_COLUMNS = (
    ("序号", 9 * MM), ("姓　名", 20 * MM), ("单　位", 31 * MM), ("职　务", 20 * MM),
    ("到会", 11 * MM),
)  # fmt: skip
_CENTRED = (0, 1)
_GRID = RowGrid(top=_TABLE_TOP, row_height=ROW_HEIGHT, padding=_PADDING, slack=1.4)
NOBODY = "（暂无）"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A person with the place on the list, from 1."""

    number: int
    person: PaperPerson


def door_roster_pdf(
    roster: DoorRoster, *, fonts: Fonts | None = None, report: PaperReport | None = None
) -> bytes:
    """Return the list: 序号, 姓名, 单位, 职务 and a box, filled column by column on each page.

    It holds neither telephones nor codes. `report` collects what no font has and what was cut.
    """
    canvas, buffer = new_canvas(
        title=f"{roster.title}入场名册",
        author=roster.organiser,
        subject="入场名册",
        fonts=fonts or system_fonts(),
    )
    pen = Pen(canvas, fonts=fonts or system_fonts(), report=report or PaperReport())
    lines = [Numbered(number, person) for number, person in enumerate(roster.people, start=1)]
    pages = [lines[at : at + 2 * ROWS] for at in range(0, len(lines), 2 * ROWS)] or [[]]
    for number, page in enumerate(pages, start=1):
        _head(pen, roster)
        _column(pen, page[:ROWS], _LEFTS[0])
        if page[ROWS:]:
            _column(pen, page[ROWS:], _LEFTS[1])
        _foot(pen, roster, f"第 {number} 页　共 {len(pages)} 页")
        canvas.showPage()
    return finish(canvas, buffer)


def _head(pen: Pen, roster: DoorRoster) -> None:
    width = _RIGHT - _LEFTS[0]
    with pen.writing():
        write_title(
            pen, f"{roster.title}入场名册", size=18.0,
            middle=_TOP - 7 * MM, height=14 * MM, left=_LEFTS[0], width=width,
        )  # fmt: skip
        facts = when_and_where(roster.start, roster.end, roster.venue)
        pen.write(
            facts,
            role=FontRole.SONG,
            box=Box(width=width, height=6 * MM, size=10.0),
            x=_LEFTS[0],
            middle=_TOP - 20 * MM,
        )


def _column(pen: Pen, lines: Sequence[Numbered], left: float) -> None:
    """Rule and write one of the two lists of a page."""
    edges = list(accumulate((width for _, width in _COLUMNS), initial=left))
    bottom = _TABLE_TOP - (max(1, len(lines)) + 1) * ROW_HEIGHT
    _rule(pen, edges, bottom, boxes=len(lines))
    with pen.writing():
        for (head, _), (a, b) in zip(_COLUMNS, pairwise(edges), strict=True):
            _GRID.cell(
                pen, head, role=FontRole.HEI, left=a, right=b, row=0, size=HEAD_SIZE, align=0.5
            )
        for row, line in enumerate(lines, start=1):
            _line(pen, line, edges, row)
        if not lines:
            _GRID.cell(
                pen, NOBODY, role=FontRole.SONG,
                left=edges[1], right=edges[4], row=1, size=CELL_SIZE, align=0.5,
            )  # fmt: skip


def _rule(pen: Pen, edges: Sequence[float], bottom: float, *, boxes: int) -> None:
    canvas = pen.canvas
    _GRID.rule(pen, edges, bottom, rows=boxes)
    canvas.setLineWidth(0.6)
    x = (edges[-2] + edges[-1] - _SIDE) / 2
    for row in range(1, boxes + 1):
        canvas.rect(x, _GRID.middle(row) - _SIDE / 2, _SIDE, _SIDE, stroke=1, fill=0)


def _line(pen: Pen, line: Numbered, edges: Sequence[float], row: int) -> None:
    who = line.person
    texts = (str(line.number), spaced_name(who.name), who.unit, who.post)
    for place, text in enumerate(texts):
        size = NAME_SIZE if place == 1 else CELL_SIZE
        align = 0.5 if place in _CENTRED else 0.0
        _GRID.cell(
            pen, text, role=FontRole.SONG,
            left=edges[place], right=edges[place + 1], row=row, size=size, align=align,
        )  # fmt: skip


def _foot(pen: Pen, roster: DoorRoster, page: str) -> None:
    """Write how many are expected, the order of the names, and the page."""
    words = f"应到 {len(roster.people)} 人　（{ORDERS[roster.order]}）"
    put_foot(pen, words, page, left=_LEFTS[0], right=_RIGHT, middle=_FOOT, size=CELL_SIZE)
