"""One table of a sheet read into people: its blocks, its rows, and what completes them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import digits
from typing import Protocol

from jz_training.domain.roster_reading import (
    FoundColumn,
    RosterField,
    RosterWarning,
    SkippedRow,
    SkipReason,
    WarningCode,
)
from jz_training.readers.grids.grid import Grid, Row, column_letters
from jz_training.readers.roster import remarks
from jz_training.readers.roster.blocks import Block, split_blocks
from jz_training.readers.roster.fill import fill_blanks
from jz_training.readers.roster.header import Header, is_other_header
from jz_training.readers.roster.judging import NameHeadings, shown
from jz_training.readers.roster.people import People
from jz_training.readers.roster.rows import BlockRows, header_texts

_CHUNK = 4000
_UNIT = RosterField.UNIT


class TooManyRows(Exception):
    """More rows with content than allowed."""


class Outlet(Protocol):
    """Takes people while their sheet is still being read, so that work can go on beside it."""

    def put(self, people: People) -> None:
        """Take people of one sheet that seem complete."""

    def drop(self, count: int) -> None:
        """Forget the last `count` people: they come again with what was learned below them."""


class Rows(Protocol):
    """Gives rows in their order and takes back those taken too early."""

    next: int

    def take(self, count: int) -> list[Row]:
        """Return the next rows, at most `count`."""

    def put_back(self, rows: Sequence[Row]) -> None:
        """Take back the rows that were taken last."""


@dataclass(slots=True)
class TableReading:
    """What one table says."""

    people: People = field(default_factory=People)
    skipped: list[SkippedRow] = field(default_factory=list)
    warnings: list[RosterWarning] = field(default_factory=list)
    unit_below: str = ""  # of what follows the table
    changed_late: bool = False  # people were completed or put in order after their rows were read


class Table:
    """A header with the rows below it, in one block or several side by side.

    `head` are the rows of the sheet that the header counts from. `unit` is everybody's unit when
    neither a column nor a line between the people names another.
    """

    def __init__(
        self,
        grid: Grid,
        header: Header,
        head: Sequence[Row],
        *,
        titles: Sequence[str] = (),
        chosen: Mapping[int, RosterField] | None = None,
    ) -> None:
        self.header = header
        self.titles = titles
        self.unit = ""
        self._grid = grid
        self._name_headings = NameHeadings()
        self._header_rows = header_texts(header, head)
        self._below = self._own(head[header.bottom + 1 :])
        self._blocks, self._fields = split_blocks(header.headings, self._below, chosen or {})

    def _own(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return the rows before another table's header."""
        other = (n for n, row in enumerate(rows) if self._is_other_header(row))
        return rows[: next(other, len(rows))]

    def _is_other_header(self, row: Row) -> bool:
        if row.count("") == len(row) or not any(map(self._name_headings.__getitem__, row)):
            return False
        return is_other_header(row, self.header, self._header_rows)

    @property
    def has_units(self) -> bool:
        """Tell whether there is a column of units."""
        return any(_UNIT in block.columns for block in self._blocks)

    def describe_columns(self) -> list[FoundColumn]:
        """Describe the columns for the preview."""
        return remarks.describe_columns(self._grid, self.header.headings, self._fields, self._below)

    def read(self, rows: Rows, most_rows: int, outlet: Outlet | None) -> TableReading:
        """Read until the rows end or another table begins, whose header is left to come next.

        Raises TooManyRows beyond `most_rows` rows with content.
        """
        titles = frozenset(self.titles)
        readers = [
            BlockRows(self._grid, block, self._header_rows, titles, self._unit_of(block))
            for block in self._blocks
        ]
        put = self._read_rows(readers, rows, most_rows, outlet)
        reading = self._gathered(readers)
        if not readers:  # what is headed 姓名 holds ID cards: nobody can be named
            reading.skipped.extend(self._nobody(rows))
        if outlet:
            _put_rest(outlet, reading, put)
        return reading

    def _unit_of(self, block: Block) -> str:
        return "" if self.has_units else self.unit

    def _read_rows(
        self, readers: Sequence[BlockRows], rows: Rows, most_rows: int, outlet: Outlet | None
    ) -> int:
        """Read the rows; return how many people the outlet got on the way."""
        put, first = 0, rows.next
        while readers and (chunk := self._until_other_table(readers[0], rows)):
            for reader in readers:
                reader.add(first, chunk)
            first = rows.next
            if sum(len(one.people) + len(one.skipped) for one in readers) > most_rows:
                raise TooManyRows
            if outlet and len(readers) == 1 and not readers[0].has_merged_cells:
                people = readers[0].people
                outlet.put(people.slice(put, len(people)))
                put = len(people)
        return put

    def _nobody(self, rows: Rows) -> Iterator[SkippedRow]:
        """Skip the rows up to another table's header, which is left to come next."""
        while chunk := rows.take(_CHUNK):
            first = rows.next - len(chunk)
            for n, row in enumerate(chunk):
                if self._is_other_header(row):
                    rows.put_back(chunk[n:])
                    return
                if text := shown(row):
                    yield SkippedRow(first + n + 1, SkipReason.NO_NAME, text, self._grid.name)

    def _until_other_table(self, reader: BlockRows, rows: Rows) -> list[Row]:
        chunk = rows.take(_CHUNK)
        for n in reader.nameless(chunk):
            if self._is_other_header(chunk[n]):
                rows.put_back(chunk[n:])
                return chunk[:n]
        return chunk

    def _gathered(self, readers: Sequence[BlockRows]) -> TableReading:
        reading = TableReading(unit_below=self.unit)
        for reader, block in zip(readers, self._blocks, strict=True):
            reader.finish()
            if _UNIT in block.columns:
                self._fill_units(reader, block, reading)
            reading.changed_late |= reader.changed_late or reader.has_merged_cells
            reading.people.append(reader.people)
            reading.skipped.extend(reader.skipped)
            reading.warnings.extend(remarks.value_warnings(reader, self._grid.name))
        if len(readers) > 1:
            self._put_in_order(readers, reading)
        self._take_units_from_lines(readers, reading)
        reading.warnings.extend(self._remarks(reading))
        return reading

    def _fill_units(self, reader: BlockRows, block: Block, reading: TableReading) -> None:
        letters = column_letters(block.columns[_UNIT])
        if any(cell.rstrip(digits) == letters for cell in self._grid.empty_formulas):
            return  # what looks blank is not
        if filled := fill_blanks(reader.people.texts[_UNIT]):
            reading.changed_late = True
            rows = [reader.people.rows[n] for n in filled]
            code = WarningCode.UNIT_FILLED_DOWN
            reading.warnings.append(remarks.about_rows(code, rows, self._grid.name))

    def _put_in_order(self, readers: Sequence[BlockRows], reading: TableReading) -> None:
        reading.changed_late = True
        reading.people.reorder(_page_by_page(readers))
        reading.skipped.sort(key=lambda one: one.row)
        about = RosterWarning(WarningCode.SIDE_BY_SIDE, len(readers), sheet=self._grid.name)
        reading.warnings.append(about)

    def _take_units_from_lines(self, readers: Sequence[BlockRows], reading: TableReading) -> None:
        """Give the people below a line the unit that it names; one that names none ends it."""
        lines = sorted({line for reader in readers for line in reader.lines})
        units = [unit for _, unit in lines]
        if self.has_units or not any(units):
            return
        reading.changed_late = True
        reading.unit_below = units[-1]
        places = [bisect_left(lines, (row, "")) for row in reading.people.rows]
        texts = reading.people.texts
        texts[_UNIT] = [
            units[place - 1] if place else unit
            for place, unit in zip(places, texts[_UNIT], strict=True)
        ]
        code = WarningCode.UNIT_FROM_TITLE
        reading.warnings.append(
            remarks.about_words(code, list(filter(None, units)), self._grid.name)
        )

    def _remarks(self, reading: TableReading) -> Iterator[RosterWarning]:
        units = reading.people.texts[_UNIT]
        if "" in units:
            missing = [
                row for row, unit in zip(reading.people.rows, units, strict=True) if not unit
            ]
            yield remarks.about_rows(WarningCode.UNIT_MISSING, missing, self._grid.name)
        headings = self.header.headings
        yield from remarks.column_warnings(self._grid, headings, self._fields, self._below)


def _put_rest(outlet: Outlet, reading: TableReading, put: int) -> None:
    if put and reading.changed_late:
        outlet.drop(put)
        put = 0
    outlet.put(reading.people.slice(put, len(reading.people)))


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
