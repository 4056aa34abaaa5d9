"""What the file of a person is read from: who that is, and the lines of the years asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import MISSED, STUDIED, AttendeeRole
from jz_training.domain.person_file import PersonFileLine
from jz_training.domain.training_form import TrainingForm
from jz_training.errors import NotFound
from jz_training.services.hours_rows import parts_of
from jz_training.services.ledger import between_days
from jz_training.services.missed import held
from jz_training.services.missed_rows import draft_of
from jz_training.services.rows import ATTENDEE_COLUMNS, attendee_row
from jz_training.services.tallies import EARNED, HAS_COME, MADE_UP_BY, MADE_UP_HOURS
from jz_training.storage.tables import Attendee, MakeUp, Person, Training, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHead:
    """Who a file is about, as of now."""

    name: str
    unit: str
    post: str
    layer: str
    category: str


def heads_of(db: Session, ids: Collection[UUID]) -> dict[UUID, PersonHead]:
    """Return who the persons are. Raises NotFound when one of them is not there."""
    query = (
        select(
            Person.id,
            Person.name,
            func.coalesce(Unit.name, "").label("unit"),
            Person.post,
            Person.layer,
            Person.category,
        )
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Person.id.in_(ids))
    )
    found = {
        row.id: PersonHead(
            name=row.name, unit=row.unit, post=row.post, layer=row.layer, category=row.category
        )
        for row in db.execute(query)
    }
    if len(found) < len(set(ids)):
        raise NotFound("person")
    return found


def lines_query(
    ids: Collection[UUID], *, first: int, last: int, now: datetime
) -> Select[*tuple[Any, ...]]:
    """Select the lines of persons in some years: where they were expected, or came all the same."""
    came = and_(Attendee.role != AttendeeRole.EXPECTED.value, HAS_COME)
    found = (
        select(
            *ATTENDEE_COLUMNS,
            Training,
            EARNED.label("earned"),
            MakeUp,
            MADE_UP_HOURS.label("made_up_hours"),
            and_(MADE_UP_BY).label("counts"),
        )
        .select_from(Attendee)
        .join(Training, Training.id == Attendee.training_id)
        .outerjoin(MakeUp, MakeUp.attendee_id == Attendee.id)
        .where(
            Attendee.person_id.in_(ids),
            held(now),
            or_(Attendee.role == AttendeeRole.EXPECTED.value, came),
        )
        .order_by(Training.start, Training.id)
    )
    return between_days(found, date(first, 1, 1), date(last, 12, 31))


def file_line(row: Row[*tuple[Any, ...]], *, stand_in_counts: bool) -> PersonFileLine:
    """Return a line as the file has it; who came for the person counts as the office says."""
    training = row.Training
    parts = parts_of(training)
    line = attendee_row(row, parts)
    to_make_up = line.mark.status in MISSED or line.hours is not None
    own = line.mark.status.came and (stand_in_counts or not line.mark.stand_in)
    earns = own and line.role in STUDIED
    return PersonFileLine(
        training_id=training.id,
        title=training.title,
        form=TrainingForm(training.form),
        start=training.start,
        end=training.end,
        row=line,
        own=own,
        parts=parts,
        hours=row.earned if earns else Decimal(0),
        make_up=draft_of(row.MakeUp) if row.MakeUp is not None and to_make_up else None,
        made_up_hours=row.made_up_hours if row.counts else Decimal(0),
    )
