"""A native Word table: its head again on every page, no row torn, ruled as on paper.

The rows are made of elements at once: python-docx looks through a whole table for each cell, which
takes minutes for a thousand rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from jz_training.documents.word.docx_file import plain_text

#: Where the text of a column stands: 0 left, 0.5 centred, 1 right.
_JUSTIFICATION = {0.0: "left", 0.5: "center", 1.0: "right"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLook:
    """How a table is set: the styles of its cells, its measures and rules in points."""

    head: str
    text: str
    total: str
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


def table_element(table: WordTable, look: TableLook) -> Any:
    """Return the table as an element for the body of a document.

    The head keeps the first row with it, and neither end leaves a single row on a page.
    """
    element = OxmlElement("w:tbl")
    element.append(_properties(table, look))
    element.append(_grid(table.widths))
    rows = _Rows(table, look)
    element.append(rows.head())
    lines = [(texts, look.text) for texts in table.rows]
    lines += [(table.total, look.total)] if table.total else []
    for place, (texts, style) in enumerate(lines, start=1):
        keep = table.keep_last if place == len(lines) else place in (1, len(lines) - 1)
        element.append(rows.row(texts, style, keep=keep))
    return element


class _Rows:
    """Makes the rows of one table."""

    def __init__(self, table: WordTable, look: TableLook) -> None:
        self._table = table
        self._look = look

    def head(self) -> Any:
        """Return the row of heads, which stands on every page."""
        centred = [0.5] * len(self._table.heads)
        return self._row(
            self._table.heads, self._look.head, centred, height=self._look.head_height,
            keep=True, repeated=True,
        )  # fmt: skip

    def row(self, texts: Sequence[str], style: str, *, keep: bool) -> Any:
        """Return a row of the list or its total; `keep` holds it with the next."""
        aligns = self._table.aligns if len(texts) > 1 else [0.5]
        return self._row(texts, style, aligns, height=self._look.row_height, keep=keep)

    def _row(
        self,
        texts: Sequence[str],
        style: str,
        aligns: Sequence[float],
        *,
        height: float,
        keep: bool,
        repeated: bool = False,
    ) -> Any:
        row = OxmlElement("w:tr")
        properties = _in(row, "w:trPr")
        _in(properties, "w:cantSplit")
        _in(properties, "w:trHeight", val=_twips(height), hRule="atLeast")
        if repeated:
            _in(properties, "w:tblHeader")
        widths = self._table.widths if len(texts) == len(self._table.widths) else ()
        for place, (text, align) in enumerate(zip(texts, aligns, strict=True)):
            width = widths[place] if widths else sum(self._table.widths)
            cell = self._cell(row, width)
            for line in text.splitlines() or [""]:
                _paragraph(cell, plain_text(line), style, align, keep=keep)
        return row

    def _cell(self, row: Any, width: float) -> Any:
        cell = _in(row, "w:tc")
        properties = _in(cell, "w:tcPr")
        _in(properties, "w:tcW", w=_twips(width), type="dxa")
        if width == sum(self._table.widths) and len(self._table.widths) > 1:
            _in(properties, "w:gridSpan", val=str(len(self._table.widths)))
        _in(properties, "w:vAlign", val="center")
        return cell


def _paragraph(cell: Any, text: str, style: str, align: float, *, keep: bool) -> None:
    paragraph = _in(cell, "w:p")
    properties = _in(paragraph, "w:pPr")
    _in(properties, "w:pStyle", val=style)  # python-docx names a style without blanks by its name
    if keep:
        _in(properties, "w:keepNext")
    _in(properties, "w:jc", val=_JUSTIFICATION[align])
    if text:
        words = _in(_in(paragraph, "w:r"), "w:t")
        words.text = text
        words.set(qn("xml:space"), "preserve")


def _properties(table: WordTable, look: TableLook) -> Any:
    properties = OxmlElement("w:tblPr")
    _in(properties, "w:tblW", w=_twips(sum(table.widths)), type="dxa")
    _in(properties, "w:jc", val="center")
    borders = _in(properties, "w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        width = look.hairline if side.startswith("inside") else look.outline
        _in(borders, f"w:{side}", val="single", sz=str(round(width * 8)), space="0", color="000000")
    _in(properties, "w:tblLayout", type="fixed")
    margins = _in(properties, "w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        room = look.padding if side in ("left", "right") else look.above
        _in(margins, f"w:{side}", w=_twips(room), type="dxa")
    return properties


def _grid(widths: Sequence[float]) -> Any:
    grid = OxmlElement("w:tblGrid")
    for width in widths:
        _in(grid, "w:gridCol", w=_twips(width))
    return grid


def _in(parent: Any, name: str, **attributes: str) -> Any:
    """Add an element of WordprocessingML to another and return it."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)
    return element


def _twips(points: float) -> str:
    return str(round(points * 20))
