"""One sheet read into people: header, blocks, rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Protocol

from jz_training.domain.roster_reading import (
    FoundColumn,
    RosterField,
    RosterWarning,
    SkippedRow,
    SkipReason,
    WarningCode,
)
from jz_training.readers import remarks
from jz_training.readers.blocks import Block, split_blocks
from jz_training.readers.fill import fill_blanks
from jz_training.readers.grid import Grid, Row
from jz_training.readers.header import LOOKED_AT, Header, find_header
from jz_training.readers.judging import shown
from jz_training.readers.people import People
from jz_training.readers.rows import BlockRows, header_texts
from jz_training.readers.titles import unit_in_titles, unit_of_sheet
from jz_training.readers.values import clean_text

_CHUNK = 4000
_BELOW = 10  # rows below a header that show what its columns hold
_UNIT = RosterField.UNIT
_Rows = Iterator[tuple[int, list[Row]]]


class TooManyRows(Exception):
    """More rows with content than allowed."""


class Outlet(Protocol):
    """Takes people while their sheet is still being read, so that work can go on beside it."""

    def put(self, people: People) -> None:
        """Take people of one sheet that seem complete."""

    def drop(self, count: int) -> None:
        """Forget the last `count` people: they come again with what was learned below them."""


@dataclass(slots=True)
class SheetReading:
    """What one sheet says; `has_header` is false when no row of it looks like a header."""

    has_header: bool = False
    has_cells: bool = False
    headings: tuple[str, ...] = ()
    people: People = field(default_factory=People)
    skipped: list[SkippedRow] = field(default_factory=list)
    warnings: list[RosterWarning] = field(default_factory=list)
    columns: list[FoundColumn] = field(default_factory=list)
    changed_late: bool = False  # people were completed or put in order after their rows were read


def read_sheet(
    grid: Grid,
    *,
    chosen: Mapping[int, RosterField],
    most_rows: int,
    outlet: Outlet | None = None,
) -> SheetReading:
    """Read a sheet; raise TooManyRows beyond `most_rows` rows with content.

    The people are in the result; an `outlet` gets them as well, as soon as they are read.
    """
    rows = iter(grid.rows)
    head = list(islice(rows, LOOKED_AT + _BELOW))
    name_column = next((n for n, one in chosen.items() if one is RosterField.NAME), None)
    header = find_header(head, grid.merges, name_column=name_column)
    if header is None:
        return SheetReading(has_cells=any(map(any, head)))
    below = head[header.bottom + 1 :]
    blocks, fields = split_blocks(header.headings, below, chosen)
    reading = SheetReading(has_header=True, has_cells=True, headings=header.headings)
    reading.columns = remarks.describe_columns(grid, header.headings, fields, below)
    readers = _block_readers(grid, header, head, blocks, reading)
    chunks = _chunks(header.bottom + 1, chain(below, rows))
    put = _read_rows(readers, chunks, most_rows, outlet)
    _gather(grid, readers, blocks, reading)
    reading.warnings.extend(remarks.column_warnings(grid, header.headings, fields, below))
    if outlet:
        _put_rest(outlet, reading, put)
    return reading


def _block_readers(
    grid: Grid, header: Header, head: Sequence[Row], blocks: Sequence[Block], reading: SheetReading
) -> list[BlockRows]:
    titles = _read_titles(grid, head[: header.top], reading)
    has_units = any(_UNIT in block.columns for block in blocks)
    unit = "" if has_units else _unit_of_all(grid, titles, reading)
    texts = header_texts(header, head)
    return [BlockRows(grid, block, texts, frozenset(titles), unit) for block in blocks]


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


def _chunks(first: int, rows: Iterable[Row]) -> _Rows:
    rows = iter(rows)
    while chunk := list(islice(rows, _CHUNK)):
        yield first, chunk
        first += len(chunk)


def _read_rows(
    readers: Sequence[BlockRows], chunks: _Rows, most_rows: int, outlet: Outlet | None
) -> int:
    """Read the rows; return how many people the outlet got on the way."""
    put = 0
    for first, chunk in chunks:
        for reader in readers:
            reader.add(first, chunk)
        if sum(len(one.people) + len(one.skipped) for one in readers) > most_rows:
            raise TooManyRows
        if outlet and len(readers) == 1 and not readers[0].has_merged_cells:
            people = readers[0].people
            outlet.put(people.slice(put, len(people)))
            put = len(people)
    return put


def _put_rest(outlet: Outlet, reading: SheetReading, put: int) -> None:
    if put and reading.changed_late:
        outlet.drop(put)
        put = 0
    outlet.put(reading.people.slice(put, len(reading.people)))


def _gather(
    grid: Grid, readers: Sequence[BlockRows], blocks: Sequence[Block], reading: SheetReading
) -> None:
    reading.changed_late = len(blocks) > 1 or any(one.has_merged_cells for one in readers)
    for reader, block in zip(readers, blocks, strict=True):
        reader.finish()
        if _UNIT in block.columns and len(reader.people):
            _complete_units(grid, reader.people, reading)
        reading.people.append(reader.people)
        reading.skipped.extend(reader.skipped)
        reading.warnings.extend(remarks.value_warnings(reader, grid.name))
    if len(blocks) > 1:
        reading.people.reorder(_page_by_page(readers))
        reading.skipped.sort(key=lambda one: one.row)
        about = RosterWarning(WarningCode.SIDE_BY_SIDE, len(blocks), sheet=grid.name)
        reading.warnings.append(about)
    reading.warnings.extend(remarks.hidden_warnings(grid, reading.people.rows))


def _page_by_page(readers: Sequence[BlockRows]) -> list[int]:
    """Order side-by-side blocks as they are read: on each page the left column, then the right.

    A page begins with a repeated header; without any the sheet is one page.
    """
    pages = sorted(
        {one.row for r in readers for one in r.skipped if one.reason is SkipReason.REPEATED_HEADER}
    )
    places = [
        (bisect_right(pages, row), number, row)
        for number, reader in enumerate(readers)
        for row in reader.people.rows
    ]
    return sorted(range(len(places)), key=places.__getitem__)


def _complete_units(grid: Grid, people: People, reading: SheetReading) -> None:
    units = people.texts[_UNIT]
    if filled := fill_blanks(units):
        reading.changed_late = True
        rows = [people.rows[n] for n in filled]
        code = WarningCode.UNIT_FILLED_DOWN
        reading.warnings.append(remarks.about_rows(code, rows, grid.name))
    if "" in units:
        missing = [row for row, unit in zip(people.rows, units, strict=True) if not unit]
        code = WarningCode.UNIT_MISSING
        reading.warnings.append(remarks.about_rows(code, missing, grid.name))
