"""One sheet of a workbook, read from its beginning as far as forms go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse

from jz_training.domain.cell_area import Area, area_of, cell_at
from jz_training.domain.number_format import NumberLook
from jz_training.domain.superior_form import CellKind, FormCell, FormSheet
from jz_training.readers.forms.cell_looks import PLAIN, CellLook
from jz_training.readers.forms.parts import opened

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
#: As much of a sheet as is shown: nobody's form is larger, and formatted emptiness is.
MOST_ROWS, MOST_COLUMNS = 500, 80
_USUAL_WIDTH = 8.43


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What the sheets of a workbook share."""

    looks: list[CellLook]
    texts: list[str]
    from_1904: bool = False


@dataclass(slots=True)
class _Gathered:
    cells: dict[tuple[int, int], FormCell] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    usual_width: float = _USUAL_WIDTH
    row: int = 0
    cut: bool = False


def read_sheet(
    archive: ZipFile, part: str, name: str, book: Book
) -> tuple[Callable[..., FormSheet], bool]:
    """Return a sheet that only lacks whether it is hidden, and whether more of it is not shown."""
    found = _Gathered()
    with opened(archive, part) as content:
        for _, element in iterparse(content, events=("end",)):
            _take(element, found, book)
    cells = _merged(found)
    rows = max((cell.row + cell.rows - 1 for cell in cells), default=1)
    columns = max((cell.column + cell.columns - 1 for cell in cells), default=1)
    widths = tuple(found.widths.get(at, found.usual_width) for at in range(1, columns + 1))
    sheet = partial(
        FormSheet, name=name, rows=rows, columns=columns, cells=tuple(cells), widths=widths
    )
    return sheet, found.cut


def _take(element: Element, found: _Gathered, book: Book) -> None:
    if element.tag == f"{_S}row":
        _take_row(element, found, book)
        element.clear()
    elif element.tag == f"{_S}mergeCell":
        area = area_of(element.get("ref") or "")
        if area.top <= MOST_ROWS and area.left <= MOST_COLUMNS:
            bottom, right = min(area.bottom, MOST_ROWS), min(area.right, MOST_COLUMNS)
            found.merges.append(area._replace(bottom=bottom, right=right))
    elif element.tag == f"{_S}col":
        _take_width(element, found)
    elif element.tag == f"{_S}sheetFormatPr":
        found.usual_width = float(element.get("defaultColWidth") or _USUAL_WIDTH)


def _take_width(element: Element, found: _Gathered) -> None:
    width = float(element.get("width") or _USUAL_WIDTH)
    if element.get("hidden") in ("1", "true"):
        width = 0
    last = min(int(element.get("max") or 0), MOST_COLUMNS)
    for column in range(int(element.get("min") or 1), last + 1):
        found.widths[column] = width


def _take_row(element: Element, found: _Gathered, book: Book) -> None:
    found.row = int(element.get("r") or found.row + 1)
    column = 0
    for one in element:
        if one.tag != f"{_S}c":
            continue
        column = cell_at(one.get("r") or "")[1] if one.get("r") else column + 1
        cell = _cell(one, found.row, column, book)
        if found.row > MOST_ROWS or column > MOST_COLUMNS:
            found.cut |= not cell.empty
        elif not cell.empty or cell.fill or cell.framed:
            found.cells[found.row, column] = cell


def _cell(one: Element, row: int, column: int, book: Book) -> FormCell:
    style = int(one.get("s") or 0)
    look = book.looks[style] if style < len(book.looks) else PLAIN
    formula = one.find(f"{_S}f")
    kind, text = _content(one, look, book)
    if formula is not None:
        kind, text = CellKind.FORMULA, f"={formula.text or '…'}"
    return FormCell(
        row=row,
        column=column,
        text=text,
        kind=kind,
        formula=text if formula is not None else "",
        bold=look.bold,
        align=look.align,
        fill=look.fill,
        framed=look.framed,
    )


def _content(one: Element, look: CellLook, book: Book) -> tuple[CellKind, str]:
    if one.get("t") == "inlineStr":
        return CellKind.TEXT, "".join(text.text or "" for text in one.iter(f"{_S}t"))
    value = one.findtext(f"{_S}v") or ""
    if one.get("t") == "s":
        place = int(value or 0)
        return CellKind.TEXT, book.texts[place] if place < len(book.texts) else ""
    if one.get("t") in ("str", "e", "b", "d") or not value:
        return CellKind.TEXT, value
    if look.number is NumberLook.DATE:
        return CellKind.DATE, _day(float(value), from_1904=book.from_1904)
    return CellKind.NUMBER, _number(float(value), look)


def _day(value: float, *, from_1904: bool) -> str:
    epoch = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    try:
        return (epoch + timedelta(days=int(value))).isoformat()
    except OverflowError:
        return str(value)


def _number(value: float, look: CellLook) -> str:
    if look.number is NumberLook.PERCENT:
        return f"{value * 100:.4g}%"
    return str(int(value)) if value.is_integer() else f"{value:.10g}"


def _merged(found: _Gathered) -> list[FormCell]:
    """Return the cells, each merged range as one."""
    cells = dict(found.cells)
    for area in found.merges:
        inside = [cells.pop((row, column), None)
                  for row in range(area.top, area.bottom + 1)
                  for column in range(area.left, area.right + 1)]  # fmt: skip
        first = inside[0] or FormCell(row=area.top, column=area.left)
        cells[area.top, area.left] = FormCell(
            row=area.top,
            column=area.left,
            text=first.text,
            kind=first.kind,
            formula=first.formula,
            rows=area.bottom - area.top + 1,
            columns=area.right - area.left + 1,
            bold=first.bold,
            align=first.align,
            fill=first.fill,
            framed=any(one is not None and one.framed for one in inside),
        )
    return [cells[place] for place in sorted(cells)]
