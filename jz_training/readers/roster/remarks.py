"""What the user should know about a sheet: its columns, and the warnings of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from jz_training.domain.roster_reading import (
    FoundColumn,
    RosterField,
    RosterWarning,
    WarningCode,
)
from jz_training.readers.grids.grid import Grid, Row
from jz_training.readers.roster.blocks import Fields, id_card_columns, imported
from jz_training.readers.roster.rows import BlockRows
from jz_training.readers.roster.values import clean_text

EXAMPLES = 5
_SAMPLES = 3
_W = WarningCode


def describe_columns(
    grid: Grid, headings: Sequence[str], fields: Fields, below: Sequence[Row]
) -> list[FoundColumn]:
    """Describe the columns for the preview; an ID card is named and never sampled."""
    id_cards = id_card_columns(headings, below)
    return [
        FoundColumn(
            sheet=grid.name,
            index=n,
            heading=heading,
            field=fields[n],
            samples=() if n in id_cards else _samples(below, n),
        )
        for n, heading in enumerate(headings)
        if heading or fields[n] is not RosterField.IGNORED
    ]


def _samples(rows: Sequence[Row], column: int) -> tuple[str, ...]:
    texts = (clean_text(row[column]) for row in rows if column < len(row))
    return tuple(islice(filter(None, texts), _SAMPLES))


def about_rows(code: WarningCode, rows: Sequence[int], sheet: str) -> RosterWarning:
    """Return a warning about some rows, naming the first of them."""
    return RosterWarning(code, len(rows), tuple(map(str, rows[:EXAMPLES])), sheet)


def about_words(code: WarningCode, words: Sequence[str], sheet: str = "") -> RosterWarning:
    """Return a warning about some names or headings, naming the first different ones."""
    return RosterWarning(code, len(words), tuple(dict.fromkeys(words))[:EXAMPLES], sheet)


def value_warnings(reader: BlockRows, sheet: str) -> Iterator[RosterWarning]:
    """Return what is to be known about phones and names of a block."""
    if reader.unsure_phones:
        yield about_rows(_W.PHONE_UNSURE, reader.unsure_phones, sheet)
    if reader.two_phones:
        yield about_rows(_W.TWO_PHONES, reader.two_phones, sheet)
    if reader.cleaned:
        yield about_words(_W.CLEANED_NAME, reader.cleaned, sheet)


def column_warnings(
    grid: Grid, headings: Sequence[str], fields: Fields, below: Sequence[Row]
) -> Iterator[RosterWarning]:
    """Return what is to be known about the columns of a sheet."""
    if id_cards := id_card_columns(headings, below):
        yield about_words(_W.ID_COLUMN_LEFT_OUT, [headings[n] for n in id_cards], grid.name)
    if hidden := sorted(imported(fields) & grid.hidden_columns):
        yield about_words(_W.HIDDEN_COLUMNS_READ, [headings[n] for n in hidden], grid.name)


def sheet_warnings(grid: Grid, rows: Sequence[int]) -> Iterator[RosterWarning]:
    """Return what is to be known about people in hidden rows or on a hidden sheet, and formulas."""
    if grid.empty_formulas:
        yield about_words(_W.EMPTY_FORMULAS, grid.empty_formulas, grid.name)
    if grid.hidden_rows and (hidden := [row for row in rows if row - 1 in grid.hidden_rows]):
        yield about_rows(_W.HIDDEN_ROWS_READ, hidden, grid.name)
    if rows and not grid.visible:
        yield RosterWarning(_W.HIDDEN_SHEET_READ, sheet=grid.name)
