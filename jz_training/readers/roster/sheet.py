"""One sheet read into people: what stands above its tables, and its tables one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from jz_training.domain.roster_reading import (
    FoundColumn,
    RosterField,
    RosterWarning,
    SkippedRow,
    SkipReason,
    WarningCode,
)
from jz_training.readers.grids.grid import Grid, Merge, Row
from jz_training.readers.roster import remarks
from jz_training.readers.roster.header import LOOKED_AT, Header, find_header
from jz_training.readers.roster.judging import shown
from jz_training.readers.roster.people import People
from jz_training.readers.roster.table import Outlet, Table, TableReading
from jz_training.readers.roster.titles import unit_in_titles, unit_of_sheet
from jz_training.readers.roster.values import clean_text

_BELOW = 10  # rows below a header that show what its columns hold


@dataclass(slots=True)
class SheetReading:
    """What one sheet says; `has_header` is false when no row of it looks like a header.

    `headings` and `columns` are those of its first table with people.
    """

    has_header: bool = False
    has_cells: bool = False
    headings: tuple[str, ...] = ()
    people: People = field(default_factory=People)
    skipped: list[SkippedRow] = field(default_factory=list)
    warnings: list[RosterWarning] = field(default_factory=list)
    columns: list[FoundColumn] = field(default_factory=list)


class RowSource:
    """The rows of a sheet in their order; those taken too early can be put back."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = iter(rows)
        self._back: list[Row] = []
        self.next = 0  # index of the row that comes next

    def take(self, count: int) -> list[Row]:
        """Return the next rows, at most `count`."""
        taken, self._back = self._back[:count], self._back[count:]
        taken.extend(islice(self._rows, count - len(taken)))
        self.next += len(taken)
        return taken

    def put_back(self, rows: Sequence[Row]) -> None:
        """Take back the rows that were taken last."""
        self._back[:0] = rows
        self.next -= len(rows)


def read_sheet(
    grid: Grid,
    *,
    chosen: Mapping[int, RosterField],
    most_rows: int,
    outlet: Outlet | None = None,
) -> SheetReading:
    """Read a sheet; raise TooManyRows beyond `most_rows` rows with content.

    The people are in the result; an `outlet` gets them as well, as soon as they are read. What the
    user has `chosen` is about the columns of the first table with people.
    """
    rows = RowSource(grid.rows)
    head = rows.take(LOOKED_AT + _BELOW)
    name_column = next((n for n, one in chosen.items() if one is RosterField.NAME), None)
    header = find_header(head, grid.merges, name_column=name_column)
    if header is None:
        return SheetReading(has_cells=any(map(any, head)))
    reading = SheetReading(has_header=True, has_cells=True)
    titles = _read_titles(grid, head[: header.top], reading)
    table = Table(grid, header, head, titles=titles, chosen=chosen)
    if not table.has_units:
        table.unit = _unit_of_all(grid, titles, reading)
    rows.put_back(head[header.bottom + 1 :])
    _add(reading, table, part := table.read(rows, most_rows, outlet))
    while head := rows.take(LOOKED_AT + _BELOW):
        table = _table_below(grid, rows, head, reading, chosen)
        table.titles, table.unit = titles, part.unit_below
        rows.put_back(head[table.header.bottom + 1 :])
        part = table.read(rows, most_rows - len(reading.people), outlet)
        _add(reading, table, part)
    reading.warnings.extend(remarks.sheet_warnings(grid, reading.people.rows))
    return reading


def _add(reading: SheetReading, table: Table, part: TableReading) -> None:
    if not len(reading.people):
        reading.headings, reading.columns = table.header.headings, table.describe_columns()
    reading.people.append(part.people)
    reading.skipped.extend(part.skipped)
    reading.warnings.extend(part.warnings)


def _table_below(
    grid: Grid,
    rows: RowSource,
    head: Sequence[Row],
    reading: SheetReading,
    chosen: Mapping[int, RosterField],
) -> Table:
    """Return the table whose header begins the rows `head`, which were taken last."""
    first = rows.next - len(head)
    header = _header_at_top(head, _below(grid.merges, first))
    reading.skipped.extend(
        SkippedRow(first + n + 1, SkipReason.REPEATED_HEADER, shown(row), grid.name)
        for n, row in enumerate(head[: header.bottom + 1])
        if shown(row)
    )
    if not len(reading.people):
        return Table(grid, header, head, chosen=chosen)
    about = remarks.about_rows(WarningCode.SEVERAL_TABLES, [first + 1], grid.name)
    reading.warnings.append(about)
    return Table(grid, header, head)


def _below(merges: Sequence[Merge], first: int) -> list[Merge]:
    """Return the merges from a row on, counted from that row."""
    return [
        Merge(m.top - first, m.left, m.bottom - first, m.right) for m in merges if m.top >= first
    ]


def _header_at_top(head: Sequence[Row], merges: Sequence[Merge]) -> Header:
    header = find_header(head[:1], merges)
    assert header is not None  # is_other_header has seen 姓名 in it
    two_rows = find_header(head[:2], merges)
    return two_rows if two_rows and two_rows.top == 0 and two_rows.bottom else header


def _read_titles(grid: Grid, rows: Sequence[Row], reading: SheetReading) -> list[str]:
    texts = [" ".join(filter(None, map(clean_text, row))) for row in rows]
    reading.skipped.extend(
        SkippedRow(n, SkipReason.TITLE, shown(row), grid.name)
        for n, (row, text) in enumerate(zip(rows, texts, strict=True), 1)
        if text
    )
    return [text for text in texts if text]


def _unit_of_all(grid: Grid, titles: Sequence[str], reading: SheetReading) -> str:
    """Return the unit of a sheet without a column of units: by its title, else by its name."""
    code, unit = WarningCode.UNIT_FROM_TITLE, unit_in_titles(titles)
    if not unit:
        code, unit = WarningCode.UNIT_FROM_SHEET_NAME, unit_of_sheet(grid.name)
    if unit:
        reading.warnings.append(remarks.about_words(code, [unit], grid.name))
    return unit
