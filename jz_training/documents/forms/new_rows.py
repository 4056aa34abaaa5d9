"""Rows that a list needs and the form does not have: made like the last one that is ready."""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import Any

from jz_training.documents.forms.book import FormBook
from jz_training.documents.forms.formulas import CrossesSheets, RowInsertion, copied
from jz_training.documents.forms.moved_parts import move_linked_parts, refuse_unmovable
from jz_training.documents.forms.moved_sheet import (
    move_around,
    move_formulas,
    move_mentions,
    spell_out,
)
from jz_training.documents.forms.sheet import SheetPart
from jz_training.documents.forms.xml import SHEET, new
from jz_training.domain.cell_area import LAST_ROW, Area
from jz_training.errors import CannotFill


def insert_rows(book: FormBook, name: str, insertion: RowInsertion) -> None:
    """Insert rows below a block of a sheet; everything that names a row of it goes along.

    Formulas of all sheets, merged ranges, conditional formats, data validations, print areas and
    other names, page breaks, drawings, comments, tables and charts follow. Raises CannotFill,
    and then the package is to be thrown away, for what cannot be moved safely.
    """
    sheet = book.sheet(name)
    where = f"工作表“{name}”"
    if max(sheet.rows, default=0) + insertion.count > LAST_ROW:
        raise CannotFill("too_many_rows", where=where)
    refuse_unmovable(book, name, insertion)
    try:
        for one in book.sheets():
            if spell_out(one, of=name):
                book.touch(one)
        _shift(sheet, insertion)
        for one in book.sheets():
            if move_formulas(one, insertion, of=name) | move_mentions(one, insertion, of=name):
                book.touch(one)
        move_around(sheet, insertion)
        move_linked_parts(book, name, insertion)
    except CrossesSheets as error:
        raise CannotFill("three_dimensional", where=where, details=str(error)) from error
    _fill_in(sheet, insertion)
    _repeat_merges(sheet, insertion)
    book.touch(sheet)
    book.forget_order_of_calculation()


def _shift(sheet: SheetPart, insertion: RowInsertion) -> None:
    for number, row in sheet.rows.items():
        if number > insertion.last:
            _rename(row, insertion.row(number))
    sheet.index()


def _rename(row: Any, number: int) -> None:
    row.set("r", str(number))
    for cell in row.findall(f"{SHEET}c"):
        letters = cell.get("r").rstrip("0123456789")
        cell.set("r", f"{letters}{number}")


def _fill_in(sheet: SheetPart, insertion: RowInsertion) -> None:
    """Put copies of the last ready row below it: looks and formulas, and ordinals counted on."""
    pattern = sheet.rows.get(insertion.last)
    if pattern is None:
        return
    steps = {
        column: step
        for cell in pattern.findall(f"{SHEET}c")
        if (step := _step(sheet, insertion, column := _column(cell))) is not None
    }
    place = sheet.data.index(pattern)
    for down in range(1, insertion.count + 1):
        row = deepcopy(pattern)
        _rename(row, insertion.last + down)
        row.attrib.pop("hidden", None)
        for cell in row.findall(f"{SHEET}c"):
            _make_ready(cell, down, steps.get(_column(cell)))
        sheet.data.insert(place + down, row)
    sheet.index()


def _column(cell: Any) -> str:
    letters: str = cell.get("r").rstrip("0123456789")
    return letters


def _step(sheet: SheetPart, insertion: RowInsertion, letters: str) -> int | None:
    """Return the last number of a column that counts 1, 2, 3 … down the block."""
    numbers = []
    for row in range(insertion.first, insertion.last + 1):
        line = sheet.rows.get(row)
        cell = next((one for one in line if one.get("r") == f"{letters}{row}"), None) if (
            line is not None
        ) else None  # fmt: skip
        value = None if cell is None else cell.findtext(f"{SHEET}v")
        if cell is None or cell.get("t") not in (None, "n") or not (value or "").isdecimal():
            return None
        numbers.append(int(value or 0))
    counted = all(after == before + 1 for before, after in pairwise(numbers))
    return numbers[-1] if counted and len(numbers) > 1 else None


def _make_ready(cell: Any, down: int, ordinal: int | None) -> None:
    formula = cell.find(f"{SHEET}f")
    for child in list(cell):
        if child is not formula:
            cell.remove(child)
    for name in ("t", "cm", "vm"):
        cell.attrib.pop(name, None)
    if formula is not None:
        formula.text = copied(formula.text or "", down=down)
        if formula.get("ref"):  # an array of one row
            formula.set("ref", copied(formula.get("ref"), down=down))
    elif ordinal is not None:
        value = new(f"{SHEET}v")
        value.text = str(ordinal + down)
        cell.append(value)


def _repeat_merges(sheet: SheetPart, insertion: RowInsertion) -> None:
    """Merge in the new rows what is merged within the last ready one."""
    holder = sheet.root.find(f"{SHEET}mergeCells")
    for area in sheet.merges if holder is not None else ():
        if area.top == area.bottom == insertion.last:
            for down in range(1, insertion.count + 1):
                row = insertion.last + down
                ref = Area(row, area.left, row, area.right).name
                holder.append(new(f"{SHEET}mergeCell", ref=ref))
    if holder is not None and holder.get("count"):
        holder.set("count", str(len(holder)))
    sheet.index()
