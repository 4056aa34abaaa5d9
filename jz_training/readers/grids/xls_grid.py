"""Sheets of .xls and .et files (OLE with BIFF inside), read by xlrd."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Any

import xlrd

from jz_training.readers.grids.grid import Book, Cell, Grid, Merge, Row
from jz_training.readers.grids.refusals import TableRefusals
from jz_training.readers.limits import WIDEST

#: Streams of what else is kept in OLE files: documents, presentations, mails.
_OTHER_DOCUMENTS = ("WordDocument", "PowerPoint Document", "__properties_version1.0")


def read_xls(path: Path, refusals: TableRefusals) -> Book:
    """Return the sheets of an OLE file; raise CannotRead for passwords, documents and damage."""
    data = path.read_bytes()
    if _stream_name("EncryptedPackage") in data:
        raise refusals.has_password(path)
    if not any(_stream_name(name) in data for name in ("Workbook", "Book")):
        if any(_stream_name(name) in data for name in _OTHER_DOCUMENTS):
            raise refusals.not_a_table(path, "文字文档或其他文件")
        raise refusals.is_broken(path, "no workbook in it: cut off before its directory?")
    try:
        book = _open(data)
    except Exception as error:  # xlrd meets damage with whatever its parsing happens to raise
        if "encrypted" in str(error).lower():
            raise refusals.has_password(path) from error
        raise refusals.is_broken(path, repr(error)) from error
    return Book(grids=[_grid(sheet, book.datemode) for sheet in book.sheets()])


def _stream_name(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\0\0"


def _open(data: bytes) -> Any:
    """Open with formats, which hold merges and hidden rows; without, where those are damaged."""
    try:
        return xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
    except xlrd.XLRDError:
        raise
    except Exception:  # only the formats may be odd: files of other makers often are
        return xlrd.open_workbook(file_contents=data, logfile=io.StringIO())


def _grid(sheet: Any, datemode: int) -> Grid:
    return Grid(
        name=sheet.name,
        rows=_rows(sheet, datemode),
        visible=sheet.visibility == 0,
        merges=tuple(
            Merge(top, left, bottom - 1, right - 1)
            for top, bottom, left, right in sheet.merged_cells
        ),
        hidden_rows=frozenset(row for row, about in sheet.rowinfo_map.items() if about.hidden),
        hidden_columns=frozenset(
            column for column, about in sheet.colinfo_map.items() if about.hidden
        ),
    )


def _rows(sheet: Any, datemode: int) -> Iterator[Row]:
    width = min(sheet.ncols, WIDEST)
    for row in range(sheet.nrows):
        kinds, values = sheet.row_types(row, 0, width), sheet.row_values(row, 0, width)
        yield [
            value if kind <= xlrd.XL_CELL_NUMBER else _special(kind, value, datemode)
            for kind, value in zip(kinds, values, strict=True)
        ]


def _special(kind: int, value: Any, datemode: int) -> Cell:
    """Return dates as dates; errors (#N/A) and blanks as empty."""
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind != xlrd.XL_CELL_DATE:
        return ""
    try:
        moment: datetime = xlrd.xldate_as_datetime(value, datemode)
    except (ValueError, OverflowError):
        return float(value)
    if value < 1:
        return moment.time()
    return moment if moment.time() != time() else moment.date()
