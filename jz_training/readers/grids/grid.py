"""A sheet as plain values, whatever kind of file it came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import NamedTuple

#: What stands in a cell; an empty cell is "".
Cell = str | float | int | bool | date | time | timedelta
Row = Sequence[Cell]


class Merge(NamedTuple):
    """A merged range, indices from 0, last row and column included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True, kw_only=True)
class Grid:
    """One sheet: its rows from Excel's row 1 on, all of one width, and what is known about them.

    `rows` may be a stream and is read once. `hidden_rows`, `hidden_columns` and the merges count
    from 0. `empty_formulas` names formula cells (D4) without a stored result.
    """

    name: str
    rows: Iterable[Row]
    visible: bool = True
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    empty_formulas: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Book:
    """All sheets of a file in their order; `guessed_encoding` is set when bytes were lost."""

    grids: Iterable[Grid] = field(default_factory=tuple)
    guessed_encoding: str = ""


def squared(rows: Sequence[Sequence[Cell]]) -> list[Row]:
    """Return rows of unequal length padded with empty cells to one width."""
    width = max(map(len, rows), default=0)
    return [row if len(row) == width else [*row, *[""] * (width - len(row))] for row in rows]


def column_letters(index: int) -> str:
    """Return Excel's name of a column counted from 0: 0 → A, 26 → AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
