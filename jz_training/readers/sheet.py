"""One sheet read into people: header, blocks, rows, and what should be known about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from jz_training.domain.roster_reading import (
    FoundColumn,
    RosterField,
    RosterWarning,
    SkippedRow,
    SkipReason,
    WarningCode,
)
from jz_training.readers.blocks import Block, Fields, id_card_columns, imported, split_blocks
from jz_training.readers.fill import fill_blanks
from jz_training.readers.grid import Grid, Row
from jz_training.readers.header import LOOKED_AT, Header, find_header
from jz_training.readers.judging import shown
from jz_training.readers.people import People
from jz_training.readers.rows import BlockRows, header_texts
from jz_training.readers.titles import unit_in_titles, unit_of_sheet
from jz_training.readers.values import clean_text

_CHUNK = 2000
_EXAMPLES = 5
_SAMPLES = 3
_F, _W = RosterField, WarningCode


class TooManyRows(Exception):
    """More rows with content than allowed."""


@dataclass(slots=True)
class SheetReading:
    """What one sheet says. `has_header` is false when no row looks like a header."""

    has_header: bool = False
    people: People = field(default_factory=People)
    skipped: list[SkippedRow] = field(default_factory=list)
    warnings: list[RosterWarning] = field(default_factory=list)
    columns: list[FoundColumn] = field(default_factory=list)
    headings: tuple[str, ...] = ()
    has_cells: bool = False


def read_sheet(grid: Grid, *, chosen: Mapping[int, RosterField], most_rows: int) -> SheetReading:
    """Read a sheet; raise TooManyRows beyond `most_rows` rows with content."""
    rows = iter(grid.rows)
    head = list(islice(rows, LOOKED_AT + 10))
    name_column = next((n for n, one in chosen.items() if one is _F.NAME), None)
    header = find_header(head, grid.merges, name_column=name_column)
    if header is None:
        return SheetReading(has_cells=any(map(any, head)))
    below = head[header.bottom + 1 :]
    blocks, fields = split_blocks(header.headings, below, chosen)
    reading = SheetReading(has_header=True, has_cells=True, headings=header.headings)
    titles = _read_titles(grid, head[: header.top], reading)
    reading.columns = _columns(grid, header, fields, below)
    readers = [
        BlockRows(grid, block, header_texts(header, head), frozenset(titles)) for block in blocks
    ]
    for first, chunk in _chunks(header.bottom + 1, chain(below, rows)):
        for reader in readers:
            reader.add(first, chunk)
        if sum(len(one.people) + len(one.skipped) for one in readers) > most_rows:
            raise TooManyRows
    _gather(grid, readers, blocks, titles, reading)
    _warn_of_columns(grid, header, fields, below, reading)
    return reading


def _chunks(first: int, rows: Iterable[Row]) -> Iterator[tuple[int, list[Row]]]:
    rows = iter(rows)
    while chunk := list(islice(rows, _CHUNK)):
        yield first, chunk
        first += len(chunk)


def _read_titles(grid: Grid, rows: Sequence[Row], reading: SheetReading) -> list[str]:
    texts = [" ".join(filter(None, map(clean_text, row))) for row in rows]
    reading.skipped.extend(
        SkippedRow(n, SkipReason.TITLE, shown(row), grid.name)
        for n, (row, text) in enumerate(zip(rows, texts, strict=True), 1)
        if text
    )
    return [text for text in texts if text]


def _columns(grid: Grid, header: Header, fields: Fields, below: Sequence[Row]) -> list[FoundColumn]:
    """Describe the columns for the preview; an ID card is named and never sampled."""
    id_cards = id_card_columns(header.headings, below)
    return [
        FoundColumn(
            sheet=grid.name,
            index=n,
            heading=heading,
            field=fields[n],
            samples=() if n in id_cards else _samples(below, n),
        )
        for n, heading in enumerate(header.headings)
        if heading or fields[n] is not _F.IGNORED
    ]


def _samples(rows: Sequence[Row], column: int) -> tuple[str, ...]:
    texts = (clean_text(row[column]) for row in rows if column < len(row))
    return tuple(islice(filter(None, texts), _SAMPLES))


def _gather(
    grid: Grid,
    readers: Sequence[BlockRows],
    blocks: Sequence[Block],
    titles: Sequence[str],
    reading: SheetReading,
) -> None:
    for reader, block in zip(readers, blocks, strict=True):
        reader.finish()
        _complete_units(grid, reader.people, block, titles, reading)
        reading.people.append(reader.people)
        reading.skipped.extend(reader.skipped)
        _warn_of_values(grid, reader, reading)
    if len(blocks) > 1:
        reading.people.reorder(_page_by_page(readers))
        reading.skipped.sort(key=lambda one: one.row)
        reading.warnings.append(RosterWarning(_W.SIDE_BY_SIDE, len(blocks), sheet=grid.name))
    if hidden := grid.hidden_rows and [n for n in reading.people.rows if n - 1 in grid.hidden_rows]:
        reading.warnings.append(_about_rows(_W.HIDDEN_ROWS_READ, hidden, grid.name))
    if reading.people.rows and not grid.visible:
        reading.warnings.append(RosterWarning(_W.HIDDEN_SHEET_READ, sheet=grid.name))


def _page_by_page(readers: Sequence[BlockRows]) -> list[int]:
    """Order side-by-side blocks as they are read: on each page the left column, then the right.

    A page begins with a repeated header; without any the sheet is one page.
    """
    pages = sorted(
        {one.row for r in readers for one in r.skipped if one.reason is SkipReason.REPEATED_HEADER}
    )
    places = [
        (sum(page <= row for page in pages), number, row)
        for number, reader in enumerate(readers)
        for row in reader.people.rows
    ]
    return sorted(range(len(places)), key=places.__getitem__)


def _complete_units(
    grid: Grid, people: People, block: Block, titles: Sequence[str], reading: SheetReading
) -> None:
    units = people.texts[_F.UNIT]
    if not units:
        return
    if _F.UNIT in block.columns:
        if filled := fill_blanks(units):
            rows = [people.rows[n] for n in filled]
            reading.warnings.append(_about_rows(_W.UNIT_FILLED_DOWN, rows, grid.name))
        missing = [row for row, unit in zip(people.rows, units, strict=True) if not unit]
        if missing:
            reading.warnings.append(_about_rows(_W.UNIT_MISSING, missing, grid.name))
        return
    code, unit = _W.UNIT_FROM_TITLE, unit_in_titles(titles)
    if not unit:
        code, unit = _W.UNIT_FROM_SHEET_NAME, unit_of_sheet(grid.name)
    if unit:
        people.texts[_F.UNIT] = [unit] * len(units)
        reading.warnings.append(RosterWarning(code, len(units), (unit,), grid.name))


def _about_rows(code: WarningCode, rows: Sequence[int], sheet: str) -> RosterWarning:
    return RosterWarning(code, len(rows), tuple(map(str, rows[:_EXAMPLES])), sheet)


def _warn_of_values(grid: Grid, reader: BlockRows, reading: SheetReading) -> None:
    for code, rows in (
        (_W.PHONE_UNSURE, reader.unsure_phones),
        (_W.TWO_PHONES, reader.two_phones),
    ):
        if rows:
            reading.warnings.append(_about_rows(code, rows, grid.name))
    if reader.cleaned:
        names = tuple(dict.fromkeys(reader.cleaned))[:_EXAMPLES]
        reading.warnings.append(
            RosterWarning(_W.CLEANED_NAME, len(reader.cleaned), names, grid.name)
        )


def _warn_of_columns(
    grid: Grid, header: Header, fields: Fields, below: Sequence[Row], reading: SheetReading
) -> None:
    id_cards = tuple(header.headings[n] for n in id_card_columns(header.headings, below))
    hidden = tuple(header.headings[n] for n in sorted(imported(fields) & grid.hidden_columns))
    for code, words in (
        (_W.ID_COLUMN_LEFT_OUT, id_cards),
        (_W.HIDDEN_COLUMNS_READ, hidden),
        (_W.EMPTY_FORMULAS, grid.empty_formulas),
    ):
        if words:
            reading.warnings.append(RosterWarning(code, len(words), words[:_EXAMPLES], grid.name))
