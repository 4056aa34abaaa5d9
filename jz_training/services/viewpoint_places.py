"""Where a line of a list belongs: in which viewing point, or in the main hall (None)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from jz_training.domain.roster import PersonRow
from jz_training.storage.tables import Attendee, Unit, Viewpoint

#: Unit of a line → its viewing point; None is the main hall.
Placing = Callable[[UUID | None], UUID | None]


def viewpoints_of(training_id: UUID) -> Select[Viewpoint]:
    """Return the query for the viewing points of a training, in their order."""
    return (
        select(Viewpoint)
        .where(Viewpoint.training_id == training_id)
        .order_by(Viewpoint.position, Viewpoint.id)
    )


def by_units(db: Session, training_id: UUID) -> Placing:
    """Return how units are placed: the nearest unit above (or itself) that is watched decides."""
    watched = {
        UUID(hex=unit): viewpoint.id
        for viewpoint in db.scalars(viewpoints_of(training_id))
        for unit in viewpoint.units
    }
    parents = _parents(db) if watched else {}

    def place(unit: UUID | None) -> UUID | None:
        return next((watched[one] for one in _upwards(unit, parents) if one in watched), None)

    return place


def staying(db: Session, training_id: UUID) -> Callable[[PersonRow], UUID | None]:
    """Return where persons go: where they are on the list already, else where their unit goes."""
    query = select(Attendee.person_id, Attendee.viewpoint_id)
    rows = db.execute(query.where(Attendee.training_id == training_id))
    placed: dict[UUID | None, UUID | None] = {person: viewpoint for person, viewpoint in rows}
    place = by_units(db, training_id)
    return lambda person: placed[person.id] if person.id in placed else place(person.unit_id)


def _parents(db: Session) -> dict[UUID, UUID | None]:
    return {unit: parent for unit, parent in db.execute(select(Unit.id, Unit.parent_id))}


def _upwards(unit: UUID | None, parents: dict[UUID, UUID | None]) -> Iterable[UUID]:
    """Give a unit and those above it; the tree has no circles, or the walk ends at the first."""
    seen: set[UUID] = set()
    while unit is not None and unit not in seen:
        yield unit
        seen.add(unit)
        unit = parents.get(unit)
