"""Units in the order of their tree, and the box to choose one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QComboBox

from jz_training.domain.roster import UnitRow

_INDENT = "\u3000"


def in_tree_order(units: Sequence[UnitRow]) -> list[tuple[UnitRow, int]]:
    """Return units with their depth, each followed by those below it; siblings keep their order."""
    known = {unit.id for unit in units}
    below: dict[UUID | None, list[UnitRow]] = defaultdict(list)
    for unit in units:
        below[unit.parent_id if unit.parent_id in known else None].append(unit)
    found: list[tuple[UnitRow, int]] = []

    def walk(parent: UUID | None, depth: int) -> None:
        for unit in below[parent]:
            found.append((unit, depth))
            walk(unit.id, depth + 1)

    walk(None, 0)
    return found


def people_with_parts(units: Sequence[UnitRow]) -> dict[UUID, int]:
    """Return for each unit how many people it has together with the units below it."""
    counts: dict[UUID, int] = {}
    path: list[tuple[UUID, int]] = []
    for unit, depth in in_tree_order(units):
        path = [step for step in path if step[1] < depth] + [(unit.id, depth)]
        counts[unit.id] = 0
        for above, _ in path:
            counts[above] += unit.people
    return counts


class UnitBox(QComboBox):
    """A box to choose one unit of the tree, or none; `counts` shows how many people each has."""

    def __init__(self, nothing: str, *, counts: bool = False) -> None:
        super().__init__()
        self._nothing, self._counts = nothing, counts
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(9)
        self.addItem(nothing, None)

    def value(self) -> UUID | None:
        """Return the unit chosen."""
        found: UUID | None = self.currentData()
        return found

    def set_value(self, unit_id: UUID | None) -> None:
        """Choose a unit; one that is not there chooses none."""
        for at in range(self.count()):
            if self.itemData(at) == unit_id:
                self.setCurrentIndex(at)
                return
        self.setCurrentIndex(0)

    def set_units(
        self, units: Sequence[UnitRow], *, without: frozenset[UUID] = frozenset()
    ) -> None:
        """Offer other units, keeping the choice; told as a change only when the choice is gone."""
        kept = self.value()
        counts = people_with_parts(units)
        self.blockSignals(True)
        self.clear()
        self.addItem(self._nothing, None)
        for unit, depth in in_tree_order(units):
            if unit.id not in without:
                count = f"（{counts[unit.id]}）" if self._counts else ""
                self.addItem(_INDENT * depth + unit.name + count, unit.id)
        self.set_value(kept)
        self.blockSignals(False)
        if kept is not None and self.value() is None:
            self.currentIndexChanged.emit(0)
