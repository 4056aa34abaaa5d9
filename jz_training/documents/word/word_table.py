"""A native Word table: its head again on every page, no row torn, ruled as on paper.

The rows are made of elements at once: python-docx looks through a whole table for each cell, which
takes minutes for a thousand rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from jz_training.documents.drawing.fitting import SHRINK_FIRST
from jz_training.documents.word.docx_file import plain_text
from jz_training.documents.word.elements import add, border, element, twips
from jz_training.documents.word.text_width import chars

#: Where the text of a column stands: 0 left, 0.5 centred, 1 right.
_JUSTIFICATION = {0.0: "left", 0.5: "center", 1.0: "right"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLook:
    """How a table is set: the styles of its cells and their size, measures and rules in points."""

    head: str
    text: str
    total: str
    size: float
    row_height: float
    head_height: float
    padding: float
    above: float = 0.0
    outline: float = 0.9
    hairline: float = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTable:
    """A table as it is to be set; a line break in a text begins a new line of its cell.

    `widths` are in points. A row of a single text is one cell over all columns, centred. With
    `keep_last` the last row stays with what follows the table.
    """

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    aligns: Sequence[float]
    total: Sequence[str] = ()
    keep_last: bool = False


def put_table(table: WordTable, look: TableLook, *, before: Any) -> None:
    """Put the table before an element of a document, such as what ends its body.

    The head keeps the first row with it, and neither end leaves a single row on a page. It is put
    in its place first and filled there: a tree that is moved is walked through once more.
    """
    made = element("tbl")
    before.addprevious(made)
    _properties(made, table, look)
    grid = add(made, "tblGrid")
    for width in table.widths:
        add(grid, "gridCol", w=twips(width))
    rows = _Rows(made, table, look)
    rows.head()
    lines = [(texts, look.text) for texts in table.rows]
    lines += [(table.total, look.total)] if table.total else []
    for place, (texts, style) in enumerate(lines, start=1):
        keep = table.keep_last if place == len(lines) else place in (1, len(lines) - 1)
        rows.row(texts, style, keep=keep)


class _Rows:
    """Adds rows to the element of one table."""

    def __init__(self, made: Any, table: WordTable, look: TableLook) -> None:
        self._made = made
        self._table = table
        self._look = look

    def head(self) -> None:
        """Add the row of heads, which stands on every page."""
        row = self._begin(self._look.head_height, repeated=True)
        for text, width in zip(self._table.heads, self._table.widths, strict=True):
            cell = self._cell(row, width)
            size = self._head_size(text, width)
            for line in text.splitlines() or [""]:
                _paragraph(cell, line, self._look.head, 0.5, keep=True, size=size)

    def row(self, texts: Sequence[str], style: str, *, keep: bool) -> None:
        """Add a row of the list or its total; `keep` holds it with the next."""
        row = self._begin(self._look.row_height)
        wide = len(texts) == 1 and len(self._table.widths) > 1
        widths = [sum(self._table.widths)] if wide else self._table.widths
        aligns = [0.5] if wide else self._table.aligns
        for text, width, align in zip(texts, widths, aligns, strict=True):
            cell = self._cell(row, width, span=len(self._table.widths) if wide else 1)
            for line in text.splitlines() or [""]:
                _paragraph(cell, line, style, align, keep=keep)

    def _begin(self, height: float, *, repeated: bool = False) -> Any:
        row = add(self._made, "tr")
        properties = add(row, "trPr")
        add(properties, "cantSplit")
        add(properties, "trHeight", val=twips(height), hRule="atLeast")
        if repeated:
            add(properties, "tblHeader")
        return row

    def _cell(self, row: Any, width: float, *, span: int = 1) -> Any:
        cell = add(row, "tc")
        properties = add(cell, "tcPr")
        add(properties, "tcW", w=twips(width), type="dxa")
        if span > 1:
            add(properties, "gridSpan", val=str(span))
        add(properties, "vAlign", val="center")
        return cell

    def _head_size(self, text: str, width: float) -> float | None:
        """Return the smaller size in which a head keeps its lines; None when it need not shrink."""
        size, room = self._look.size, width - 2 * self._look.padding
        widest = max((chars(line) for line in text.splitlines()), default=0.0) * size
        if widest <= room or widest * SHRINK_FIRST > room:
            return None
        return size * room / widest


def _paragraph(
    cell: Any, text: str, style: str, align: float, *, keep: bool, size: float | None = None
) -> None:
    paragraph = add(cell, "p")
    properties = add(paragraph, "pPr")
    add(properties, "pStyle", val=style)  # python-docx calls a style without blanks by its name
    if keep:
        add(properties, "keepNext")
    add(properties, "jc", val=_JUSTIFICATION[align])
    if not text:
        return
    run = add(paragraph, "r")
    if size is not None:
        add(add(run, "rPr"), "sz", val=str(int(size * 2)))  # in half points
    words = add(run, "t")
    words.text = plain_text(text)
    words.set(qn("xml:space"), "preserve")


def _properties(made: Any, table: WordTable, look: TableLook) -> None:
    properties = add(made, "tblPr")
    add(properties, "tblW", w=twips(sum(table.widths)), type="dxa")
    add(properties, "jc", val="center")
    borders = add(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        inside = side.startswith("inside")
        border(borders, side, width=look.hairline if inside else look.outline)
    add(properties, "tblLayout", type="fixed")
    margins = add(properties, "tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        room = look.padding if side in ("left", "right") else look.above
        add(margins, side, w=twips(room), type="dxa")
