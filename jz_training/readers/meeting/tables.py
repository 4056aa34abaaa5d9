"""The tables of an export: found by their headers, their rows as cells by meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from jz_training.domain.meeting_reading import MeetingColumn, MeetingField
from jz_training.readers.grids.grid import Cell, Grid, Row
from jz_training.readers.meeting.columns import Columns, chosen_columns, columns_of, heading_of
from jz_training.readers.meeting.moments import read_moment
from jz_training.readers.meeting.surnames import has_surname
from jz_training.readers.roster.values import cell_text, clean_text

#: A file whose first header stands lower has something else in it (domain.md §4).
_HEADER_WITHIN = 30
_SAMPLES = 3
_SECTION = re.compile(r"\d{1,2}\s*[.、]\s*\S.*")


@dataclass(slots=True, kw_only=True)
class TableRow:
    """One row under a header; `number` is the file's own, from 1."""

    sheet: str
    number: int
    name: Cell = ""
    alias: Cell = ""
    join: Cell = ""
    leave: Cell = ""
    duration: Cell = ""
    unit: Cell = ""
    cells: Sequence[Cell] = ()

    @property
    def text(self) -> str:
        """Return the beginning of the whole row, to be shown."""
        return " ".join(_filled(self.cells))[:80]


@dataclass(slots=True, kw_only=True)
class Table:
    """A header with the rows under it; `total`: one row has all the stays of a person."""

    columns: Columns
    headings: Sequence[Cell] = ()
    rows: list[TableRow] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class SheetTables:
    """A sheet: what stands above its tables, the tables, and its columns for a choice by hand."""

    head: Sequence[Row]
    tables: list[Table]
    columns: list[MeetingColumn]
    has_cells: bool


def tables_in(grid: Grid, *, chosen: dict[int, MeetingField], most_rows: int) -> SheetTables:
    """Return the tables of a sheet; raise OverflowError beyond `most_rows` rows."""
    rows = _limited(grid.rows, most_rows)
    _fill_down(grid, rows)
    starts = [(at, found) for at, row in enumerate(rows) if (found := columns_of(row))]
    if not starts or starts[0][0] >= _HEADER_WITHIN:
        starts = []
    first = starts[0][0] if starts else 0
    if chosen:
        starts = [(first if starts else -1, chosen_columns(chosen))]
    return SheetTables(
        head=rows[: first if starts else _HEADER_WITHIN],
        tables=[
            _table(grid.name, rows, at, end, columns) for at, end, columns in _spans(starts, rows)
        ],
        columns=_columns(grid.name, rows, first, starts[0][1] if starts else None),
        has_cells=any(_filled(row) for row in rows[:1000]),
    )


def _limited(stream: Iterable[Row], most: int) -> list[Row]:
    rows: list[Row] = []
    for row in stream:
        if len(rows) > most:
            raise OverflowError
        rows.append(row)
    return rows


def _fill_down(grid: Grid, rows: list[Row]) -> None:
    """Write the name of a merged cell into every row it spans."""
    for merge in grid.merges:
        if merge.top < merge.bottom < len(rows) and merge.left < len(rows[merge.top]):
            for at in range(merge.top + 1, min(merge.bottom + 1, len(rows))):
                row = list(rows[at])
                row[merge.left] = rows[merge.top][merge.left]
                rows[at] = row


def _spans(
    starts: list[tuple[int, Columns]], rows: Sequence[Row]
) -> Iterator[tuple[int, int, Columns]]:
    ends = [*(at for at, _ in starts[1:]), len(rows)]
    for (at, columns), end in zip(starts, ends, strict=False):
        yield at, end, columns


def _table(sheet: str, rows: Sequence[Row], at: int, end: int, columns: Columns) -> Table:
    index = columns.places
    table = Table(columns=columns, headings=rows[at] if at >= 0 else ())
    for number in range(at + 1, end):
        row = rows[number]
        if _is_apart(row):
            continue
        cells = {one.value: row[k] for one, k in index.items() if k < len(row)}
        table.rows.append(TableRow(sheet=sheet, number=number + 1, cells=row, **cells))
    return table


def _is_apart(row: Row) -> bool:
    """Tell whether a row is empty, or the number and name of a section."""
    if sum(not isinstance(cell, str) or bool(cell.strip()) for cell in row) > 1:
        return False
    filled = _filled(row)
    return not filled or (len(filled) == 1 and _SECTION.fullmatch(filled[0]) is not None)


def _filled(row: Row) -> list[str]:
    return [text for cell in row if (text := clean_text(cell) if cell != "" else "")]


def _columns(
    sheet: str, rows: Sequence[Row], header: int, columns: Columns | None
) -> list[MeetingColumn]:
    """Return every column with its heading and some samples, for a choice by hand."""
    meanings = {at: one for one, at in columns.places.items()} if columns else {}
    width = max((len(row) for row in rows[: header + 20]), default=0)
    below = rows[header + 1 : header + 20] if columns else rows[:20]
    found = []
    for at in range(width):
        heading = clean_text(rows[header][at]) if at < len(rows[header]) else ""
        samples = [text for row in below if at < len(row) and (text := cell_text(row[at]).strip())]
        if heading or samples:
            known = columns is not None
            usual = MeetingField.IGNORED if known else heading_of(heading).field
            found.append(
                MeetingColumn(
                    sheet=sheet,
                    index=at,
                    heading=heading,
                    field=meanings.get(at, usual),
                    samples=tuple(text[:40] for text in samples[:_SAMPLES]),
                )
            )
    return found if columns else _with_guesses(found)


def _with_guesses(columns: list[MeetingColumn]) -> list[MeetingColumn]:
    """Return columns without a header with what their samples look like, for a person to check."""
    times, names = [MeetingField.JOIN, MeetingField.LEAVE], [MeetingField.NAME]
    found = []
    for column in columns:
        guess = column.field
        if times and column.samples and all(map(read_moment, column.samples)):
            guess = times.pop(0)
        elif names and column.samples and all(map(_is_name, column.samples)):
            guess = names.pop()
        found.append(replace(column, field=guess))
    return found


def _is_name(text: str) -> bool:
    return len(text) < 5 and has_surname(text)
