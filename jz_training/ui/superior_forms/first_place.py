"""Where one begins on a sheet of a form: never on its title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jz_training.domain.superior_form import CellKind, FormCell, FormSheet, FormTies
from jz_training.ui.superior_forms.label_words import labels_in
from jz_training.ui.superior_forms.mapping import Mapping as Ties

Place = tuple[int, int]


def first_place(sheet: FormSheet, ties: Ties) -> Place:
    """Return the first place that something is proposed for, else the first that waits for it.

    That is an empty cell with lines around it beside a label, or room behind one (填表人：); else
    any with lines around it, then the first that is tied, then one without lines beside a label.
    """
    proposed, tied = places_of(ties.proposed, sheet.name), places_of(ties.ties, sheet.name)
    if proposed:
        return min(proposed)
    at = sheet.by_place()
    empty = {(one.row, one.column) for one in sheet.cells if one.framed and one.empty} - tied
    behind = {(one.row, one.column) for one in sheet.cells if _has_room(one)} - tied
    beside = set(_beside_labels(sheet, at)) - tied
    waiting = (behind | beside & empty, empty, tied, beside)
    return next((min(places) for places in waiting if places), (1, 1))


def places_of(ties: FormTies, sheet: str) -> set[Place]:
    """Return the places of a sheet that ties fill."""
    cells = {(one.row, one.column) for one in ties.cells if one.sheet == sheet}
    lists = {
        (row, column)
        for one in ties.lists
        if one.sheet == sheet
        for row in range(one.first, one.last + 1)
        for column, _ in one.columns
    }
    return cells | lists


def _has_room(cell: FormCell) -> bool:
    """Tell whether a cell is a label behind which something may be written."""
    return not cell.formula and cell.text.rstrip(" \u3000_").endswith((":", "：")) and bool(
        labels_in(cell.text)
    )  # fmt: skip


def _beside_labels(sheet: FormSheet, at: Mapping[Place, FormCell]) -> Iterator[Place]:
    """Yield the empty places right of and below the words of a sheet."""
    for cell in sheet.cells:
        if cell.empty or cell.kind is not CellKind.TEXT:
            continue
        right = (cell.row, cell.column + cell.columns)
        below = (cell.row + cell.rows, cell.column)
        for row, column in (right, below):
            found = at.get((row, column))
            if row <= sheet.rows and column <= sheet.columns and (found is None or found.empty):
                yield (row, column) if found is None else (found.row, found.column)
