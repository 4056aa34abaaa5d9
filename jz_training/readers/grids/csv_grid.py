"""Text tables: comma (also ，), tab, semicolon or bar between the cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from jz_training.readers.grids.grid import Book, Grid, Row, squared
from jz_training.readers.grids.text_encoding import decode
from jz_training.readers.limits import WIDEST

_SEPARATORS = "\t,;|，"
_LOOKED_AT = 30
#: ="0391…": how spreadsheets are told to keep a number as typed.
_TYPED_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)


def read_csv(path: Path) -> Book:
    """Return the one sheet of a text table; its rows are numbered like Excel would."""
    decoded = decode(path.read_bytes())
    text = decoded.text.replace("\0", "")
    rows = squared(_rows(text, separator_of(text)))
    return Book(
        grids=[Grid(name="", rows=rows)],
        guessed_encoding="" if decoded.sure else decoded.encoding.upper(),
    )


def separator_of(text: str) -> str:
    """Return the separator that stands in most of the first lines; a comma when none does.

    Of equals the one that splits them most evenly. Tabs part the lines of a table whose every
    cell has commas in it: 3/5/26, 1:50:00 PM.
    """
    lines = [line for line in islice(io.StringIO(text), _LOOKED_AT) if line.strip()]
    best = max(
        _SEPARATORS, key=lambda one: (sum(one in line for line in lines), _evenness(lines, one))
    )
    return best if any(best in line for line in lines) else ","


def _evenness(lines: list[str], separator: str) -> int:
    """Count the lines that have the commonest number of separators above none."""
    counts = [found for line in lines if (found := line.count(separator))]
    return max((counts.count(found) * 100 + found for found in set(counts)), default=0)


def _rows(text: str, separator: str) -> list[Row]:
    """Return the rows; a quote that is never closed does not swallow those below it."""
    # A cell of 20 MB is the file's own limit; csv would stop at 128 KB with an error.
    csv.field_size_limit(len(text) + 1)
    try:
        return _parsed(io.StringIO(text, newline=""), separator, strict=True)
    except csv.Error:
        rows = _parsed(io.StringIO(text, newline=""), separator)
    if any(isinstance(cell, str) and _swallowed(cell, separator) for row in rows for cell in row):
        lines = io.StringIO(text, newline=None)
        return [row for line in lines for row in _parsed([line], separator) or [[]]]
    return rows


def _parsed(lines: Iterable[str], separator: str, *, strict: bool = False) -> list[Row]:
    return [_row(cells) for cells in csv.reader(lines, delimiter=separator, strict=strict)]


def _swallowed(cell: str, separator: str) -> bool:
    return separator in cell and ("\n" in cell or "\r" in cell)


def _row(cells: list[str]) -> Row:
    if any(cell.startswith('="') for cell in cells):
        cells = [_TYPED_AS_TEXT.sub(r"\1", cell) for cell in cells]
    return cells[:WIDEST]
