"""The sign-in sheet as a workbook, to be changed by hand: the same columns, lines and pages.

A list is printed to the width of the page. Two lists side by side are filled page by page, as on
the PDF: there the page breaks are ours, and the columns are as wide as the page without scaling,
since Excel forgets set breaks when it fits a sheet to a width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from types import MappingProxyType
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jz_training.documents.excel.book import A4, AS_TEXT, BODY_FONT, HEAD_FONT
from jz_training.documents.excel.cells import cell_text, sheet_name
from jz_training.documents.excel.page_ends import head_picture

#: Pixels to a millimetre at 96 to an inch: the unit in which office programs count both sides.
PIXELS = 96 / 25.4

#: 27.75 points, 9.8 mm: room for a signature (domain.md §2: at least 9.5 mm).
LINE_PIXELS = 37
TITLE_PIXELS, NOTE_PIXELS, FACT_PIXELS, HEAD_PIXELS = 45, 20, 24, 34
PART_HEAD_PIXELS = 58

#: Inches; the footer stands inside the lower margin. The table is narrower than what the side
#: margins leave: LibreOffice makes columns 6 % wider than Excel does.
SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN, FOOT_MARGIN = 0.2, 0.5, 0.65, 0.3

#: Columns are counted in the digits of this face: 7 pixels in it and in what stands in for it
#: elsewhere, so that 28 mm are 28 mm in each office program. Every cell has a face of its own.
#: Each workbook gets a copy: XlsxWriter writes into what it is given.
WIDTHS_IN = MappingProxyType({"font_name": "Arial", "font_size": 10})

#: A text of more half-width characters than twice its cell takes gets the small size.
_POINTS_PER_CHAR, _SMALL = 4.6, 7.0

Cell = str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """A column: its heading, its width in mm, and where its text stands."""

    heading: str
    width: float
    centred: bool = False
    size: float = 10.5


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPages:
    """One worksheet: head lines, lists side by side, the lines of each page, and the totals.

    `facts` has two halves a line. A page is a list of lines, a line the cells of all lists;
    `totals` are the cells of the line of counts, `signed` the words of the last one.
    """

    name: str
    heading: str
    note: str
    facts: tuple[tuple[str, str], ...]
    lists: tuple[tuple[SheetColumn, ...], ...]
    pages: tuple[tuple[tuple[Cell, ...], ...], ...]
    totals: tuple[tuple[int, str], ...]
    signed: str
    footer: str
    lying: bool = False
    logo: bytes | None = None
    half: int = 3  # the column at which the second half of the head begins

    @property
    def columns(self) -> tuple[SheetColumn | None, ...]:
        """Return the columns from left to right, None for the gap between two lists."""
        first, *others = self.lists
        found: list[SheetColumn | None] = [*first]
        for one in others:
            found += [None, *one]
        return tuple(found)


class SheetBook:
    """Writes worksheets into one workbook; the same sheets give the same bytes."""

    def __init__(self, *, title: str, maker: str, made_at: datetime) -> None:
        self._buffer = BytesIO()
        self._book = Workbook(
            self._buffer, {"in_memory": True, "default_format_properties": dict(WIDTHS_IN)}
        )
        self._book.set_properties({"title": title, "author": maker, "created": made_at})
        self._formats: dict[tuple[Any, ...], Format] = {}
        self._names: list[str] = []
        self._rich = self._book.add_format()

    def add(self, pages: SheetPages) -> None:
        """Add a worksheet."""
        self._names.append(sheet_name(pages.name, self._names))
        sheet = self._book.add_worksheet(self._names[-1])
        for at, column in enumerate(pages.columns):
            width = 2.0 if column is None else column.width
            sheet.set_column_pixels(at, at, round(width * PIXELS))
        head = self._head(sheet, pages)
        breaks, row = [], head + 1
        for page in pages.pages:
            for line in page:
                self._line(sheet, row, pages.columns, line)
                row += 1
            breaks.append(row)
        self._totals(sheet, row, pages)
        self._set_up_print(sheet, pages, head=head, breaks=breaks[:-1])

    def finish(self) -> bytes:
        """Return the file."""
        self._book.close()
        return self._buffer.getvalue()

    # --- pieces --------------------------------------------------------------------------------

    def _head(self, sheet: Worksheet, pages: SheetPages) -> int:
        """Write title, note, facts and headings; return the row of the headings."""
        last = len(pages.columns) - 1
        self._across(sheet, 0, 0, last, pages.heading, font=HEAD_FONT, size=16.0, align="center")
        sheet.set_row_pixels(0, TITLE_PIXELS)
        if pages.logo is not None:
            picture = {"image_data": head_picture(pages.logo), "y_offset": 3, "decorative": True}
            sheet.insert_image(0, 0, "logo.png", picture)
        row = 1
        if pages.note:
            self._across(sheet, row, 0, last, pages.note, size=10.5, align="center")
            sheet.set_row_pixels(row, NOTE_PIXELS)
            row += 1
        for left, right in pages.facts:
            self._across(sheet, row, 0, pages.half - 1, left, size=10.5)
            self._across(sheet, row, pages.half, last, right, size=10.5)
            sheet.set_row_pixels(row, FACT_PIXELS)
            row += 1
        style = self._format(font=HEAD_FONT, size=10.5, align="center", border=1)
        for at, column in enumerate(pages.columns):
            if column is not None:
                sheet.write_string(row, at, column.heading, style)
        tall = any(column and "\n" in column.heading for column in pages.columns)
        sheet.set_row_pixels(row, PART_HEAD_PIXELS if tall else HEAD_PIXELS)
        return row

    def _line(
        self,
        sheet: Worksheet,
        row: int,
        columns: Sequence[SheetColumn | None],
        cells: Sequence[Cell],
    ) -> None:
        sheet.set_row_pixels(row, LINE_PIXELS)
        written = iter(cells)
        for at, column in enumerate(columns):
            if column is None:
                continue
            content = next(written)
            align = "center" if column.centred else "left"
            size = _size(content, column)
            style = self._format(size=size, align=align, border=1, number=isinstance(content, int))
            if content is None or content == "":
                sheet.write_blank(row, at, None, style)
            elif isinstance(content, int):
                sheet.write_number(row, at, content, style)
            else:
                self._text(sheet, row, at, content, style)

    def _totals(self, sheet: Worksheet, row: int, pages: SheetPages) -> None:
        """Write the counts, each from its column to the next one's, and who signs."""
        last = len(pages.columns) - 1
        ends = [at - 1 for at, _ in pages.totals[1:]] + [last]
        for (first, words), end in zip(pages.totals, ends, strict=True):
            self._across(sheet, row, first, end, words, size=10.5, border=1)
        self._across(sheet, row + 1, 0, last, pages.signed, size=10.5, border=1)
        for each in (row, row + 1):
            sheet.set_row_pixels(each, LINE_PIXELS)

    def _across(
        self, sheet: Worksheet, row: int, first: int, last: int, text: str, **style: Any
    ) -> None:
        made = self._format(**style)
        if last > first:
            sheet.merge_range(row, first, row, last, "", made)
        self._text(sheet, row, first, text, made)

    def _text(self, sheet: Worksheet, row: int, at: int, text: str, style: Format) -> None:
        text = cell_text(text)
        if not text:
            sheet.write_blank(row, at, None, style)
        elif text.startswith("<r>") and text.endswith("</r>"):
            # the library would take it for its own markup (decision 0005)
            sheet.write_rich_string(row, at, "<", self._rich, text[1:], style)
        else:
            sheet.write_string(row, at, text, style)

    def _format(
        self,
        *,
        font: str = BODY_FONT,
        size: float,
        align: str = "left",
        border: int = 0,
        number: bool = False,
    ) -> Format:
        key = (font, size, align, border, number)
        if key not in self._formats:
            self._formats[key] = self._book.add_format(
                {
                    "font_name": font,
                    "font_size": size,
                    "align": align,
                    "valign": "vcenter",
                    "border": border,
                    "text_wrap": not number,
                    "num_format": "0" if number else AS_TEXT,
                }
            )
        return self._formats[key]

    def _set_up_print(
        self, sheet: Worksheet, pages: SheetPages, *, head: int, breaks: Sequence[int]
    ) -> None:
        sheet.set_paper(A4)
        if pages.lying:
            sheet.set_landscape()
        if len(pages.lists) == 1:
            sheet.fit_to_pages(1, 0)
        else:
            sheet.set_h_pagebreaks(breaks)
        sheet.repeat_rows(0, head)
        sheet.freeze_panes(head + 1, 0)
        sheet.center_horizontally()
        sheet.set_margins(SIDE_MARGIN, SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN)
        sheet.set_footer(pages.footer, {"margin": FOOT_MARGIN, "align_with_margins": False})
        sheet.print_area(0, 0, head + 2 + sum(map(len, pages.pages)), len(pages.columns) - 1)


def _size(content: Cell, column: SheetColumn) -> float:
    """Return the size at which a text stays on two lines of its cell."""
    if not isinstance(content, str):
        return column.size
    room = column.width / 25.4 * 72 - 4
    per_char = _POINTS_PER_CHAR * column.size / 9.0
    lines = sum(
        max(1, -int(-sum(2 if ord(sign) > 255 else 1 for sign in line) * per_char // room))
        for line in content.split("\n")
    )
    return column.size if lines <= (1 if column.size > 10.5 else 2) else _SMALL
