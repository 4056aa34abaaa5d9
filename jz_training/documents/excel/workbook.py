"""Workbooks: tables laid out on A4 sheets, one row at a time, with progress and a way to stop."""

from __future__ import annotations

import errno
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from jz_training.documents.columns import Column
from jz_training.documents.excel.book import ROW_HEIGHT, TITLE_HEIGHT, Book
from jz_training.documents.excel.cells import Cell, cell, cell_text, sheet_name
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.listing.adjusting import all_adjusted
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.errors import DiskFull, Stopped

Row = TypeVar("Row")

#: Excel's own limits.
ROWS_PER_SHEET = 1_048_576
TALLEST_ROW = 409.0  # points

#: What each further line of a wrapping text adds to its row, in points.
LINE = 14.25

#: The title's letters are that much wider than those of the rows below.
TITLE_SCALE = 1.6

#: Rows between two looks at `stop` and two reports of progress.
STRIDE = 500


def workbook(
    tables: Sequence[Table[Any]],
    properties: Properties,
    *,
    progress: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] | None = None,
    style: PaperStyle = AS_MADE,
    rows_per_sheet: int = ROWS_PER_SHEET,
) -> bytes:
    """Return an xlsx with one sheet per table, or several where a table is too long for one.

    What the office adjusted of title and columns is of the first table.
    `progress(done, total)` is told of rows; `stop()` is asked as often, and raises Stopped.
    """
    wanted = all_adjusted(tables, style.layout)
    sheets = [part for table in wanted for part in _parts(table, rows_per_sheet)]
    steps = _Steps(sum(len(sheet.rows) for sheet in sheets), progress, stop)
    try:
        return _written(sheets, Book(properties, style.layout), steps)
    except OSError as error:  # rows wait in the system's temporary folder
        if error.errno == errno.ENOSPC:
            raise DiskFull from error
        raise


def _written(sheets: Sequence[Table[Any]], book: Book, steps: _Steps) -> bytes:
    try:
        names: list[str] = []
        for sheet in sheets:
            names.append(sheet_name(sheet.sheet, names))
            book.begin(sheet, names[-1])
            _fill(book, sheet, steps)
        return book.finish()
    finally:
        book.discard()


class _Steps:
    """Counts rows, tells of progress and listens for a stop."""

    def __init__(
        self,
        total: int,
        progress: Callable[[int, int], None] | None,
        stop: Callable[[], bool] | None,
    ) -> None:
        self._total = total
        self._progress = progress
        self._stop = stop
        self._done = 0

    def count(self) -> None:
        if self._done % STRIDE == 0:
            self._look()
        self._done += 1
        if self._done == self._total and self._progress is not None:
            self._progress(self._done, self._total)

    def _look(self) -> None:
        if self._stop is not None and self._stop():
            raise Stopped
        if self._progress is not None:
            self._progress(self._done, self._total)


# --- laying out ------------------------------------------------------------------------------


def _parts(table: Table[Row], rows_per_sheet: int) -> Iterator[Table[Row]]:
    """Split a table that is too long for one sheet; the total stands on the last part."""
    room = rows_per_sheet - table.header_row - 1
    if len(table.rows) <= room:
        yield table
        return
    starts = range(0, len(table.rows), room)
    for start in starts:
        last = start == starts[-1]
        yield replace(
            table,
            rows=table.rows[start : start + room],
            total=table.total if last else {},
            first=start + 1,
        )


def _fill(book: Book, table: Table[Any], steps: _Steps) -> None:
    book.title(
        cell_text(table.title), _height(table.title, table.chars / TITLE_SCALE, TITLE_HEIGHT)
    )
    for fact in table.facts:
        book.fact(cell_text(fact), _height(fact, table.chars, ROW_HEIGHT))
    book.header()
    for place, row in enumerate(table.rows, table.first):
        steps.count()
        cells = [cell(column.take(row, place)) for column in table.columns]
        book.row(cells, _row_height(table.columns, cells))
    if table.total:
        book.total([cell(table.total.get(column.key)) for column in table.columns])


def _row_height(columns: Sequence[Column[Any]], cells: Sequence[Cell]) -> float:
    height = ROW_HEIGHT
    for column, content in zip(columns, cells, strict=True):
        # The cheap question first: nearly no cell is wider than its column.
        if isinstance(content, str) and (len(content) * 2 > column.chars or "\n" in content):
            height = max(height, _height(content, column.chars, ROW_HEIGHT))
    return height


def _height(text: str, chars: float, one_line: float) -> float:
    """Return the height of a text that wraps in a width; Excel allows no row above 409 points."""
    lines = sum(max(1, -int(-_width(line) // chars)) for line in text.split("\n"))
    return min(TALLEST_ROW, one_line + (lines - 1) * LINE)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
