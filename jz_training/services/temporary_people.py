"""Reading temporary persons: their visits, whom they may be, and what they came to instead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Row, exists, or_, select
from sqlalchemy.orm import Session, aliased

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole
from jz_training.domain.merging import MissedBatch, Suggestion, TemporaryPerson, Visit, likeness
from jz_training.domain.person_name import name_key, printable
from jz_training.domain.pinyin import full_pinyin
from jz_training.domain.training import TrainingState
from jz_training.services.name_order import pinyin_table
from jz_training.services.people import person_rows
from jz_training.services.tallies import MISSED
from jz_training.storage.tables import Attendee, MakeUp, Person, Training

#: More people of one name nobody looks through.
MOST_OFFERED = 6


def temporary_people(db: Session, text: str) -> tuple[TemporaryPerson, ...]:
    """Return who walked in and belongs to nobody yet, those who came last first."""
    query = (
        select(
            Attendee.id, Attendee.name, Attendee.unit,
            Training.id.label("training_id"), Training.title, Training.start, Training.state,
        )
        .join(Training, Training.id == Attendee.training_id)
        .where(
            Attendee.person_id.is_(None),
            Attendee.role == AttendeeRole.WALK_IN.value,
            Training.state != TrainingState.CANCELLED.value,
        )
        .order_by(Training.start.desc(), Attendee.id.desc())
    )  # fmt: skip
    if text.strip():
        query = query.where(Attendee.name.contains(printable(text.strip()), autoescape=True))
    groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in db.execute(query):
        groups[name_key(row.name), row.unit].append(row)
    return tuple(
        TemporaryPerson(
            name=rows[0].name,
            unit=unit,
            visits=tuple(_visit(row) for row in rows),
            suggestions=_suggestions(db, rows[0].name, unit),
        )
        for (_, unit), rows in groups.items()
    )


def missed_batches(
    db: Session, attendee_ids: Collection[UUID], person_id: UUID
) -> tuple[MissedBatch, ...]:
    """Return batches a person missed and did not make up, whose series these lines are of."""
    came, instead = aliased(Attendee), aliased(Training)
    query = (
        select(Attendee.id, Attendee.status, Training.title, Training.start, instead)
        .join(Training, Training.id == Attendee.training_id)
        .join(instead, instead.series_id == Training.series_id)
        .join(came, came.training_id == instead.id)
        .where(
            came.id.in_(attendee_ids),
            Training.id != instead.id,
            Training.state != TrainingState.CANCELLED.value,
            Attendee.person_id == person_id,
            Attendee.role == AttendeeRole.EXPECTED.value,
            MISSED,
            ~exists().where(MakeUp.attendee_id == Attendee.id),
        )
        .order_by(Training.start, instead.start)
    )
    found: dict[UUID, MissedBatch] = {}
    for line, status, title, start, other in db.execute(query):
        batch = MissedBatch(
            attendee_id=line,
            title=title,
            day=start.date(),
            status=AttendanceStatus(status),
            instead=other.title,
            instead_on=other.start.date(),
        )
        found.setdefault(line, batch)
    return tuple(found.values())


def _visit(row: Row[*tuple[Any, ...]]) -> Visit:
    return Visit(
        attendee_id=row.id,
        training_id=row.training_id,
        title=row.title,
        day=row.start.date(),
        closed=row.state == TrainingState.CLOSED.value,
    )


def _suggestions(db: Session, name: str, unit: str) -> tuple[Suggestion, ...]:
    """Return active persons of the same name or the same sound, the likeliest first."""
    key = name_key(name)
    alike = or_(Person.name_key == key, Person.pinyin == full_pinyin(name, pinyin_table()))
    query = select(Person.id, Person.name_key).where(alike, Person.retired_on.is_(None))
    keys = {person_id: own for person_id, own in db.execute(query.limit(MOST_OFFERED))}
    found = [
        Suggestion(
            person=person,
            reason=likeness(person, name_key=key, own_key=keys[person.id], unit=unit),
        )
        for person in person_rows(db, list(keys))
    ]
    order = ["name_and_unit", "name", "sound"]
    return tuple(sorted(found, key=lambda one: order.index(one.reason.value)))
