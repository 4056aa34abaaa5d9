"""The sign-in sheet of a make-up group (补学班签到表): who makes up what, and a place to sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from jz_training.documents.dates import weekday_words
from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.drawing.row_grid import RowGrid, put_foot
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.meeting.landscape_page import write_title
from jz_training.domain.make_up import MakeUpGroupRow, MissedRow
from jz_training.domain.person_name import spaced_name
from jz_training.labels import MAKE_UP_FORMS

SHEET = "补学签到表"
#: Lines of a page; each leaves room for a signature (domain.md §2: at least 9.5 mm).
ROWS = 18
ROW_HEIGHT = 12.5 * MM
NAME_SIZE, CELL_SIZE, HEAD_SIZE, FOOT_SIZE = 12.0, 9.5, 10.5, 10.0
#: More than so many trainings on one line nobody reads: the record names them all.
NAMED = 3

_TOP = 285 * MM
_TABLE_TOP = _TOP - 30 * MM
_LEFT, _RIGHT = 15 * MM, 195 * MM
_FOOT = 13 * MM
_PADDING = 0.9 * MM

_COLUMNS = (
    ("序号", 11 * MM), ("姓　名", 24 * MM), ("单　位", 36 * MM), ("补学内容", 61 * MM),
    ("签　名", 30 * MM), ("备　注", 18 * MM),
)  # fmt: skip
_CENTRED = (0, 1)
_GRID = RowGrid(top=_TABLE_TOP, row_height=ROW_HEIGHT, padding=_PADDING, slack=1.6)


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A person of a group with everything that is made up there."""

    number: int
    name: str
    unit: str
    missed: tuple[MissedRow, ...]


def group_sheet_pdf(
    group: MakeUpGroupRow,
    *,
    organiser: str,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the sheet on A4: each person once, with a blank place to sign.

    `report` collects what no font has and what was cut.
    """
    fonts = fonts or system_fonts()
    canvas, buffer = new_canvas(
        title=f"{group.draft.title}签到表", author=organiser, subject=SHEET, fonts=fonts
    )
    pen = Pen(canvas, fonts=fonts, report=report or PaperReport())
    lines = sheet_lines(group)
    pages = [lines[at : at + ROWS] for at in range(0, len(lines), ROWS)] or [()]
    for number, page in enumerate(pages, start=1):
        _head(pen, group, organiser)
        _table(pen, page)
        _foot(pen, len(page), f"第 {number} 页　共 {len(pages)} 页")
        canvas.showPage()
    return finish(canvas, buffer)


def sheet_lines(group: MakeUpGroupRow) -> tuple[SheetLine, ...]:
    """Return the persons of a group in its order, each once with all that is made up."""
    found: dict[object, list[MissedRow]] = {}
    for row in group.members:
        found.setdefault(row.person_id or row.attendee_id, []).append(row)
    return tuple(
        SheetLine(number, rows[0].name, rows[0].unit, tuple(sorted(rows, key=lambda r: r.day)))
        for number, rows in enumerate(found.values(), start=1)
    )


def _head(pen: Pen, group: MakeUpGroupRow, organiser: str) -> None:
    width = _RIGHT - _LEFT
    facts = _facts(group, organiser)
    with pen.writing():
        write_title(
            pen, f"{group.draft.title}签到表", size=18.0,
            middle=_TOP - 7 * MM, height=14 * MM, left=_LEFT, width=width,
        )  # fmt: skip
        for line, text in enumerate(facts):
            pen.write(
                text,
                role=FontRole.SONG,
                box=Box(width=width, height=6 * MM, size=10.5),
                x=_LEFT,
                middle=_TOP - (18 + 6.5 * line) * MM,
            )


def _facts(group: MakeUpGroupRow, organiser: str) -> tuple[str, str]:
    """Return two lines; what was not entered is left blank to be written by hand."""
    draft = group.draft
    day = weekday_words(draft.day) if draft.day is not None else "＿＿＿＿年＿＿月＿＿日"
    place = draft.venue or "＿＿＿＿＿＿＿＿"
    leader = draft.leader or "＿＿＿＿＿＿"
    first = f"时间：{day}　　地点：{place}"
    second = f"形式：{MAKE_UP_FORMS[draft.form]}　　负责人：{leader}"
    return first, f"{second}　　组织单位：{organiser}" if organiser else second


def _table(pen: Pen, lines: Sequence[SheetLine]) -> None:
    edges = list(accumulate((width for _, width in _COLUMNS), initial=_LEFT))
    # the whole page is ruled: lines without a name are for those who come besides
    _GRID.rule(pen, edges, _TABLE_TOP - (ROWS + 1) * ROW_HEIGHT, rows=ROWS)
    with pen.writing():
        for (head, _), (left, right) in zip(_COLUMNS, pairwise(edges), strict=True):
            _GRID.cell(
                pen, head, role=FontRole.HEI,
                left=left, right=right, row=0, size=HEAD_SIZE, align=0.5,
            )  # fmt: skip
        for row, line in enumerate(lines, start=1):
            _line(pen, line, edges, row)


def _line(pen: Pen, line: SheetLine, edges: Sequence[float], row: int) -> None:
    cells = ((str(line.number),), (spaced_name(line.name),), (line.unit,), _missed(line))
    for place, texts in enumerate(cells):
        size = NAME_SIZE if place == 1 else CELL_SIZE
        align = 0.5 if place in _CENTRED else 0.0
        left, right = edges[place], edges[place + 1]
        _GRID.cell(
            pen, *texts, role=FontRole.SONG,
            left=left, right=right, row=row, size=size, align=align,
        )  # fmt: skip


def _missed(line: SheetLine) -> tuple[str, ...]:
    texts = [
        f"{row.day:%m-%d} {row.title}" + (f"（{'、'.join(row.parts)}）" if row.parts else "")
        for row in line.missed
    ]
    if len(texts) <= NAMED:
        return tuple(texts)
    return (*texts[: NAMED - 1], f"{texts[NAMED - 1]} 等{len(texts)}场")


def _foot(pen: Pen, people: int, page: str) -> None:
    words = f"本页应补 {people} 人　实到＿＿＿人　　签到负责人：＿＿＿＿＿＿"
    put_foot(pen, words, page, left=_LEFT, right=_RIGHT, middle=_FOOT, size=FOOT_SIZE)
