"""What trainings take up: room, speakers, chair and people, gathered in few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from jz_training.domain.clashes import TRAVEL, Booking
from jz_training.domain.library import VenueKind, several
from jz_training.domain.training import LONGEST, TrainingDraft, TrainingState
from jz_training.services.audience import audience_ids
from jz_training.services.rows import audience_rule
from jz_training.services.tallies import EXPECTED
from jz_training.storage.tables import Attendee, Training, Venue

_COLUMNS = (
    Training.id,
    Training.title,
    Training.start,
    Training.end,
    Training.venue,
    Training.speaker,
    Training.chair,
)


def booking_of_draft(db: Session, draft: TrainingDraft, training_id: UUID | None) -> Booking:
    """Return what a training as entered would take up, with the people it is for."""
    venues = venues_by_name(db)
    kind, capacity = venues.get(draft.venue, ("", None))
    return Booking(
        id=training_id,
        title=draft.title,
        start=draft.start,
        end=draft.end,
        venue=draft.venue,
        speakers=frozenset(several(draft.speaker)),
        chairs=frozenset(several(draft.chair)),
        people=_people_of(db, draft, training_id),
        capacity=capacity,
        online=kind == VenueKind.ONLINE.value,
    )


def _people_of(db: Session, draft: TrainingDraft, training_id: UUID | None) -> frozenset[UUID]:
    listed = people_of_lists(db, [training_id])[training_id] if training_id else frozenset()
    return listed or frozenset(audience_ids(db, draft.audience))


def bookings_between(
    db: Session, start: datetime, end: datetime, *, with_people: bool
) -> tuple[Booking, ...]:
    """Return what the trainings that touch a span take up, in order of time.

    The span is widened by the way between two places. With people it is whoever is on the list,
    or whom the audience means while no list is fixed.
    """
    found = db.execute(_touching(start - TRAVEL, end + TRAVEL)).all()
    venues = venues_by_name(db)
    bookings = [_booking(row, venues) for row in found]
    return tuple(_peopled(db, bookings) if with_people else bookings)


def _touching(start: datetime, end: datetime) -> Select[*tuple[Any, ...]]:
    """Return the query; no training lasts longer than LONGEST, so the index on its start serves."""
    return (
        select(*_COLUMNS)
        .where(
            Training.start < end,
            Training.start > start - LONGEST - timedelta(seconds=1),
            Training.end > start,
            Training.state != TrainingState.CANCELLED.value,
        )
        .order_by(Training.start, Training.id)
    )


def _booking(row: Row[*tuple[Any, ...]], venues: Mapping[str, tuple[str, int | None]]) -> Booking:
    kind, capacity = venues.get(row.venue, ("", None))
    return Booking(
        id=row.id,
        title=row.title,
        start=row.start,
        end=row.end,
        venue=row.venue,
        speakers=frozenset(several(row.speaker)),
        chairs=frozenset(several(row.chair)),
        capacity=capacity,
        online=kind == VenueKind.ONLINE.value,
    )


def venues_by_name(db: Session) -> dict[str, tuple[str, int | None]]:
    """Return the kind and the capacity of each venue of the library."""
    rows = db.execute(select(Venue.name, Venue.kind, Venue.capacity))
    return {name: (kind, capacity) for name, kind, capacity in rows}


def _peopled(db: Session, bookings: Sequence[Booking]) -> list[Booking]:
    ids = [booking.id for booking in bookings if booking.id is not None]
    listed = people_of_lists(db, ids)
    without = [one for one in ids if one not in listed]
    meant = _people_of_rules(db, without)
    known = {**meant, **listed}
    return [
        replace(booking, people=known.get(booking.id, frozenset())) if booking.id else booking
        for booking in bookings
    ]


def people_of_lists(db: Session, trainings: Collection[UUID]) -> dict[UUID, frozenset[UUID]]:
    """Return the expected persons of each training that has a list."""
    people: dict[UUID, set[UUID]] = defaultdict(set)
    query = select(Attendee.training_id, Attendee.person_id).where(
        EXPECTED, Attendee.training_id.in_(trainings)
    )
    for training, person in db.execute(query):
        if person is not None:
            people[training].add(person)
    return defaultdict(frozenset, {one: frozenset(found) for one, found in people.items()})


def _people_of_rules(db: Session, trainings: Collection[UUID]) -> dict[UUID, frozenset[UUID]]:
    """Return whom the audiences mean; trainings with the same audience are asked about once."""
    query = select(Training.id, Training.audience).where(Training.id.in_(trainings))
    known: dict[str, frozenset[UUID]] = {}
    found = {}
    for training, stored in db.execute(query):
        key = repr(stored)
        if key not in known:
            known[key] = frozenset(audience_ids(db, audience_rule(stored)))
        found[training] = known[key]
    return found
