"""The direct parts of a unit, each with all below it: the lines of a table by unit."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, Subquery, literal, select, union_all
from sqlalchemy.orm import Session

from jz_training.domain.statistics import NONE, StatisticsFilter
from jz_training.storage.tables import Unit
from jz_training.storage.types import Id


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """One line: a unit with all below it, or by `itself`; NONE are those without a unit."""

    key: UUID
    name: str
    itself: bool = False


class UnitGroups:
    """The parts of the unit a filter chose; of the only top unit where none is chosen.

    `groups` are in the order of paper. `mapping` are pairs of unit_id and top: to which group the
    lines of a unit belong; a person without a unit is found under NONE.
    """

    def __init__(self, db: Session, chosen: StatisticsFilter) -> None:
        self._db = db
        self._chosen = chosen
        self._root = self._find_root()
        alone = chosen.itself or chosen.unit_id == NONE
        self._parts = [] if alone else self._below(self._root)
        self.groups = tuple(self._in_order())
        self.mapping = self._mapping()

    def _mapping(self) -> Subquery:
        ends = [
            select(literal(group.key, Id()).label("unit_id"), literal(group.key, Id()).label("top"))
            for group in self.groups
            if group.itself or group.key == NONE
        ]
        if self._parts:
            return union_all(self._descent(), *ends).subquery("tops")
        return union_all(*ends).subquery("tops")

    def _descent(self) -> Select[tuple[UUID, UUID]]:
        tree = (
            select(Unit.id.label("unit_id"), Unit.id.label("top"))
            .where(Unit.parent_id.is_not_distinct_from(self._root))
            .cte("tree", recursive=True)
        )
        tree = tree.union_all(
            select(Unit.id, tree.c.top).join(tree, Unit.parent_id == tree.c.unit_id)
        )
        return select(tree.c.unit_id, tree.c.top)

    def _below(self, unit_id: UUID | None) -> list[tuple[UUID, str]]:
        """Return the units directly below one, by name; None: at the top."""
        units = select(Unit.id, Unit.name).order_by(Unit.position, Unit.id)
        found = self._db.execute(units.where(Unit.parent_id.is_not_distinct_from(unit_id)))
        return [(unit, name) for unit, name in found]

    def _find_root(self) -> UUID | None:
        if self._chosen.unit_id is not None:
            return self._chosen.unit_id
        tops = self._below(None)
        return tops[0][0] if len(tops) == 1 and self._below(tops[0][0]) else None

    def _in_order(self) -> list[UnitGroup]:
        found = []
        if self._root is not None:
            name = self._db.scalar(select(Unit.name).where(Unit.id == self._root)) or ""
            found.append(UnitGroup(self._root, name, itself=self._root != NONE))
        found += [UnitGroup(part, name) for part, name in self._parts]
        if self._chosen.unit_id is None:
            found.append(UnitGroup(NONE, ""))
        return found
