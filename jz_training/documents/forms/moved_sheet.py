"""What of a sheet names rows besides its cells: moved when rows are inserted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jz_training.documents.forms.formulas import CrossesSheets, RowInsertion, moved, reach_of
from jz_training.documents.forms.sheet import SheetPart
from jz_training.documents.forms.xml import SHEET, local
from jz_training.domain.cell_area import area_of

#: Elements outside of the cells that hold formulas: conditions, validations, those of Excel 2010.
_FORMULAS = frozenset({"formula", "formula1", "formula2", "f"})
#: Elements whose range, when it is one row, is that row's own: copies of the row get their own.
_OF_THEIR_ROW = frozenset({"mergeCell", "hyperlink", "selection"})


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
            formula.set("ref", moved_areas(formula.get("ref"), insertion, grow=False))
            changed = True
        if formula.text and after != formula.text:
            formula.text, changed = after, True
    return changed


def move_mentions(sheet: SheetPart, insertion: RowInsertion, *, of: str) -> bool:
    """Move what conditions, validations, sparklines and links of this sheet say of another.

    Returns whether anything was changed. Raises CrossesSheets.
    """
    applies, changed = names_sheet(sheet.name, of), False
    for element in _around(sheet):
        link = element.get("location") if local(element) == "hyperlink" else None
        before = element.text if local(element) in _FORMULAS else link
        after = moved(before or "", insertion, applies=applies)
        if after == (before or ""):
            continue
        if link is None:
            element.text = after
        else:
            element.set("location", after)
        changed = True
    return changed


def move_around(sheet: SheetPart, insertion: RowInsertion) -> None:
    """Move everything else of the sheet: merges, conditions, validations, filters, page breaks."""
    for element in _around(sheet):
        grow = local(element) not in _OF_THEIR_ROW
        if local(element) == "sqref" and element.text:
            element.text = moved_areas(element.text, insertion)
        for name in ("ref", "sqref", "activeCell"):
            if element.get(name):
                element.set(name, moved_areas(element.get(name), insertion, grow=grow))
    _move_breaks(sheet, insertion)
    sheet.index()


def _around(sheet: SheetPart) -> Iterator[Any]:
    """Yield the elements outside of the cells."""
    for child in sheet.root:
        if child is not sheet.data:
            yield from child.iter()


def moved_areas(names: str, insertion: RowInsertion, *, grow: bool = True) -> str:
    """Return ranges by name, parted by blanks, after an insertion.

    Where they do not `grow`, one that is a single row stays one.
    """
    return " ".join(_moved_area(name, insertion, grow=grow) for name in names.split())


def _moved_area(name: str, insertion: RowInsertion, *, grow: bool) -> str:
    try:
        area = area_of(name)
    except ValueError:  # whole columns
        return name
    return (insertion.area(area) if grow else insertion.tied_area(area)).name


def _move_breaks(sheet: SheetPart, insertion: RowInsertion) -> None:
    for breaks in sheet.root.iter(f"{SHEET}rowBreaks"):
        for one in breaks.findall(f"{SHEET}brk"):
            below = int(one.get("id") or 0)
            if below >= insertion.last:
                one.set("id", str(below + insertion.count))
