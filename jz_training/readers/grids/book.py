"""Opens a file of any kind that can be read and refuses the others with a sentence."""

from __future__ import annotations

from pathlib import Path

from jz_training.errors import CannotRead
from jz_training.readers.grids.grid import Book
from jz_training.readers.grids.refusals import TableRefusals
from jz_training.readers.grids.sniff import Kind, kind_of, media_of
from jz_training.readers.limits import Limits
from jz_training.readers.opening import head_of


def open_book(path: Path, limits: Limits, refusals: TableRefusals) -> Book:
    """Return the sheets of a file; raise CannotRead when it is none, broken or too large.

    Each kind's reader is imported when a file of that kind comes: the child starts faster.
    """
    head = head_of(path, limits, refusals)
    kind = kind_of(head)
    if kind is Kind.ZIP:
        from jz_training.readers.grids.xlsx_grid import read_xlsx
        from jz_training.readers.grids.zip_check import check_zip

        check_zip(path, limits, refusals)
        return read_xlsx(path, refusals)
    if kind is Kind.OLE:
        from jz_training.readers.grids.xls_grid import read_xls

        return read_xls(path, refusals)
    if kind is Kind.HTML:
        from jz_training.readers.grids.html_grid import read_html

        return read_html(path)
    if kind is Kind.TEXT:
        from jz_training.readers.grids.csv_grid import read_csv

        return read_csv(path)
    raise _refusal(path, kind, head, refusals)


def _refusal(path: Path, kind: Kind, head: bytes, refusals: TableRefusals) -> CannotRead:
    if kind is Kind.EMPTY:
        return refusals.is_empty(path)
    if kind is Kind.EXCEL_2003_XML:
        return refusals.old_kind(path, "Excel 2003 的 XML 表格")
    if kind is Kind.MHTML:
        return refusals.old_kind(path, "单个网页文件（.mht）")
    if what := media_of(head):
        return refusals.not_a_table(path, what)
    return refusals.unknown_kind(path)
