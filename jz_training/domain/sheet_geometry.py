"""Where everything on a sign-in sheet stands, in millimetres (A4, domain.md §2).

Pages are filled one after the other, two columns left before right on each page. The last page
gives its two lowest lines to the totals and signatures, so that every table starts and ends at
the same height and the reader of a scan needs one frame only.

A training of several parts has a signature column for each. More parts than fit side by side go
to further sheets, each with everybody on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from jz_training.domain.page_code import page_code
from jz_training.domain.sheet import Rect, RowPlace, SheetColumns, SheetGeometry, SheetOptions
from jz_training.domain.sheet_paper import (
    LEFT,
    MOST_UPRIGHT,
    ROW_HEIGHT,
    UPRIGHT,
    SheetPaper,
    part_groups,
    sheet_paper,
)

GAP_OF_TWO = 2.0  # between the two lists of a page

#: More people than this are printed in two columns unless the secretary says otherwise.
ONE_COLUMN_LIMIT = 40


class SheetField(StrEnum):
    """What a column of the sheet holds."""

    NUMBER = "number"
    NAME = "name"
    UNIT = "unit"
    POST = "post"
    UNIT_AND_POST = "unit_and_post"
    PHONE = "phone"
    SIGNATURE = "signature"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A column of the table: its field, its left edge on the page and its width in mm."""

    field: SheetField
    x: float
    width: float


_Fields = tuple[tuple[str, float], ...]

#: What a sheet can do without: number, name and signature are what it is for.
_OPTIONAL = frozenset((SheetField.UNIT, SheetField.POST, SheetField.NOTE))

_ONE: _Fields = (
    ("number", 11),
    ("name", 27),
    ("unit", 48),
    ("post", 30),
    ("signature", 42),
    ("note", 24),
)
_ONE_WITH_PHONE: _Fields = (
    ("number", 10), ("name", 25), ("unit", 41), ("post", 26),
    ("phone", 27), ("signature", 35), ("note", 18),
)  # fmt: skip
_TWO: _Fields = (("number", 8.5), ("name", 19.5), ("unit_and_post", 34), ("signature", 28))
_PARTS: _Fields = (("number", 10), ("name", 26), ("unit_and_post", 44))
#: Few parts on a page that lies on its side by choice.
_WIDE_PARTS: _Fields = (("number", 12), ("name", 32), ("unit_and_post", 74))
#: A signature column is no wider than this; what is left is for notes, at least so much.
_WIDEST_SIGNATURE, _LEAST_NOTE = 40.0, 12.0


def sheet_columns(*, people: int, options: SheetOptions, parts: int = 0) -> SheetColumns:
    """Return one or two lists per page: as chosen, else two for more than 40 people.

    A sheet with telephones stays at one list when nothing is chosen: two leave them little room.
    Signatures for several parts leave no room for two.
    """
    if parts > 1:
        return SheetColumns.ONE
    if options.columns is not None:
        return options.columns
    crowded = people > ONE_COLUMN_LIMIT and not options.with_phone
    return SheetColumns.TWO if crowded else SheetColumns.ONE


def sheet_lists(
    columns: SheetColumns,
    *,
    with_phone: bool = False,
    parts: int = 0,
    paper: SheetPaper = UPRIGHT,
    left_out: Set[SheetField] = frozenset(),
) -> tuple[tuple[SheetCell, ...], ...]:
    """Return the cells of each list of a page, from left to right.

    `parts` is the number of signature columns where a training has several parts. Of `left_out`
    only unit, post and note count; the others share the room, and the table stays as wide.
    """
    if parts:
        return (_cells(LEFT, _with_parts(parts, paper.right - LEFT, left_out)),)
    if columns is SheetColumns.ONE:
        return (_cells(LEFT, _widened(_ONE_WITH_PHONE if with_phone else _ONE, left_out)),)
    width = sum(width for _, width in _TWO)
    fields = _widened(_TWO, left_out)
    return (_cells(LEFT, fields), _cells(LEFT + width + GAP_OF_TWO, fields))


def _with_parts(parts: int, width: float, left_out: Set[SheetField]) -> _Fields:
    wide = parts <= MOST_UPRIGHT and width > UPRIGHT.width
    first = _kept(_WIDE_PARTS if wide else _PARTS, left_out)
    room = width - sum(width for _, width in first)
    if SheetField.NOTE in left_out:
        return (*first, *(("signature", room / parts),) * parts)
    signature = min(_WIDEST_SIGNATURE, (room - _LEAST_NOTE) / parts)
    note = room - signature * parts
    return (*first, *(("signature", signature),) * parts, ("note", note))


def _kept(fields: _Fields, left_out: Set[SheetField]) -> _Fields:
    """Return the fields that are printed; of unit and post in one column the other may stay."""
    found = []
    for name, width in fields:
        halves = (SheetField.UNIT, SheetField.POST) if name == "unit_and_post" else (name,)
        stay = [half for half in halves if half not in left_out & _OPTIONAL]
        if stay:
            found.append((name if len(stay) == len(halves) else str(stay[0]), width))
    return tuple(found)


def _widened(fields: _Fields, left_out: Set[SheetField]) -> _Fields:
    """Return the fields that are printed, all but the number wider by what the others leave."""
    kept = _kept(fields, left_out)
    if len(kept) == len(fields):
        return kept
    (first, *others), whole = kept, sum(width for _, width in fields)
    part = (whole - first[1]) / sum(width for _, width in others)
    return (first, *((name, width * part) for name, width in others))


