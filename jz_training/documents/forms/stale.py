"""Results of formulas that our figures make untrue: forgotten, so that nobody reads an old sum."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from jz_training.documents.forms.book import FormBook
from jz_training.documents.forms.formulas import CrossesSheets, Reach, reach_of
from jz_training.documents.forms.xml import SHEET
from jz_training.domain.cell_area import Area


class Place(NamedTuple):
    """A cell of a sheet; the sheet's name in small letters, as references may write it."""

    sheet: str
    row: int
    column: int


def forget_results(book: FormBook, changed: Iterable[tuple[str, int, int]]) -> int:
    """Forget the result of every formula that depends on changed cells; return how many.

    Where any was forgotten, the file is worked out anew when it is opened. What a formula reads by
    a name, a table or INDIRECT is not followed: it counts as depending.
    """
    waiting = {Place(sheet.lower(), row, column) for sheet, row, column in changed}
    if not waiting:
        return 0
    formulas = _formulas(book)
    stale: set[Place] = {place for place, reach in formulas.items() if reach.open_ended}
    waiting |= stale
    while waiting:
        found = {
            place
            for place, reach in formulas.items()
            if place not in stale and _reads(reach, place.sheet, waiting)
        }
        stale |= found
        waiting = found
    stale |= {place for place in formulas if _has_no_result(book, place)}
    for place in stale:
        _forget(book, place)
    if stale:
        book.calculate_on_load()
    return len(stale)


def _formulas(book: FormBook) -> dict[Place, Reach]:
    found = {}
    for sheet in book.sheets():
        for (row, column), text in sheet.formulas().items():
            try:
                reach = reach_of(text)
            except CrossesSheets:
                reach = Reach((), open_ended=True)
            found[Place(sheet.name.lower(), row, column)] = reach
    return found


def _reads(reach: Reach, own: str, changed: set[Place]) -> bool:
    return any(_touches(area, (name or own).lower(), changed) for name, area in reach.areas)


def _touches(area: Area, sheet: str, changed: set[Place]) -> bool:
    size = (area.bottom - area.top + 1) * (area.right - area.left + 1)
    if size <= len(changed):
        return any(
            Place(sheet, row, column) in changed
            for row in range(area.top, area.bottom + 1)
            for column in range(area.left, area.right + 1)
        )
    return any(place.sheet == sheet and area.holds(place.row, place.column) for place in changed)


def _has_no_result(book: FormBook, place: Place) -> bool:
    """Tell whether a formula has no result yet: one in a row that was made."""
    sheet = next(one for one in book.sheets() if one.name.lower() == place.sheet)
    cell = sheet.cell(place.row, place.column)
    return cell is not None and cell.find(f"{SHEET}v") is None


def _forget(book: FormBook, place: Place) -> None:
    sheet = next(one for one in book.sheets() if one.name.lower() == place.sheet)
    cell = sheet.cell(place.row, place.column)
    value = None if cell is None else cell.find(f"{SHEET}v")
    if cell is not None and value is not None:
        cell.remove(value)
        cell.attrib.pop("t", None)
        book.touch(sheet)
