"""Where everything on a sign-in sheet stands, in millimetres (A4 portrait, domain.md §2).

Pages are filled one after the other, two columns left before right on each page. The last page
gives its two lowest lines to the totals and signatures, so that every table starts and ends at
the same height and the reader of a scan needs one frame only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from jz_training.domain.page_code import page_code
from jz_training.domain.sheet import Rect, RowPlace, SheetColumns, SheetGeometry, SheetOptions

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
LEFT, RIGHT = 14.0, 196.0

TABLE_TOP = 47.0
HEAD_HEIGHT = 8.4
ROW_HEIGHT = 9.6  # domain.md §2: at least 9.5, so that a signature has room
ROWS_FULL = 22
ROWS_LAST = 20
FIRST_ROW = TABLE_TOP + HEAD_HEIGHT
TABLE_BOTTOM = FIRST_ROW + ROWS_FULL * ROW_HEIGHT
GAP_OF_TWO = 2.0  # between the two lists of a page

MARK_SIDE, MARK_INSET = 3.0, 8.0
CODE_PLACE = Rect(150.0, 281.0, 46.0, 4.0)

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


_ONE = (("number", 11), ("name", 27), ("unit", 48), ("post", 30), ("signature", 42), ("note", 24))
_ONE_WITH_PHONE = (
    ("number", 10), ("name", 25), ("unit", 41), ("post", 26),
    ("phone", 27), ("signature", 35), ("note", 18),
)  # fmt: skip
_TWO = (("number", 8.5), ("name", 19.5), ("unit_and_post", 34), ("signature", 28))


def sheet_columns(*, people: int, options: SheetOptions) -> SheetColumns:
    """Return one or two lists per page: as chosen, else two for more than 40 people.

    A sheet with telephones stays at one list when nothing is chosen: two leave them little room.
    """
    if options.columns is not None:
        return options.columns
    crowded = people > ONE_COLUMN_LIMIT and not options.with_phone
    return SheetColumns.TWO if crowded else SheetColumns.ONE


def sheet_lists(
    columns: SheetColumns, *, with_phone: bool = False
) -> tuple[tuple[SheetCell, ...], ...]:
    """Return the cells of each list of a page, from left to right."""
    if columns is SheetColumns.ONE:
        return (_cells(LEFT, _ONE_WITH_PHONE if with_phone else _ONE),)
    width = sum(width for _, width in _TWO)
    return (_cells(LEFT, _TWO), _cells(LEFT + width + GAP_OF_TWO, _TWO))


def lay_out_sheet(
    *,
    people: int,
    options: SheetOptions,
    training_id: UUID,
    sheet_version: int,
    numbers: Sequence[int] = (),
) -> SheetGeometry:
    """Place `people` lines, then blank ones for walk-ins, on as few pages as they need.

    `numbers` are the attendees' own numbers where they are not 1 to `people`. Raises ValueError
    when there are not as many of them.
    """
    if numbers and len(numbers) != people:
        raise ValueError("numbers must name every person once")
    columns = sheet_columns(people=people, options=options)
    lists = sheet_lists(columns, with_phone=options.with_phone)
    pages = _page_count(people, max(0, options.blank_rows), len(lists))
    return SheetGeometry(
        page_width=PAGE_WIDTH,
        page_height=PAGE_HEIGHT,
        marks=_corner_marks(),
        codes=tuple(
            page_code(training_id, sheet_version=sheet_version, page=page + 1)
            for page in range(pages)
        ),
        code_place=CODE_PLACE,
        rows=_rows(tuple(numbers) or tuple(range(1, people + 1)), pages, lists),
    )


def rows_on(page: int, *, pages: int) -> int:
    """Return how many lines each list of a page has; pages count from 1."""
    return ROWS_LAST if page == pages else ROWS_FULL


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
    codes = tuple(code for sheet in sheets for code in sheet.codes)
    return replace(first, codes=codes, rows=tuple(rows))


def to_json(geometry: SheetGeometry) -> str:
    """Return the geometry as compact JSON, to be kept with the printed sheet."""
    return json.dumps(
        {
            "version": 1,
            "page": [geometry.page_width, geometry.page_height],
            "marks": [_numbers(mark) for mark in geometry.marks],
            "codes": geometry.codes,
            "code_place": _numbers(geometry.code_place),
            "rows": [
                [row.page, row.number, _numbers(row.line), _numbers(row.signature)]
                for row in geometry.rows
            ],
        },
        separators=(",", ":"),
    )


def from_json(text: str) -> SheetGeometry:
    """Read what `to_json` wrote. Raises ValueError when it is something else."""
    try:
        found = json.loads(text)
        if found["version"] != 1:
            raise ValueError(f"unknown version of a sheet's geometry: {found['version']!r}")
        return SheetGeometry(
            page_width=float(found["page"][0]),
            page_height=float(found["page"][1]),
            marks=tuple(Rect(*mark) for mark in found["marks"]),
            codes=tuple(found["codes"]),
            code_place=Rect(*found["code_place"]),
            rows=tuple(
                RowPlace(page, number, Rect(*line), Rect(*signature))
                for page, number, line, signature in found["rows"]
            ),
        )
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError("not the geometry of a sheet") from error


def _cells(left: float, fields: Sequence[tuple[str, float]]) -> tuple[SheetCell, ...]:
    cells = []
    for field, width in fields:
        cells.append(SheetCell(SheetField(field), left, float(width)))
        left += width
    return tuple(cells)


def _page_count(people: int, blanks: int, lists: int) -> int:
    """Return the fewest pages with room for everybody and at least a third of the blank lines.

    The others give way before a page of nothing but blank lines is printed.
    """
    needed = people + -(-blanks // 3)
    beyond_last = max(0, needed - ROWS_LAST * lists)
    return 1 + -(-beyond_last // (ROWS_FULL * lists))


@dataclass(frozen=True, slots=True)
class _Spot:
    page: int
    row: int
    cells: tuple[SheetCell, ...]


def _spots(pages: int, lists: Sequence[tuple[SheetCell, ...]]) -> Iterator[_Spot]:
    for page in range(1, pages + 1):
        for cells in lists:
            for row in range(rows_on(page, pages=pages)):
                yield _Spot(page, row, cells)


@lru_cache(maxsize=32)
def _rows(
    numbers: tuple[int, ...], pages: int, lists: tuple[tuple[SheetCell, ...], ...]
) -> tuple[RowPlace, ...]:
    """Place all lines. Sheets of a batch are much alike: they share what is equal."""
    queue = iter(numbers)
    return tuple(_place(spot, next(queue, 0)) for spot in _spots(pages, lists))


def _place(spot: _Spot, number: int) -> RowPlace:
    top = round(FIRST_ROW + spot.row * ROW_HEIGHT, 3)
    first, last = spot.cells[0], spot.cells[-1]
    sign = next(cell for cell in spot.cells if cell.field is SheetField.SIGNATURE)
    return RowPlace(
        page=spot.page,
        number=number,
        line=Rect(first.x, top, last.x + last.width - first.x, ROW_HEIGHT),
        signature=Rect(sign.x, top, sign.width, ROW_HEIGHT),
    )


def _corner_marks() -> tuple[Rect, ...]:
    far_x = PAGE_WIDTH - MARK_INSET - MARK_SIDE
    far_y = PAGE_HEIGHT - MARK_INSET - MARK_SIDE
    return tuple(
        Rect(x, y, MARK_SIDE, MARK_SIDE) for y in (MARK_INSET, far_y) for x in (MARK_INSET, far_x)
    )


def _numbers(rect: Rect) -> list[float]:
    return [rect.x, rect.y, rect.width, rect.height]
