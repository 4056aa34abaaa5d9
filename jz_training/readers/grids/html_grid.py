"""Web tables that were saved under the name of a workbook."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from jz_training.readers.grids.grid import Book, Grid, Merge, squared
from jz_training.readers.grids.text_encoding import decode
from jz_training.readers.limits import WIDEST

_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_UNSEEN = ("script", "style")
_LONGEST_SPAN = 65_536
_Attributes = list[tuple[str, str | None]]


def read_html(path: Path) -> Book:
    """Return each table of a page as a sheet; cells below and beside a spanning cell are empty."""
    decoded = decode(path.read_bytes())
    parser = _Tables()
    parser.feed(decoded.text)
    parser.close()
    tables = [table for table in parser.tables if table.has_texts]
    return Book(
        grids=[
            table.grid(f"表{n}" if len(tables) > 1 else "") for n, table in enumerate(tables, 1)
        ],
        guessed_encoding="" if decoded.sure else decoded.encoding.upper(),
    )


class _Table:
    """One table under construction."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.merges: list[Merge] = []
        self.hidden: set[int] = set()
        self._taken: dict[int, int] = {}  # column → first row below the cell that spans it
        self._text: list[str] | None = None  # of the cell that is open
        self._span = (1, 1)

    @property
    def has_texts(self) -> bool:
        """Tell whether anything is written in it: tables for layout only hold others."""
        return any(any(row) for row in self.rows)

    def start_row(self, hidden: bool) -> None:
        self.end_cell()
        if hidden:
            self.hidden.add(len(self.rows))
        self.rows.append([])

    def start_cell(self, rows: int, columns: int) -> None:
        self.end_cell()
        self._text, self._span = [], (rows, columns)

    def add_text(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end_cell(self) -> None:
        if self._text is not None:
            self._add_cell("".join(self._text).strip(), *self._span)
            self._text = None

    def _add_cell(self, text: str, rows: int, columns: int) -> None:
        if not self.rows:
            self.rows.append([])
        top, row = len(self.rows) - 1, self.rows[-1]
        while self._taken.get(len(row), 0) > top:
            row.append("")
        if len(row) >= WIDEST:
            return
        left, right = len(row), min(len(row) + columns, WIDEST) - 1
        row.extend([text, *[""] * (right - left)])
        if rows > 1:
            self._taken.update(dict.fromkeys(range(left, right + 1), top + rows))
        if rows > 1 or right > left:
            self.merges.append(Merge(top, left, top + rows - 1, right))

    def grid(self, name: str) -> Grid:
        return Grid(
            name=name,
            rows=squared(self.rows),
            merges=tuple(self.merges),
            hidden_rows=frozenset(self.hidden),
        )


class _Tables(HTMLParser):
    """Collects the tables of a page; one inside a cell, for layout, is a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []  # the innermost last
        self._unseen = False  # inside a script or style sheet

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        self._unseen = tag in _UNSEEN
        if tag == "table":
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif self._open and tag == "tr":
            style = dict(attrs).get("style") or ""
            self._open[-1].start_row(_HIDDEN.search(style) is not None)
        elif self._open and tag in ("td", "th"):
            self._open[-1].start_cell(_span(attrs, "rowspan"), _span(attrs, "colspan"))
        elif self._open and tag == "br":
            self._open[-1].add_text("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = False
        if self._open and tag in ("td", "th", "tr", "table"):
            self._open[-1].end_cell()
        if self._open and tag == "table":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and not self._unseen:
            self._open[-1].add_text(data)

    def close(self) -> None:
        """Take what is left and end the cells of tables that were never closed."""
        super().close()
        for table in self._open:
            table.end_cell()


def _span(attrs: _Attributes, name: str) -> int:
    digits = (dict(attrs).get(name) or "").strip()
    return max(1, min(int(digits), _LONGEST_SPAN)) if digits.isdecimal() and digits else 1
