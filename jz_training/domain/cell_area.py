"""Cells and ranges by their names: B5 and $A$5:C14, rows and columns counted from 1."""

from __future__ import annotations

import re
from typing import NamedTuple

#: The last row and column a workbook can have.
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")


class Area(NamedTuple):
    """A range of cells, its last row and column included; one cell is a range as well."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def name(self) -> str:
        """Return A5:C14, or A5 for one cell."""
        first = cell_name(self.top, self.left)
        last = cell_name(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell is inside."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def meets(self, other: Area) -> bool:
        """Tell whether two ranges have a cell in common."""
        return (
            self.top <= other.bottom
            and other.top <= self.bottom
            and self.left <= other.right
            and other.left <= self.right
        )


def column_name(column: int) -> str:
    """Return the letters of a column: 1 → A, 27 → AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column by its letters: A → 1, AA → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell: 5, 2 → B5."""
    return f"{column_name(column)}{row}"


def cell_at(name: str) -> tuple[int, int]:
    """Return row and column of a cell by its name. Raises ValueError."""
    found = _CELL.fullmatch(name)
    if found is None:
        raise ValueError(name)
    return int(found[2]), column_number(found[1])


def area_of(name: str) -> Area:
    """Return a range by its name, the corners in order. Raises ValueError."""
    first, _, last = name.partition(":")
    (top, left), (bottom, right) = cell_at(first), cell_at(last or first)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
