"""Text tables: comma, tab, semicolon or bar between the cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from jz_training.readers.grid import Book, Grid, Row, squared
from jz_training.readers.limits import WIDEST
from jz_training.readers.text_encoding import decode

_SEPARATORS = "\t,;|"
_LOOKED_AT = 30
#: ="0391…": how spreadsheets are told to keep a number as typed.
_TYPED_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)


def read_csv(path: Path) -> Book:
    """Return the one sheet of a text table; its rows are numbered like Excel would."""
    decoded = decode(path.read_bytes())
    text = decoded.text.replace("\0", "")
    rows = squared([_row(cells) for cells in _records(text, separator_of(text))])
    return Book(
        grids=[Grid(name="", rows=rows)],
        guessed_encoding="" if decoded.sure else decoded.encoding.upper(),
    )


def separator_of(text: str) -> str:
    """Return the separator that splits the first lines most evenly; a comma when none does."""
    lines = [line for line in islice(io.StringIO(text), _LOOKED_AT) if line.strip()]
    best = max(_SEPARATORS, key=lambda separator: _evenness(lines, separator))
    return best if any(best in line for line in lines) else ","


def _evenness(lines: list[str], separator: str) -> int:
    """Count the lines that have the commonest number of separators above none."""
    counts = [found for line in lines if (found := line.count(separator))]
    return max((counts.count(found) * 100 + found for found in set(counts)), default=0)


def _records(text: str, separator: str) -> Iterator[list[str]]:
    # A cell of 20 MB is the file's own limit; csv would stop at 128 KB with an error.
    csv.field_size_limit(len(text) + 1)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _row(cells: list[str]) -> Row:
    if any(cell.startswith('="') for cell in cells):
        cells = [_TYPED_AS_TEXT.sub(r"\1", cell) for cell in cells]
    return cells[:WIDEST]
