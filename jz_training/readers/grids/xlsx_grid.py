"""Sheets of .xlsx files, read by calamine.

calamine aborts the whole process on a cell at XFD1048576 and needs much memory for far cells:
outside of tests this runs in the child of guarded.py only.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from jz_training.readers.grids.grid import Book, Grid, Merge, Row
from jz_training.readers.grids.refusals import TableRefusals
from jz_training.readers.grids.xlsx_scan import SheetMarks, scan_sheets
from jz_training.readers.grids.zip_check import ZIP_ERRORS
from jz_training.readers.limits import WIDEST

_DAMAGE = (*ZIP_ERRORS, CalamineError, ParseError, DefusedXmlException, KeyError, ValueError)
_Marks = dict[str, SheetMarks]


def read_xlsx(path: Path, refusals: TableRefusals) -> Book:
    """Return the work sheets of a zip that zip_check.py let pass; raise CannotRead if damaged.

    The search of the XML runs beside calamine, which lets go of the interpreter while it parses.
    """
    with ThreadPoolExecutor(max_workers=1) as beside:
        marks = beside.submit(scan_sheets, path)
        try:
            return Book(grids=list(_grids(path, marks, refusals)))
        except PasswordError as error:
            raise refusals.has_password(path) from error
        except _DAMAGE as error:
            raise refusals.is_broken(path, repr(error)) from error


def _grids(path: Path, marks: Future[_Marks], refusals: TableRefusals) -> Iterator[Grid]:
    with path.open("rb") as file:
        book = CalamineWorkbook.from_filelike(file)
        for index, about in enumerate(book.sheets_metadata):
            if about.typ is SheetTypeEnum.WorkSheet:
                sheet = book.get_sheet_by_index(index)
                found = marks.result().get(about.name, SheetMarks())
                yield _grid(sheet, about, found, rows=_rows(path, sheet, refusals))


def _grid(
    sheet: CalamineSheet, about: SheetMetadata, marks: SheetMarks, *, rows: Iterator[Row]
) -> Grid:
    return Grid(
        name=about.name,
        rows=rows,
        visible=about.visible is SheetVisibleEnum.Visible,
        merges=tuple(
            Merge(top, left, bottom, right)
            for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        ),
        hidden_rows=frozenset(marks.hidden_rows),
        hidden_columns=frozenset(marks.hidden_columns),
        empty_formulas=tuple(marks.empty_formulas),
    )


def _rows(path: Path, sheet: CalamineSheet, refusals: TableRefusals) -> Iterator[Row]:
    """calamine keeps empty rows above the first cell but drops empty columns left of it."""
    left = sheet.start[1] if sheet.start else 0
    rows = sheet.iter_rows()
    whole = left == 0 and sheet.width <= WIDEST
    read = 0
    try:
        for row in rows:
            yield row if whole else [*[""] * left, *row][:WIDEST]
            read += 1
    except OverflowError as error:  # of datetime, from a phone that is formatted as a time
        raise refusals.odd_date(path, sheet.name, read + 1) from error
