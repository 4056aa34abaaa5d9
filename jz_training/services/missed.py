"""Who missed what, and whether it was made up: the rows behind 补学."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from jz_training.domain.make_up import MakeUpState, MissedRow
from jz_training.domain.person_name import printable
from jz_training.domain.training import TrainingState
from jz_training.services.ledger import between_days
from jz_training.services.missed_rows import rows_of
from jz_training.services.person_search import fits
from jz_training.services.tallies import EXPECTED, MISSED
from jz_training.services.units import with_parts
from jz_training.storage.tables import (
    Attendee,
    MakeUp,
    MakeUpGroup,
    Person,
    Topic,
    Training,
    TrainingTally,
    TrainingTopic,
)

#: More than this nobody looks through; the count still says how many there are.
MOST_SHOWN = 2000
#: Parts were missed by somebody who came; only trainings of parts have such lines.
PARTS_MISSED = and_(Training.parts.is_not(None), Attendee.hours.is_not(None))
#: A line of which something can be made up.
TO_MAKE_UP = and_(EXPECTED, or_(MISSED, PARTS_MISSED))


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedQuery:
    """Which missed lines to list; `start` and `end` are days of trainings, both included.

    `unit_id` takes the units below it too; `text` is part of a name (or its pinyin), unit or
    title. None and an empty text mean any.
    """

    text: str = ""
    notice_id: UUID | None = None
    topic: str = ""
    required: bool = False
    unit_id: UUID | None = None
    training_id: UUID | None = None
    person_id: UUID | None = None
    start: date | None = None
    end: date | None = None
    state: MakeUpState | None = None
    limit: int | None = MOST_SHOWN


def held(now: datetime) -> ColumnElement[bool]:
    """Return the condition on trainings that have begun and were not cancelled."""
    return and_(Training.state != TrainingState.CANCELLED.value, Training.start <= now)


def missed_rows(db: Session, query: MissedQuery, *, now: datetime) -> tuple[MissedRow, ...]:
    """Return the missed lines a query means, newest training first, in the order of the sheet."""
    found = _narrowed(db, _selection(_columns()).where(held(now)), query)
    found = found.order_by(Training.start.desc(), Training.id, Attendee.number)
    return rows_of(db, db.execute(found.limit(query.limit)).all())


def made_rows(db: Session, trainings: ColumnElement[bool]) -> tuple[MissedRow, ...]:
    """Return what was made up, or is arranged, of the trainings a condition names, oldest first.

    A line whose person came after all is left out: its make-up counts no more.
    """
    found = _selection(_columns()).where(trainings, TO_MAKE_UP, MakeUp.id.is_not(None))
    ordered = found.order_by(Training.start, Training.id, Attendee.number)
    return rows_of(db, db.execute(ordered).all())


def missed_count(db: Session, query: MissedQuery, *, now: datetime) -> int:
    """Return how many lines a query means."""
    found = _narrowed(db, _selection([func.count()]).where(held(now)), query)
    return db.scalar(found) or 0


def waiting_count(db: Session, start: date, end: date, *, now: datetime) -> int:
    """Return how many lines of required trainings of some days have no make-up at all.

    From the counters alone; `missed_count` tells the same of MakeUpState.OPEN line by line.
    """
    counted = (
        select(func.coalesce(func.sum(TrainingTally.to_make_up), 0))
        .join(Training, Training.id == TrainingTally.training_id)
        .where(held(now), Training.required)
    )
    return db.scalar(between_days(counted, start, end)) or 0


def missed_lines(db: Session, attendees: Collection[UUID]) -> tuple[MissedRow, ...]:
    """Return lines by their ids, missed or not, in order of unit and name."""
    return _sorted(db, Attendee.id.in_(attendees))


def group_members(db: Session, groups: Collection[UUID]) -> dict[UUID, list[MissedRow]]:
    """Return the members of make-up groups, each in order of unit and name."""
    members: dict[UUID, list[MissedRow]] = defaultdict(list)
    # looked up by their make-ups: seen from the lines, all of them would be read
    lines = select(MakeUp.attendee_id).where(MakeUp.group_id.in_(groups))
    for row in _sorted(db, Attendee.id.in_(lines)) if groups else ():
        if row.make_up is not None and row.make_up.group_id is not None:
            members[row.make_up.group_id].append(row)
    return members


def _sorted(db: Session, condition: ColumnElement[bool]) -> tuple[MissedRow, ...]:
    found = _selection(_columns()).where(condition)
    ordered = found.order_by(Attendee.unit, Attendee.name, Training.start, Attendee.id)
    return rows_of(db, db.execute(ordered).all())


def _columns() -> list[Any]:
    return [Attendee, Training, MakeUp, MakeUpGroup.title]


def _selection(columns: list[Any]) -> Select[*tuple[Any, ...]]:
    return (
        select(*columns)
        .select_from(Attendee)
        .join(Training, Training.id == Attendee.training_id)
        .outerjoin(MakeUp, MakeUp.attendee_id == Attendee.id)
        .outerjoin(MakeUpGroup, MakeUpGroup.id == MakeUp.group_id)
    )


def _narrowed(
    db: Session, found: Select[*tuple[Any, ...]], query: MissedQuery
) -> Select[*tuple[Any, ...]]:
    found = between_days(found.where(TO_MAKE_UP), query.start, query.end)
    # the counters say which lists hold such lines at all: the others are not read
    counted = select(TrainingTally.training_id).where(
        TrainingTally.leave + TrainingTally.absent > 0
    )
    found = found.where(or_(Training.parts.is_not(None), Training.id.in_(counted)))
    if query.notice_id is not None:
        found = found.where(Training.notice_id == query.notice_id)
    if query.required:
        found = found.where(Training.required)
    if query.topic:
        found = found.where(Training.id.in_(_dealing_with(query.topic)))
    if query.unit_id is not None:
        found = found.where(Attendee.unit_id.in_(with_parts(db, {query.unit_id})))
    if query.training_id is not None:
        found = found.where(Attendee.training_id == query.training_id)
    if query.person_id is not None:
        found = found.where(Attendee.person_id == query.person_id)
    if query.state is not None:
        found = found.where(_STATES[query.state])
    return _about(found, query.text)


_STATES = {
    MakeUpState.OPEN: MakeUp.id.is_(None),
    MakeUpState.ARRANGED: and_(MakeUp.id.is_not(None), MakeUp.done_on.is_(None)),
    MakeUpState.DONE: MakeUp.done_on.is_not(None),
}


def _dealing_with(topic: str) -> Select[*tuple[Any, ...]]:
    return (
        select(TrainingTopic.training_id)
        .join(Topic, Topic.id == TrainingTopic.topic_id)
        .where(Topic.name == topic)
    )


def _about(found: Select[*tuple[Any, ...]], text: str) -> Select[*tuple[Any, ...]]:
    text = printable(text.strip())
    if not text:
        return found
    words = (Attendee.name, Attendee.unit, Training.title)
    persons = select(Person.id).where(fits(text))
    return found.where(
        or_(
            *(column.contains(text, autoescape=True) for column in words),
            Attendee.person_id.in_(persons),
        )
    )
