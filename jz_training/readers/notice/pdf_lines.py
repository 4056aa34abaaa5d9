"""The lines of a PDF's page in reading order: a file may hold them in any."""

from __future__ import annotations

from ctypes import c_double
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium


@dataclass(slots=True)
class _Line:
    """A line and where it stands, in points from the lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    def is_beside(self, other: _Line) -> bool:
        """Tell whether both stand on one line of the page: half of the lower one is shared."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        lower = min(self.top - self.bottom, other.top - other.bottom)
        apart = self.left >= other.right or other.left >= self.right
        return apart and lower > 0 and shared > lower / 2


def lines_of_page(page: Any) -> list[str]:
    """Return the lines of a page from top to bottom, what stands side by side parted by tabs.

    Where columns of text stand side by side, the order of the file is kept.
    """
    textpage = page.get_textpage()
    try:
        text: str = textpage.get_text_range()
        # Else characters were left out or joined, and places would be those of others.
        lines = _placed(text, textpage) if len(text) == textpage.count_chars() else []
    finally:
        textpage.close()
    if not lines:
        return text.splitlines()
    rows = _rows(lines)
    if _is_in_columns(rows):
        return [row.text for row in rows]
    return [row.text for row in sorted(rows, key=lambda row: -row.top)]


def _placed(text: str, textpage: Any) -> list[_Line]:
    """Return the lines with their places, which are those of their first and last character."""
    lines, start = [], 0
    for piece in text.splitlines(keepends=True):
        words = piece.rstrip("\r\n")
        inked = [start + n for n, one in enumerate(words) if not one.isspace()]
        if inked:
            left, bottom, _, top = _box(textpage, inked[0])
            _, low, right, high = _box(textpage, inked[-1])
            lines.append(_Line(words, left, right, min(bottom, low), max(top, high)))
        start += len(piece)
    return lines


def _box(textpage: Any, index: int) -> tuple[float, float, float, float]:
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _rows(lines: list[_Line]) -> list[_Line]:
    """Join what follows on the same line of the page: the cells of a table, a name and a date."""
    rows: list[_Line] = []
    for line in lines:
        last = rows[-1] if rows else None
        if last and line.is_beside(last) and line.left >= last.right:
            last.text = f"{last.text}\t{line.text.lstrip()}"
            last.right = line.right
            last.bottom, last.top = min(last.bottom, line.bottom), max(last.top, line.top)
        else:
            rows.append(line)
    return rows


def _is_in_columns(rows: list[_Line]) -> bool:
    """Tell whether rows still stand beside others: three in a page make a column."""
    ordered = sorted(rows, key=lambda row: -row.top)
    beside = sum(one.is_beside(two) for one, two in pairwise(ordered))
    return beside >= 3
