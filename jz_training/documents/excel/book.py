"""The xlsx file itself, streamed by XlsxWriter: one row in memory, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.excel.cells import Cell
from jz_training.documents.excel.page_ends import footer_of, head_picture
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.listing.adjusting import adjusted_title
from jz_training.domain.paper_style import PaperLayout

#: Chinese Windows and WPS have these; elsewhere the office program takes its own.
BODY_FONT, HEAD_FONT = "宋体", "黑体"

#: 10.5 pt (五号): half a character is then just the 7 pixels in which Excel counts widths.
BODY_SIZE, TITLE_SIZE = 10.5, 16.0

#: Points, in whole pixels of 0.75.
TITLE_HEIGHT, HEADER_HEIGHT, ROW_HEIGHT = 33.75, 26.25, 20.25

#: Keeps text text when the user edits the cell, not only while it is left alone.
AS_TEXT = "@"
NUMBER_FORMATS = {
    Kind.ORDINAL: "0",
    Kind.TEXT: AS_TEXT,
    Kind.INTEGER: "0",
    Kind.DECIMAL: "General",
    Kind.PERCENT: "0.0%",
    Kind.DATE: "yyyy-mm-dd",
}

SIDE_MARGIN, END_MARGIN, PICTURE_MARGIN = 0.55, 0.75, 0.9  # inches
A4 = 9  # Excel's own number

_ALIGN = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
_BORDER = {"border": 1, "border_color": "#A6ADB8"}
_FILL = {"bg_color": "#F2F4F7"}
_FAINT = {"font_color": "#4E5969"}


class Book:
    """A workbook whose rows go to a temporary file as they come."""

    def __init__(self, properties: Properties, layout: PaperLayout) -> None:
        self._footer = footer_of(layout)
        self._picture = None if layout.logo is None else head_picture(layout.logo)
        self._folder = TemporaryDirectory(prefix="jz-training-", ignore_cleanup_errors=True)
        self._buffer = BytesIO()
        options = {"constant_memory": True, "tmpdir": self._folder.name}
        self._book = Workbook(self._buffer, options)
        self._book.set_properties(
            {
                "title": adjusted_title(properties.title, layout),
                "author": properties.maker,
                "created": properties.made_at,
            }
        )
        self._plain = self._book.add_format()
        self._heads = {
            "title": self._format(HEAD_FONT, TITLE_SIZE, "center"),
            "fact": self._format(BODY_FONT, BODY_SIZE, "left", **_FAINT),
            "header": self._format(HEAD_FONT, BODY_SIZE, "center", **_BORDER, **_FILL),
        }
        self._table: Table[Any]
        self._sheet: Worksheet
        self._formats: list[Format] = []
        self._row = 0

    def begin(self, table: Table[Any], name: str) -> None:
        """Start a sheet: widths, print set-up, frozen header, filter."""
        self._table, self._row = table, 0
        self._sheet = self._book.add_worksheet(name)
        self._sheet.set_default_row(ROW_HEIGHT)
        for index, column in enumerate(table.columns):
            self._sheet.set_column(index, index, column.chars)
        self._formats = [self._of_column(column) for column in table.columns]
        self._freeze_and_filter()
        self._set_up_print()

    def title(self, text: str, height: float) -> None:
        """Write the title across all columns."""
        self._across(text, height, self._heads["title"])

    def fact(self, text: str, height: float) -> None:
        """Write a line of facts across all columns."""
        self._across(text, height, self._heads["fact"])

    def header(self) -> None:
        """Write the headings of the columns."""
        headings = [column.heading for column in self._table.columns]
        self._write(headings, [self._heads["header"]] * len(headings), HEADER_HEIGHT)

    def row(self, cells: Sequence[Cell], height: float) -> None:
        """Write one row of the list."""
        self._write(cells, self._formats, height)

    def total(self, cells: Sequence[Cell]) -> None:
        """Write the total row."""
        formats = [self._of_column(column, bold=True, **_FILL) for column in self._table.columns]
        self._write(cells, formats, ROW_HEIGHT)

    def finish(self) -> bytes:
        """Return the finished file: same content, same bytes."""
        try:
            self._book.close()
        except FileCreateError as error:  # the library's wrapping of an OSError
            raise error.args[0] from error
        return self._buffer.getvalue()

    def discard(self) -> None:
        """Let go of the temporary files, whether finished or not."""
        for sheet in self._book.worksheets():
            # The library's public close() would first build the whole file. A full disk refuses
            # the last rows once more, and an open file could not be removed on Windows.
            with suppress(OSError):
                sheet._opt_close()
        self._folder.cleanup()

    # --- pieces ---

    def _write(self, cells: Sequence[Cell], formats: Sequence[Format], height: float) -> None:
        sheet, row = self._sheet, self._row
        if height != ROW_HEIGHT:
            sheet.set_row(row, height)
        for index, content in enumerate(cells):
            if isinstance(content, str):
                self._write_text(index, content, formats[index])
            elif content is None:
                sheet.write_blank(row, index, None, formats[index])
            elif isinstance(content, date):
                sheet.write_datetime(row, index, content, formats[index])
            else:
                sheet.write_number(row, index, content, formats[index])
        self._row += 1

    def _write_text(self, index: int, text: str, style: Format) -> None:
        if text.startswith("<r>") and text.endswith("</r>"):
            # The library takes such a string for its own markup and would write it as it is.
            self._sheet.write_rich_string(self._row, index, "<", self._plain, text[1:], style)
        else:
            self._sheet.write_string(self._row, index, text, style)

    def _across(self, text: str, height: float, style: Format) -> None:
        last = len(self._table.columns) - 1
        if last:
            self._sheet.merge_range(self._row, 0, self._row, last, "", style)
        self._write([text], [style], height)

    def _freeze_and_filter(self) -> None:
        table = self._table
        self._sheet.freeze_panes(table.header_row, 0)
        first, last = table.header_row - 1, table.last_row - 1
        self._sheet.autofilter(first, 0, last, len(table.columns) - 1)
        # Numbers kept as text (phones, staff numbers) are meant: no green corners.
        everything = xl_range(0, 0, last, len(table.columns) - 1)
        self._sheet.ignore_errors({"number_stored_as_text": everything})

    def _set_up_print(self) -> None:
        sheet, table = self._sheet, self._table
        sheet.set_paper(A4)
        if table.landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(table.header_row - 1)
        sheet.center_horizontally()
        sheet.set_margins(SIDE_MARGIN, SIDE_MARGIN, END_MARGIN, END_MARGIN)
        sheet.set_footer(self._footer)
        if self._picture is not None:
            self._put_picture(self._picture)

    def _put_picture(self, picture: BytesIO) -> None:
        """Put the office's picture into the header of the first sheet, which is printed."""
        self._sheet.set_margins(SIDE_MARGIN, SIDE_MARGIN, PICTURE_MARGIN, END_MARGIN)
        self._sheet.set_header("&L&G", {"image_left": "logo.png", "image_data_left": picture})
        self._picture = None

    def _format(self, font: str, size: float, align: str, **more: Any) -> Format:
        return self._book.add_format(
            {
                "font_name": font,
                "font_size": size,
                "align": align,
                "valign": "vcenter",
                **{"text_wrap": True, "num_format": AS_TEXT, **more},
            }
        )

    def _of_column(self, column: Column[Any], **more: Any) -> Format:
        return self._format(
            BODY_FONT,
            BODY_SIZE,
            _ALIGN[column.align],
            num_format=NUMBER_FORMATS[column.kind],
            text_wrap=column.kind is Kind.TEXT,
            **_BORDER,
            **more,
        )
