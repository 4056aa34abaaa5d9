"""What of a sheet names rows besides its cells: moved when rows are inserted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jz_training.documents.forms.formulas import CrossesSheets, RowInsertion, moved, reach_of
from jz_training.documents.forms.sheet import SheetPart
from jz_training.documents.forms.xml import SHEET, local
from jz_training.domain.cell_area import area_of

#: Elements outside of the cells that hold formulas: conditions, validations, those of Excel 2010.
_FORMULAS = frozenset({"formula", "formula1", "formula2", "f"})


def names_sheet(own: str, meant: str) -> Callable[[str], bool]:
    """Return what tells whether a reference written on the sheet `own` means the sheet `meant`."""

    def applies(name: str) -> bool:
        return (name or own).lower() == meant.lower()

    return applies


def spell_out(sheet: SheetPart, *, of: str | None = None) -> bool:
    """Give every cell that shares a formula its own, where rows of the sheet `of` (any) are meant.

    Returns whether anything was changed. A shared formula is written once for a range, and a range
    that rows are inserted into cannot be written like that any more.
    """
    meant = names_sheet(sheet.name, of) if of else lambda _: True
    texts, changed = sheet.formulas(), False
    for place, text in texts.items():
        cell = sheet.cell(*place)
        formula = None if cell is None else cell.find(f"{SHEET}f")
        if formula is None or formula.get("t") != "shared" or not _means(text, meant):
            continue
        formula.text = text
        for name in ("t", "si", "ref"):
            formula.attrib.pop(name, None)
        changed = True
    return changed


def _means(formula: str, meant: Callable[[str], bool]) -> bool:
    try:
        return meant("") or any(meant(sheet) for sheet, _ in reach_of(formula).areas)
    except CrossesSheets:
        return True


def move_formulas(sheet: SheetPart, insertion: RowInsertion, *, of: str) -> bool:
    """Move the references to a sheet in the cells of this one; tell whether there were any."""
    applies, changed = names_sheet(sheet.name, of), False
    for formula in sheet.data.iter(f"{SHEET}f") if sheet.data is not None else ():
        row = int(formula.getparent().getparent().get("r"))
        at_row = row if sheet.name == of else 0
        after = moved(formula.text or "", insertion, applies=applies, at_row=at_row)
        if sheet.name == of and formula.get("ref"):
            formula.set("ref", _moved_area(formula.get("ref"), insertion))
            changed = True
        if formula.text and after != formula.text:
            formula.text, changed = after, True
    return changed


def move_around(sheet: SheetPart, insertion: RowInsertion) -> None:
    """Move everything else of the sheet: merges, conditions, validations, filters, page breaks."""
    applies = names_sheet(sheet.name, sheet.name)
    for element in sheet.root.iter():
        if element is sheet.data or _within(element, sheet.data):
            continue
        if local(element) in _FORMULAS and element.text:
            element.text = moved(element.text, insertion, applies=applies)
        if local(element) == "sqref" and element.text:
            element.text = moved_areas(element.text, insertion)
        for name in ("ref", "sqref"):
            if element.get(name):
                element.set(name, moved_areas(element.get(name), insertion))
    _move_breaks(sheet, insertion)


def _within(element: Any, data: Any) -> bool:
    return local(element) in ("row", "c", "v", "is", "t", "r") or any(
        parent is data for parent in element.iterancestors(f"{SHEET}sheetData")
    )


def moved_areas(names: str, insertion: RowInsertion) -> str:
    """Return ranges by name, parted by blanks, after an insertion."""
    return " ".join(_moved_area(name, insertion) for name in names.split())


def _moved_area(name: str, insertion: RowInsertion) -> str:
    try:
        return insertion.area(area_of(name)).name
    except ValueError:  # whole columns
        return name


def _move_breaks(sheet: SheetPart, insertion: RowInsertion) -> None:
    for breaks in sheet.root.iter(f"{SHEET}rowBreaks"):
        for one in breaks.findall(f"{SHEET}brk"):
            below = int(one.get("id") or 0)
            if below >= insertion.last:
                one.set("id", str(below + insertion.count))
