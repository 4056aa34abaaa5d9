"""Room for a text in its row: a wrapped text that needs more lines than there are gets them.

A row whose height the superior fixed keeps it; one that only has the height of its last content
would cut a longer text, since no program fits rows anew when it opens a file.
"""

from __future__ import annotations

import unicodedata
from math import ceil

from jz_training.documents.forms.book import FormBook
from jz_training.documents.forms.sheet import SheetPart
from jz_training.documents.forms.xml import SHEET

#: Points of a line of text, in shares of its size; and of a row where nothing is said.
_LINE = 1.35
_USUAL_HEIGHT, _USUAL_WIDTH = 14.25, 8.43
_MOST_HEIGHT = 409.0  # Excel's own limit
#: A column is measured in figures of the usual size.
_USUAL_SIZE = 11.0


def make_room(book: FormBook, sheet: SheetPart, row: int, column: int) -> None:
    """Let a row grow for the wrapped text that stands in one of its cells."""
    line = sheet.rows.get(row)
    wraps, size = book.wrapping(sheet.style_at(row, column))
    if line is None or not wraps or line.get("customHeight") in ("1", "true"):
        return
    lines = _lines(sheet.text_at(row, column), _width(sheet, row, column) * _USUAL_SIZE / size)
    wanted = min(_MOST_HEIGHT, round(lines * size * _LINE + 2, 2))
    if lines > 1 and wanted > float(line.get("ht") or _usual_height(sheet)):
        line.set("ht", f"{wanted:g}")


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column so many half-width characters wide."""
    return sum(max(1, ceil(_characters(part) / max(1.0, width))) for part in text.split("\n"))


def _characters(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def _width(sheet: SheetPart, row: int, column: int) -> float:
    area = sheet.merge_at(row, column)
    columns = range(area.left, area.right + 1) if area is not None else (column,)
    return sum(_column_width(sheet, one) for one in columns)


def _column_width(sheet: SheetPart, column: int) -> float:
    for one in sheet.root.findall(f"{SHEET}cols/{SHEET}col"):
        if int(one.get("min")) <= column <= int(one.get("max")) and one.get("width"):
            return float(one.get("width"))
    about = sheet.root.find(f"{SHEET}sheetFormatPr")
    usual = None if about is None else about.get("defaultColWidth")
    return float(usual or _USUAL_WIDTH)


def _usual_height(sheet: SheetPart) -> float:
    about = sheet.root.find(f"{SHEET}sheetFormatPr")
    return float((None if about is None else about.get("defaultRowHeight")) or _USUAL_HEIGHT)
