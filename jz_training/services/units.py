"""Units of the union: the tree, its order on paper, adding and changing."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jz_training.domain.roster import UnitKind, UnitRow
from jz_training.errors import ChangedMeanwhile, NotFound, Refused
from jz_training.services.rows import unit_row
from jz_training.services.typed_text import one_line
from jz_training.storage.store import Store
from jz_training.storage.tables import Person, Unit


class Units:
    """The units of one workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[UnitRow, ...]:
        """Return every unit in the order of paper, with its number of persons."""
        counts = (
            select(Person.unit_id, func.count())
            .where(Person.retired_on.is_(None))
            .group_by(Person.unit_id)
        )
        with self._store.read() as db:
            people = {unit_id: count for unit_id, count in db.execute(counts)}
            units = db.scalars(select(Unit).order_by(Unit.position, Unit.id))
            return tuple(unit_row(unit, people.get(unit.id, 0)) for unit in units)

    def count(self) -> int:
        """Return how many units there are."""
        with self._store.read() as db:
            return db.scalar(select(func.count()).select_from(Unit)) or 0

    def add(
        self,
        *,
        name: str,
        kind: UnitKind = UnitKind.BRANCH,
        parent_id: UUID | None = None,
    ) -> UUID:
        """Add a unit at the end of the order and return the id. Raises Refused."""
        name = _checked_name(name)
        with self._store.write("unit.add", subject=name) as db:
            _refuse_same_name(db, name, parent_id, None)
            last = db.scalar(select(func.max(Unit.position)))
            position = 0 if last is None else last + 1
            unit = Unit(name=name, kind=kind.value, parent_id=parent_id, position=position)
            db.add(unit)
        return unit.id

    def change(
        self,
        unit_id: UUID,
        *,
        version: int,
        name: str,
        kind: UnitKind,
        parent_id: UUID | None,
        position: int,
    ) -> None:
        """Change a unit. Raises Refused (also for a circle), NotFound or ChangedMeanwhile."""
        name = _checked_name(name)
        with self._store.write("unit.change", subject=name) as db:
            unit = db.get(Unit, unit_id)
            if unit is None:
                raise NotFound("unit")
            if unit.version != version:
                raise ChangedMeanwhile("unit", unit.name)
            _refuse_same_name(db, name, parent_id, unit_id)
            if parent_id in with_parts(db, {unit_id}):
                raise Refused("parent_id", "circle")
            unit.name, unit.kind = name, kind.value
            unit.parent_id, unit.position = parent_id, position

    def order(self, unit_ids: Sequence[UUID]) -> None:
        """Put units in an order; those not named follow in theirs. Raises NotFound."""
        with self._store.write("unit.order", count=len(unit_ids)) as db:
            units = list(db.scalars(select(Unit).order_by(Unit.position, Unit.id)))
            known = {unit.id: unit for unit in units}
            if not known.keys() >= set(unit_ids):
                raise NotFound("unit")
            named = [known.pop(unit_id) for unit_id in dict.fromkeys(unit_ids)]
            for position, unit in enumerate([*named, *known.values()]):
                unit.position = position


def with_parts(db: Session, units: set[UUID]) -> set[UUID]:
    """Return units together with every unit below them."""
    parents = db.execute(select(Unit.id, Unit.parent_id)).all()
    below = set(units)
    while True:
        more = {unit for unit, parent in parents if parent in below} - below
        if not more:
            return below
        below |= more


def _checked_name(name: str) -> str:
    name = one_line("name", name)
    if not name:
        raise Refused("name", "missing")
    return name


def _refuse_same_name(db: Session, name: str, parent_id: UUID | None, but: UUID | None) -> None:
    same = select(Unit.id).where(Unit.name == name, Unit.parent_id.is_not_distinct_from(parent_id))
    if any(unit_id != but for unit_id in db.scalars(same)):
        raise Refused("name", "same_unit", name=name)