def lay_out_sheet(
    *,
    people: int,
    options: SheetOptions,
    training_id: UUID,
    sheet_version: int,
    numbers: Sequence[int] = (),
    parts: Sequence[UUID] = (),
    groups: Sequence[int] = (),
    left_out: Set[SheetField] = frozenset(),
) -> SheetGeometry:
    """Place `people` lines, then blank ones for walk-ins, on as few pages as they need.

    `numbers` are the attendees' own numbers where they are not 1 to `people`. Raises ValueError
    when there are not as many of them. `parts` are signed each in a column of its own. `groups`
    are how many of the lines, in order, begin a page of their own each; blank lines are then
    only what their pages have to spare. `left_out` are columns that are not printed.
    """
    if (numbers and len(numbers) != people) or (groups and sum(groups) != people):
        raise ValueError("numbers and groups must name every person once")
    paper = sheet_paper(len(parts), lying=options.lying)
    columns = sheet_columns(people=max(groups, default=people), options=options, parts=len(parts))
    blanks = 0 if len(groups) > 1 else max(0, options.blank_rows)
    rows: list[RowPlace] = []
    page_parts: list[tuple[UUID, ...]] = []
    page_groups: list[int] = []
    for place, told in enumerate(_told(tuple(numbers) or tuple(range(1, people + 1)), groups)):
        for signed in part_groups(len(parts)):
            lists = sheet_lists(
                columns, with_phone=options.with_phone, parts=len(signed), paper=paper,
                left_out=left_out,
            )  # fmt: skip
            pages, own = len(page_groups), _page_count(len(told), blanks, len(lists), paper)
            placed = _rows(told, own, lists, paper)
            rows += [replace(row, page=row.page + pages) for row in placed] if pages else placed
            page_parts += [tuple(parts[at] for at in signed)] * own if parts[1:] else []
            page_groups += [place] * own
    return SheetGeometry(
        page_width=paper.width,
        page_height=paper.height,
        marks=paper.marks,
        codes=tuple(
            page_code(training_id, sheet_version=sheet_version, page=page + 1)
            for page in range(len(page_groups))
        ),
        code_place=paper.code_place,
        rows=tuple(rows),
        page_parts=tuple(page_parts),
        page_groups=tuple(page_groups) if len(groups) > 1 else (),
    )


def _told(numbers: tuple[int, ...], groups: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Return the numbers apart by the groups they are of."""
    first = 0
    for count in groups or (len(numbers),):
        yield numbers[first : first + count]
        first += count


def joined(sheets: Sequence[SheetGeometry]) -> SheetGeometry:
    """Return sheets as one, in order; where two hold a number, the earlier of them counts."""
    first, *others = sheets
    if not others:
        return first
    rows: list[RowPlace] = []
    placed: set[int] = set()
    pages = 0
    for sheet in sheets:
        new = [row for row in sheet.rows if row.number not in placed]
        rows += [replace(row, page=row.page + pages) for row in new]
        placed.update(row.number for row in new if row.number)
        pages += sheet.pages
    return replace(
        first,
        codes=tuple(code for sheet in sheets for code in sheet.codes),
        rows=tuple(rows),
        page_parts=tuple(parts for sheet in sheets for parts in sheet.page_parts),
        page_groups=(),
    )


def _cells(left: float, fields: Sequence[tuple[str, float]]) -> tuple[SheetCell, ...]:
    cells = []
    for field, width in fields:
        cells.append(SheetCell(SheetField(field), left, float(width)))
        left += width
    return tuple(cells)


def _page_count(people: int, blanks: int, lists: int, paper: SheetPaper) -> int:
    """Return the fewest pages with room for everybody and at least a third of the blank lines.

    The others give way before a page of nothing but blank lines is printed.
    """
    needed = people + -(-blanks // 3)
    beyond_last = max(0, needed - paper.rows_last * lists)
    return 1 + -(-beyond_last // (paper.rows_full * lists))


@dataclass(frozen=True, slots=True)
class _Spot:
    page: int
    row: int
    cells: tuple[SheetCell, ...]


def _spots(
    pages: int, lists: Sequence[tuple[SheetCell, ...]], paper: SheetPaper
) -> Iterator[_Spot]:
    for page in range(1, pages + 1):
        for cells in lists:
            for row in range(paper.rows(last=page == pages)):
                yield _Spot(page, row, cells)


@lru_cache(maxsize=32)
def _rows(
    numbers: tuple[int, ...],
    pages: int,
    lists: tuple[tuple[SheetCell, ...], ...],
    paper: SheetPaper,
) -> tuple[RowPlace, ...]:
    """Place all lines. Sheets of a batch are much alike: they share what is equal."""
    queue = iter(numbers)
    return tuple(_place(spot, next(queue, 0), paper) for spot in _spots(pages, lists, paper))


def _place(spot: _Spot, number: int, paper: SheetPaper) -> RowPlace:
    top = round(paper.first_row + spot.row * ROW_HEIGHT, 3)
    first, last = spot.cells[0], spot.cells[-1]
    signed = tuple(
        Rect(cell.x, top, cell.width, ROW_HEIGHT)
        for cell in spot.cells
        if cell.field is SheetField.SIGNATURE
    )
    return RowPlace(
        page=spot.page,
        number=number,
        line=Rect(first.x, top, last.x + last.width - first.x, ROW_HEIGHT),
        signature=signed[0],
        part_signatures=signed if paper is not UPRIGHT else (),
    )
