"""Web tables that were saved under the name of a workbook."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from jz_training.readers.grid import Book, Grid, Merge, squared
from jz_training.readers.limits import WIDEST
from jz_training.readers.text_encoding import decode

_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_LONGEST_SPAN = 65_536
_Attributes = list[tuple[str, str | None]]


def read_html(path: Path) -> Book:
    """Return each table of a page as a sheet; cells below and beside a spanning cell are empty."""
    decoded = decode(path.read_bytes())
    parser = _Tables()
    parser.feed(decoded.text)
    parser.close()
    tables = [table for table in parser.tables if table.rows]
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

    def start_row(self, hidden: bool) -> None:
        if hidden:
            self.hidden.add(len(self.rows))
        self.rows.append([])

    def add_cell(self, text: str, rows: int, columns: int) -> None:
        if not self.rows:
            self.start_row(hidden=False)
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
    """Collects the tables of a page; a table inside a cell is read as the cell's text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._depth = 0
        self._text: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append(_Table())
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.tables[-1].start_row(_HIDDEN.search(dict(attrs).get("style") or "") is not None)
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            self._text, self._span = [], (_span(attrs, "rowspan"), _span(attrs, "colspan"))
        elif tag == "br" and self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._depth == 1 and tag in ("td", "th", "tr", "table"):
            self._end_cell()
        if tag == "table" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def _end_cell(self) -> None:
        if self._text is not None:
            rows, columns = self._span
            self.tables[-1].add_cell("".join(self._text).strip(), rows, columns)
            self._text = None


def _span(attrs: _Attributes, name: str) -> int:
    digits = (dict(attrs).get(name) or "").strip()
    return max(1, min(int(digits), _LONGEST_SPAN)) if digits.isdecimal() and digits else 1
