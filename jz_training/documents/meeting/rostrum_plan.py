"""The plan of seats on the rostrum (主席台座次图), as the hall sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jz_training.documents.drawing.fitting import LEADING, SMALLEST, Box
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.meeting.landscape_page import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    when_and_where,
    write_centred,
    write_title,
)
from jz_training.documents.meeting.name_tents import halves
from jz_training.domain.meeting_papers import PaperPerson, RostrumPaper
from jz_training.domain.person_name import spaced_name
from jz_training.domain.rostrum import seated

GAP_OF_ROWS = 9 * MM
RANK_SIZE = 9.0
NOBODY = "（暂无）"

_LIST_COLUMNS = 5
_LIST_SIZE = 11.0
_LIST_LINE = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """How large a seat is drawn, and the names in it, in points."""

    widest: float
    height: float
    name_size: float


#: One row has the page to itself; two rows of 25 and the names of everyone still fit on it.
ONE_ROW = Seat(widest=32 * MM, height=56 * MM, name_size=26.0)
TWO_ROWS = Seat(widest=24 * MM, height=38 * MM, name_size=18.0)


def rostrum_pdf(
    paper: RostrumPaper, *, fonts: Fonts | None = None, report: PaperReport | None = None
) -> bytes:
    """Return the plan: one or two rows of seats, the hall below, and everyone by rank.

    The first of a row sits in its middle, the others by turns (domain.md §2, 席卡). `report`
    collects what no font has and what was cut.
    """
    canvas, buffer = new_canvas(
        title=f"{paper.title}主席台座次图",
        author=paper.organiser,
        subject="主席台座次图",
        fonts=fonts or system_fonts(),
        on_its_side=True,
    )
    pen = Pen(canvas, fonts=fonts or system_fonts(), report=report or PaperReport())
    _head(pen, paper)
    seat = TWO_ROWS if paper.back else ONE_ROW
    top = TOP - 34 * MM
    if paper.back:
        _row(pen, paper.back, seat, top=top, first=len(paper.front) + 1)
        top -= seat.height + GAP_OF_ROWS
    _row(pen, paper.front, seat, top=top, first=1)
    _hall(pen, top - seat.height - 16 * MM)
    _list(pen, (*paper.front, *paper.back), top=top - seat.height - 25 * MM)
    canvas.showPage()
    return finish(canvas, buffer)


def _head(pen: Pen, paper: RostrumPaper) -> None:
    with pen.writing():
        write_title(
            pen, f"{paper.title}主席台座次图",
            size=20.0, middle=TOP - 6 * MM, height=15 * MM,
        )  # fmt: skip
        write_centred(
            pen, when_and_where(paper.start, paper.end, paper.venue),
            role=FontRole.SONG, size=11.0, middle=TOP - 17 * MM, height=6 * MM,
        )  # fmt: skip
        write_centred(
            pen, "主　席　台", role=FontRole.HEI, size=14.0, middle=TOP - 27 * MM, height=7 * MM
        )


def _row(pen: Pen, ranked: Sequence[PaperPerson], seat: Seat, *, top: float, first: int) -> None:
    """Draw a row of seats; ranks are counted on from `first`."""
    if not ranked:
        with pen.writing():
            write_centred(
                pen, NOBODY, role=FontRole.SONG, size=12.0, middle=top - 10 * MM, height=20.0
            )
        return
    width = min(seat.widest, WIDTH / len(ranked))
    left = (LEFT + RIGHT - width * len(ranked)) / 2
    edges = [left + place * width for place in range(len(ranked))]
    inset = width * 0.06
    pen.canvas.setLineWidth(0.6)
    for edge in edges:
        pen.canvas.rect(edge + inset, top - seat.height, width - 2 * inset, seat.height, fill=0)
    with pen.writing():
        sitting = seated(tuple(enumerate(ranked, start=first)))
        for edge, (rank, person) in zip(edges, sitting, strict=True):
            _sit(pen, rank, person.name, seat, left=edge, width=width, top=top)


def _sit(
    pen: Pen, rank: int, name: str, seat: Seat, *, left: float, width: float, top: float
) -> None:
    """Write a name from top to bottom into its seat, and below it the rank."""
    x, inside = left + width * 0.1, width * 0.8
    box = Box(width=inside, height=seat.height - 10 * MM, size=seat.name_size)
    parts, size = max(_settings(pen, name, box), key=lambda setting: setting[1])
    pen.write(
        *parts,
        role=FontRole.HEI,
        box=replace(box, size=size),
        x=x,
        middle=top - seat.height / 2 + 3 * MM,
        align=0.5,
    )
    pen.write(
        str(rank),
        role=FontRole.SONG,
        box=Box(width=inside, height=5 * MM, size=RANK_SIZE),
        x=x,
        middle=top - seat.height + 4 * MM,
        align=0.5,
    )


def _settings(pen: Pen, name: str, box: Box) -> Iterator[tuple[tuple[str, ...], float]]:
    """Yield the ways to set a name, each with its size: from top to bottom, or a long one across.

    Words of Latin letters are only set across.
    """
    ways = [halves(name), tuple(name.split())]
    if not name.isascii():
        ways.insert(0, tuple(spaced_name(name)))
    for parts in ways:
        widest = max((pen.fonts.line(part, FontRole.HEI).em for part in parts), default=0.0)
        high = box.height / (LEADING * max(1, len(parts)))
        yield parts, max(SMALLEST, min(box.size, high, box.width / widest if widest else high))


def _hall(pen: Pen, middle: float) -> None:
    """Mark where the audience sits: the plan is seen from there."""
    pen.canvas.setLineWidth(0.6)
    width, height = 120 * MM, 9 * MM
    left = (LEFT + RIGHT - width) / 2
    pen.canvas.rect(left, middle - height / 2, width, height, stroke=1, fill=0)
    with pen.writing():
        write_centred(pen, "观　众　席", role=FontRole.HEI, size=14.0, middle=middle, height=height)


def _list(pen: Pen, ranked: Sequence[PaperPerson], *, top: float) -> None:
    """Write everyone by rank, in columns, down to the foot of the page."""
    width = WIDTH / _LIST_COLUMNS
    rows = max(1, -(-len(ranked) // _LIST_COLUMNS))
    line = min(_LIST_LINE, (top - BOTTOM) / rows)
    size = min(_LIST_SIZE, line / 1.2)
    with pen.writing():
        for place, person in enumerate(ranked):
            column, row = divmod(place, rows)
            who = "\u3000".join(part for part in (person.name, person.post or person.unit) if part)
            pen.write(
                f"{place + 1}. {who}",
                role=FontRole.SONG,
                box=Box(width=width - 3 * MM, height=line, size=size),
                x=LEFT + column * width,
                middle=top - (row + 0.5) * line,
            )
