"""What trainings take up: room, speakers, chair and people, gathered in few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, or_, select
from sqlalchemy.orm import Session

from jz_training.domain.clashes import TRAVEL, Booking, place_key
from jz_training.domain.library import VenueKind, several
from jz_training.domain.parts import LONGEST_WITH_PARTS
from jz_training.domain.training import LONGEST, AudienceRule, TrainingDraft, TrainingState
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
    Training.parts,
)


#: So many spans are asked for at once; each is a condition of the query.
SPANS_AT_ONCE = 50


def bookings_of_drafts(
    db: Session, entered: Sequence[tuple[UUID | None, TrainingDraft]]
) -> tuple[Booking, ...]:
    """Return what trainings as entered would take up, with the people they are for."""
    venues = venues_by_name(db)
    listed = people_of_lists(db, [one for one, _ in entered if one is not None])
    meant = _Meant(db)
    return tuple(
        Booking(
            id=one,
            title=draft.title,
            start=draft.start,
            end=draft.end,
            parts=tuple((part.start, part.end) for part in draft.parts),
            people=(one and listed.get(one)) or meant.people(draft.audience),
            **_taken(draft.venue, draft.speaker, draft.chair, venues),
        )
        for one, draft in entered
    )


def _taken(
    venue: str, speaker: str, chair: str, venues: Mapping[str, tuple[str, int | None]]
) -> dict[str, Any]:
    kind, capacity = venues.get(place_key(venue), ("", None))
    return {
        "venue": venue,
        "speakers": frozenset(several(speaker)),
        "chairs": frozenset(several(chair)),
        "capacity": capacity,
        "online": kind == VenueKind.ONLINE.value,
    }


def bookings_between(
    db: Session, start: datetime, end: datetime, *, with_people: bool
) -> tuple[Booking, ...]:
    """Return what the trainings that touch a span take up, in order of time.

    The span is widened by the way between two places. With people it is whoever is on the list,
    or whom the audience means while no list is fixed.
    """
    return bookings_at(db, [(start, end)], with_people=with_people)


def bookings_at(
    db: Session, spans: Sequence[tuple[datetime, datetime]], *, with_people: bool
) -> tuple[Booking, ...]:
    """Return what the trainings that touch any of some spans take up; see `bookings_between`."""
    venues = venues_by_name(db)
    bookings = [booking_of_row(row, venues) for row in rows_at(db, spans)]
    return tuple(_peopled(db, bookings) if with_people else bookings)


def rows_at(db: Session, spans: Sequence[tuple[datetime, datetime]]) -> list[Row[*tuple[Any, ...]]]:
    """Return what `booking_of_row` needs of the trainings that touch any of some spans, by time."""
    groups = [spans[at : at + SPANS_AT_ONCE] for at in range(0, len(spans), SPANS_AT_ONCE)]
    found = {row.id: row for group in groups for row in db.execute(_touching(group))}
    if spans:
        found |= {row.id: row for row in db.execute(_of_parts(spans)) if _is_near(row, spans)}
    return sorted(found.values(), key=lambda row: (row.start, row.id))


def _touching(spans: Sequence[tuple[datetime, datetime]]) -> Select[*tuple[Any, ...]]:
    """Return the query; none without parts is longer than LONGEST, so the index on start serves."""
    at_once = [
        and_(
            Training.start < end + TRAVEL,
            Training.start > start - TRAVEL - LONGEST - timedelta(seconds=1),
            Training.end > start - TRAVEL,
        )
        for start, end in spans
    ]
    return (
        select(*_COLUMNS)
        .where(or_(*at_once), Training.state != TrainingState.CANCELLED.value)
        .order_by(Training.start, Training.id)
    )


def _of_parts(spans: Sequence[tuple[datetime, datetime]]) -> Select[*tuple[Any, ...]]:
    """Return the query for trainings of several days: they are few, and asked for all at once.

    Those whose parts leave the spans free are among them: `_is_near` tells.
    """
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return select(*_COLUMNS).where(
        Training.start < last + TRAVEL,
        Training.start > first - TRAVEL - LONGEST_WITH_PARTS,
        Training.end > first - TRAVEL,
        Training.parts.is_not(None),
        Training.state != TrainingState.CANCELLED.value,
    )


def _is_near(row: Row[*tuple[Any, ...]], spans: Sequence[tuple[datetime, datetime]]) -> bool:
    """Tell whether a part of a training touches one of the spans, each widened by the way there."""
    return any(
        begin < end + TRAVEL and over > start - TRAVEL
        for begin, over in times_of(row.parts)
        for start, end in spans
    )


def booking_of_row(
    row: Row[*tuple[Any, ...]], venues: Mapping[str, tuple[str, int | None]]
) -> Booking:
    """Return what a stored training takes up, without its people."""
    return Booking(
        id=row.id,
        title=row.title,
        start=row.start,
        end=row.end,
        parts=times_of(row.parts),
        **_taken(row.venue, row.speaker, row.chair, venues),
    )


def times_of(stored: Sequence[Mapping[str, str]] | None) -> tuple[tuple[datetime, datetime], ...]:
    """Return when the parts of a stored training are held."""
    return tuple(
        (datetime.fromisoformat(part["start"]), datetime.fromisoformat(part["end"]))
        for part in stored or ()
    )


def venues_by_name(db: Session) -> dict[str, tuple[str, int | None]]:
    """Return the kind and the capacity of each venue of the library, by its `place_key`."""
    rows = db.execute(select(Venue.name, Venue.kind, Venue.capacity))
    return {place_key(name): (kind, capacity) for name, kind, capacity in rows}


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
    query = select(Training.id, Training.audience).where(Training.id.in_(trainings))
    meant = _Meant(db)
    return {training: meant.people(audience_rule(stored)) for training, stored in db.execute(query)}


class _Meant:
    """Whom audiences mean; trainings with the same audience are asked about once."""

    def __init__(self, db: Session) -> None:
        self._db = db
        self._known: dict[AudienceRule, frozenset[UUID]] = {}

    def people(self, rule: AudienceRule) -> frozenset[UUID]:
        if rule not in self._known:
            self._known[rule] = frozenset(audience_ids(self._db, rule))
        return self._known[rule]
