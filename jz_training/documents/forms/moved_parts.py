"""Parts beside a sheet that name its rows: drawings, comments, tables, charts, names."""

from __future__ import annotations

import re
from typing import Any

from jz_training.documents.forms.book import FormBook
from jz_training.documents.forms.formulas import RowInsertion, moved
from jz_training.documents.forms.moved_sheet import moved_areas, names_sheet
from jz_training.documents.forms.xml import DRAWING, SHEET, local
from jz_training.domain.cell_area import area_of
from jz_training.errors import CannotFill

_ANCHOR = re.compile(rb"(<(?:\w+:)?Anchor>)([^<]*)(</(?:\w+:)?Anchor>)")
_NOTE_ROW = re.compile(rb"(<(?:\w+:)?Row>)(\d+)(</(?:\w+:)?Row>)")


def refuse_unmovable(book: FormBook, name: str, insertion: RowInsertion) -> None:
    """Raise CannotFill for what cannot be moved safely with the rows of a sheet."""
    sheet, part = book.sheet(name), book.sheet_parts[name]
    where = f"工作表“{name}”"
    if sheet.root.find(f".//{SHEET}controls") is not None or any(
        local(one) in ("controls", "oleObjects") for one in sheet.root
    ):
        raise CannotFill("controls", where=where)
    if book.package.parts_linked(part, "pivotTable") or _feeds_a_pivot(book, name):
        raise CannotFill("pivot", where=where)
    for formula in sheet.root.iter(f"{SHEET}f"):
        if formula.get("t") == "dataTable" or _is_across(formula, insertion):
            raise CannotFill("formula_across", where=where)
    for area in sheet.merges:
        across = area.top <= insertion.last <= area.bottom and area.top < area.bottom
        if across and area.top > insertion.first:
            raise CannotFill("merged_rows", where=f"{where}第 {area.top}–{area.bottom} 行")


def _is_across(formula: Any, insertion: RowInsertion) -> bool:
    if formula.get("t") != "array" or not formula.get("ref"):
        return False
    area = area_of(formula.get("ref"))
    return area.top < area.bottom and area.top <= insertion.last <= area.bottom


def _feeds_a_pivot(book: FormBook, name: str) -> bool:
    for part in book.package.names:
        if part.startswith("xl/pivotCache/pivotCacheDefinition"):
            source = book.package.root(part).find(f".//{SHEET}worksheetSource")
            if source is not None and (source.get("sheet") or name) == name:
                return True
    return False


def move_linked_parts(book: FormBook, name: str, insertion: RowInsertion) -> None:
    """Move what other parts of the file say of the rows of a sheet."""
    package, part = book.package, book.sheet_parts[name]
    for kind in ("comments", "threadedComment", "table"):
        for linked in package.parts_linked(part, kind):
            for element in package.root(linked).iter():
                if element.get("ref"):
                    after = moved_areas(element.get("ref"), insertion, grow=kind == "table")
                    element.set("ref", after)
            package.touch(linked)
    for linked in package.parts_linked(part, "drawing"):
        _move_drawing(package.root(linked), insertion)
        package.touch(linked)
    for linked in package.parts_linked(part, "vmlDrawing"):
        package.put(linked, _moved_notes(package.read(linked), insertion))
    _move_names(book, name, insertion)
    _move_charts(book, name, insertion)
    _move_linked_shapes(book, name, insertion)


def _move_drawing(root: Any, insertion: RowInsertion) -> None:
    """Move pictures and shapes with the row they hang on; only those that may grow do."""
    for anchor in root.iter(f"{DRAWING}twoCellAnchor", f"{DRAWING}oneCellAnchor"):
        start = anchor.find(f"{DRAWING}from/{DRAWING}row")
        end = anchor.find(f"{DRAWING}to/{DRAWING}row")
        if start is None or anchor.get("editAs") == "absolute":
            continue
        before = int(start.text)
        start.text = str(_moved_line(before, insertion))
        if end is not None:
            keeps_size = anchor.get("editAs") == "oneCell"
            shift = int(start.text) - before
            last = int(end.text)
            end.text = str(last + shift if keeps_size else _moved_line(last, insertion))


def _moved_line(line: int, insertion: RowInsertion) -> int:
    """Return a row counted from 0, as drawings do, after an insertion."""
    return insertion.row(line + 1) - 1


def _moved_notes(content: bytes, insertion: RowInsertion) -> bytes:
    """Move the boxes of comments; Excel's own drawings are no XML that a parser always takes."""

    def anchor(match: re.Match[bytes]) -> bytes:
        numbers = match[2].decode("ascii", errors="ignore").split(",")
        if len(numbers) != 8 or not all(one.strip().isdecimal() for one in numbers):
            return match[0]
        places = [int(one) for one in numbers]
        shift = _moved_line(places[2], insertion) - places[2]
        places[2] += shift
        places[6] += shift
        return match[1] + ", ".join(map(str, places)).encode() + match[3]

    def row(match: re.Match[bytes]) -> bytes:
        return match[1] + str(_moved_line(int(match[2]), insertion)).encode() + match[3]

    return _NOTE_ROW.sub(row, _ANCHOR.sub(anchor, content))


def _move_names(book: FormBook, name: str, insertion: RowInsertion) -> None:
    """Move print areas, print titles and other names."""
    applies = names_sheet("", name)
    for one in book.root.iter(f"{SHEET}definedName"):
        after = moved(one.text or "", insertion, applies=applies)
        if after != (one.text or ""):
            one.text = after
            book.package.touch(book.part)


def _move_charts(book: FormBook, name: str, insertion: RowInsertion) -> None:
    applies = names_sheet("", name)
    for part in book.package.names:
        if part.startswith("xl/charts/chart"):
            for formula in book.package.root(part).iter("{*}f"):  # newer kinds have their own
                after = moved(formula.text or "", insertion, applies=applies)
                if after != (formula.text or ""):
                    formula.text = after
                    book.package.touch(part)


def _move_linked_shapes(book: FormBook, name: str, insertion: RowInsertion) -> None:
    """Move the cells whose content text boxes show, on whatever sheet they stand."""
    applies = names_sheet("", name)
    for part in book.package.names:
        if part.startswith("xl/drawings/drawing"):
            for shape in book.package.root(part).iter("{*}sp"):
                before = shape.get("textlink") or ""
                after = moved(before, insertion, applies=applies)
                if after != before:
                    shape.set("textlink", after)
                    book.package.touch(part)
