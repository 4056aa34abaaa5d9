"""References inside the formulas of a workbook: found, moved with inserted rows, copied down.

Nothing is calculated. Texts, names, functions and references into other files pass unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from jz_training.domain.cell_area import (
    LAST_COLUMN,
    LAST_ROW,
    Area,
    column_name,
    column_number,
)

_SHEET = r"(?:'(?:[^']|'')++'|[^\W\d][\w.]*(?::[^\W\d][\w.]*)?)!"
_ONE = r"\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}"
_TOKEN = re.compile(
    rf"""
    (?P<text>"(?:[^"]|"")*+"?)
    |(?P<other>\[\d+\][^\W\d][\w.]*!|'\[[^']*'!)(?:{_ONE}(?::{_ONE})?|[\w.$:]+)
    |(?P<sheet>{_SHEET})?(?:
        (?P<cells>{_ONE}(?::{_ONE})?)
        |(?P<rows>\$?[1-9]\d{{0,6}}:\$?[1-9]\d{{0,6}})
        |(?P<columns>\$?[A-Za-z]{{1,3}}:\$?[A-Za-z]{{1,3}})
    )(?![\w(.!\[])
    |(?P<error>\#[A-Z/0]+[!?]?)
    |(?P<table>[^\W\d][\w.]*\[(?:[^\[\]]|\[[^\]]*\])*\])
    |(?P<word>[^\W\d][\w.\\]*(?:!|\()?)
    |(?P<quoted>'(?:[^']|'')*+'?)  # no sheet: passed at once, never searched from inside
    |(?P<number>\d+(?:\.\d*)?(?:[Ee][+-]?\d+)?)
    """,
    re.VERBOSE,
)
#: Characters of a formula, Excel's own limit.
LONGEST = 8192

_PART = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*)")
_ROW = re.compile(r"(\$?)([1-9]\d*)")

#: Functions whose result may change with anything.
_OPEN_ENDED = frozenset(
    {"INDIRECT(", "OFFSET(", "TODAY(", "NOW(", "RAND(", "RANDBETWEEN(", "CELL("}
)
_VALUES = frozenset({"TRUE", "FALSE"})


class CrossesSheets(Exception):
    """A formula refers to the same cells of several sheets at once."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What a formula reads: ranges by sheet ("" its own); `open_ended` when that is not all."""

    areas: tuple[tuple[str, Area], ...]
    open_ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowInsertion:
    """`count` rows that come below the row `last` of the ready rows `first` to `last`."""

    first: int
    last: int
    count: int

    def row(self, row: int) -> int:
        """Return where a row is afterwards."""
        return row + self.count if row > self.last else row

    def rows(self, top: int, bottom: int) -> tuple[int, int]:
        """Return where a range of rows is afterwards; one that ends with the block grows."""
        if top > self.last:
            return top + self.count, bottom + self.count
        return top, bottom + self.count if bottom >= self.last else bottom

    def area(self, area: Area) -> Area:
        """Return where a range is afterwards."""
        top, bottom = self.rows(area.top, area.bottom)
        return area._replace(top=top, bottom=min(bottom, LAST_ROW))

    def tied_area(self, area: Area) -> Area:
        """Return where a range is that belongs to its row: one row stays one row."""
        if area.top < area.bottom:
            return self.area(area)
        return area._replace(top=self.row(area.top), bottom=self.row(area.bottom))


def moved(formula: str, insertion: RowInsertion, *, applies: Callable[[str], bool],
          at_row: int = 0) -> str:  # fmt: skip
    """Return a formula after rows were inserted; `applies` tells of which sheets ("" its own).

    A range that ends with the block grows, so that a sum takes the new rows in; only a running
    sum of the block's last row itself (`at_row`), which ends where it stands, does not. Raises
    CrossesSheets, and ValueError for a formula that no program wrote.
    """
    _check_length(formula)

    def move(match: re.Match[str]) -> str:
        sheet = match["sheet"] or ""
        if not applies(_sheet_name(sheet)):
            return match[0]
        if match["cells"]:
            return sheet + _moved_cells(match["cells"], insertion, at_row)
        if match["rows"]:
            return sheet + _moved_rows(match["rows"], insertion)
        return match[0]

    return _TOKEN.sub(move, formula)


def copied(formula: str, *, down: int, right: int = 0) -> str:
    """Return a formula as it reads in a cell further down: what has no $ goes along.

    Raises ValueError for a formula that no program wrote.
    """
    _check_length(formula)

    def copy(match: re.Match[str]) -> str:
        sheet = match["sheet"] or ""
        if match["cells"]:
            return sheet + _PART.sub(lambda part: _copied_cell(part, down, right), match["cells"])
        if match["rows"]:
            return sheet + _ROW.sub(lambda part: _copied_row(part, down), match["rows"])
        return match[0]

    return _TOKEN.sub(copy, formula)


def reach_of(formula: str) -> Reach:
    """Return what a formula reads."""
    areas, open_ended = [], False
    if len(formula) > LONGEST:
        return Reach((), open_ended=True)
    for match in _TOKEN.finditer(formula):
        if match["cells"] or match["rows"] or match["columns"]:
            areas.append((_sheet_name(match["sheet"] or ""), _area(match)))
        elif match["table"]:
            open_ended = True
        elif word := match["word"]:
            named = not word.endswith("(") and word.upper() not in _VALUES
            open_ended |= named or word.upper() in _OPEN_ENDED
    return Reach(tuple(areas), open_ended)


# --- inside ----------------------------------------------------------------------------------


def _check_length(formula: str) -> None:
    if len(formula) > LONGEST:
        raise ValueError(f"a formula of {len(formula)} characters")


def _sheet_name(prefix: str) -> str:
    name = prefix.removesuffix("!")
    if name.startswith("'"):
        name = name[1:-1].replace("''", "'")
    if ":" in name:
        raise CrossesSheets(name)
    return name


def _area(match: re.Match[str]) -> Area:
    if match["rows"]:
        top, bottom = (int(part[2]) for part in _ROW.finditer(match["rows"]))
        return Area(top, 1, bottom, LAST_COLUMN)
    if match["columns"]:
        left, right = (column_number(one.strip("$")) for one in match["columns"].split(":"))
        return Area(1, left, LAST_ROW, right)
    corners = [(int(part[4]), column_number(part[2])) for part in _PART.finditer(match["cells"])]
    rows, columns = zip(*corners, strict=True)
    return Area(min(rows), min(columns), max(rows), max(columns))


def _moved_cells(text: str, insertion: RowInsertion, at_row: int) -> str:
    parts = list(_PART.finditer(text))
    if len(parts) == 1:
        return _at(parts[0], insertion.row(int(parts[0][4])))
    top, bottom = sorted(parts, key=lambda part: int(part[4]))
    running = at_row == insertion.last == int(bottom[4]) and not bottom[3]
    first, last = insertion.rows(int(top[4]), int(bottom[4]))
    rows = {top: first, bottom: int(bottom[4]) if running else last}
    return ":".join(_at(part, rows[part]) for part in parts)


def _moved_rows(text: str, insertion: RowInsertion) -> str:
    (one, top), (two, bottom) = ((part[1], int(part[2])) for part in _ROW.finditer(text))
    first, last = insertion.rows(top, bottom)
    return f"{one}{first}:{two}{last}"


def _at(part: re.Match[str], row: int) -> str:
    return f"{part[1]}{part[2]}{part[3]}{row}" if row <= LAST_ROW else "#REF!"


def _copied_cell(part: re.Match[str], down: int, right: int) -> str:
    row = int(part[4]) + (0 if part[3] else down)
    column = column_number(part[2]) + (0 if part[1] else right)
    if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
        return "#REF!"
    return f"{part[1]}{column_name(column)}{part[3]}{row}"


def _copied_row(part: re.Match[str], down: int) -> str:
    return f"{part[1]}{int(part[2]) + (0 if part[1] else down)}"
