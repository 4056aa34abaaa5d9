"""A Word document as forms: its paragraphs as the rows of one sheet, each table as another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from jz_training.domain.superior_form import (
    TEXTS_APART,
    WORD_TABLE,
    WORD_TEXT,
    CellKind,
    FormCell,
    FormFile,
    FormKind,
    FormSheet,
)
from jz_training.readers.forms.parts import linked, local, root_of
from jz_training.readers.forms.sheet_form import MOST_COLUMNS, MOST_ROWS

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WIDE = 90.0
#: A character of a table's column, in twentieths of a point.
_CHARACTER = 120


def read_word(archive: ZipFile) -> FormFile:
    """Return paragraphs and tables. Raises what damaged parts raise."""
    body = root_of(archive, linked(archive, "", "officeDocument")).find(f"{_W}body")
    blocks = [] if body is None else list(_inside(body, "p", "tbl"))
    texts = [one for one in blocks if local(one) == "p"]
    tables = [one for one in blocks if local(one) == "tbl"]
    sheets = [_text_sheet(texts), *(_table(one, at) for at, one in enumerate(tables, start=1))]
    cut = len(texts) > MOST_ROWS or any(len(list(_inside(t, "tr"))) > MOST_ROWS for t in tables)
    return FormFile(
        kind=FormKind.WORD, sheets=tuple(sheet for sheet in sheets if sheet.cells), cut=cut
    )


def _inside(parent: Element, *names: str) -> Iterator[Element]:
    """Yield children by name; what is wrapped in a content control stands where it does."""
    for child in parent:
        if local(child) in names:
            yield child
        elif local(child) == "sdt":
            for content in child.findall(f"{_W}sdtContent"):
                yield from _inside(content, *names)


def _text_sheet(paragraphs: list[Element]) -> FormSheet:
    cells = tuple(
        FormCell(row=row, column=1, text=text, align=_align(paragraph))
        for row, paragraph in enumerate(paragraphs[:MOST_ROWS], start=1)
        if (text := _text([paragraph]))
    )
    rows = max((cell.row for cell in cells), default=1)
    return FormSheet(name=WORD_TEXT, rows=rows, columns=1, cells=cells, widths=(_WIDE,))


def _table(table: Element, number: int) -> FormSheet:
    cells: dict[tuple[int, int], FormCell] = {}
    above: dict[int, FormCell] = {}
    for row, line in enumerate(_inside(table, "tr"), start=1):
        if row > MOST_ROWS:
            break
        _take_row(line, row, cells, above)
    rows = max((cell.row + cell.rows - 1 for cell in cells.values()), default=1)
    columns = max((cell.column + cell.columns - 1 for cell in cells.values()), default=1)
    widths = [_attribute(one, "w") / _CHARACTER for one in table.iter(f"{_W}gridCol")]
    widths = [*widths, *[12.0] * columns][:columns]
    return FormSheet(
        name=WORD_TABLE.format(number=number),
        rows=rows,
        columns=columns,
        cells=tuple(cells[place] for place in sorted(cells)),
        widths=tuple(widths),
    )


def _take_row(
    line: Element,
    row: int,
    cells: dict[tuple[int, int], FormCell],
    above: dict[int, FormCell],
) -> None:
    column = 1 + _said(line, "trPr", "gridBefore", 0)
    for one in _inside(line, "tc"):
        width = _said(one, "tcPr", "gridSpan", 1)
        merge = one.find(f"{_W}tcPr/{_W}vMerge")
        if column > MOST_COLUMNS:
            return
        top = above.get(column)
        if merge is not None and merge.get(f"{_W}val") != "restart" and top is not None:
            grown = replace(top, rows=row - top.row + 1)
            cells[top.row, top.column] = above[column] = grown
        else:
            cell = _cell(one, row, column, width)
            cells[row, column] = cell
            above[column] = cell
        column += width


def _cell(one: Element, row: int, column: int, width: int) -> FormCell:
    paragraphs = list(_inside(one, "p"))
    text = _text(paragraphs)
    fields = any(one.find(f".//{_W}{name}") is not None for name in ("instrText", "fldSimple"))
    return FormCell(
        row=row,
        column=column,
        columns=width,
        text=text,
        kind=CellKind.FORMULA if fields else CellKind.TEXT,
        formula=text or "=" if fields else "",
        bold=one.find(f".//{_W}r/{_W}rPr/{_W}b") is not None,
        align=_align(paragraphs[0]) if paragraphs else "",
        framed=True,
    )


def _text(paragraphs: list[Element]) -> str:
    return "\n".join(
        "".join(one.text or "" for one in _own_texts(paragraph)) for paragraph in paragraphs
    )


def _own_texts(parent: Element) -> Iterator[Element]:
    """Yield what holds the text of a paragraph itself, not of the text boxes that hang on it."""
    for child in parent:
        if child.tag == f"{_W}t":
            yield child
        elif local(child) not in TEXTS_APART:
            yield from _own_texts(child)


def _align(paragraph: Element) -> str:
    about = paragraph.find(f"{_W}pPr/{_W}jc")
    side = "" if about is None else about.get(f"{_W}val") or ""
    return {"center": "center", "right": "right", "end": "right"}.get(side, "")


def _attribute(element: Element, name: str) -> int:
    value = element.get(f"{_W}{name}") or ""
    return int(value) if value.isdecimal() else 0


def _said(element: Element, about: str, name: str, otherwise: int) -> int:
    found = element.find(f"{_W}{about}/{_W}{name}")
    return otherwise if found is None else _attribute(found, "val") or otherwise
