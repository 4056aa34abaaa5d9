"""The lines that certificates rest on, as the lists have them today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, case, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole
from jz_training.domain.certificate import Certificate, CertifiedTraining
from jz_training.domain.certificate_ground import (
    CertificateRule,
    StudyLine,
    certified_hours,
    refusal_of,
)
from jz_training.domain.training import TrainingState
from jz_training.services.tallies import MADE_UP_BY, MADE_UP_HOURS, NO_HOURS, STUDIED
from jz_training.storage.tables import Attendee, MakeUp, Person, Training, Unit

#: Persons asked for at once: SQLite takes so many parameters at least.
AT_ONCE = 500

Ground = dict[tuple[UUID, UUID], StudyLine]  # by person and training


def lines_of_trainings(db: Session, training_ids: Sequence[UUID]) -> list[StudyLine]:
    """Return every line of some trainings, by time and in the order of their lists."""
    return _lines(db, Attendee.training_id.in_(training_ids))


def lines_of_persons(
    db: Session, person_ids: Sequence[UUID], first: date, last: date
) -> list[StudyLine]:
    """Return the studying lines of persons at trainings that began in a period, by time."""
    after = datetime.combine(last, time()) + timedelta(days=1)
    found: list[StudyLine] = []
    for some in _parts(person_ids):
        found += _lines(
            db,
            Attendee.person_id.in_(some),
            STUDIED,
            Training.start >= datetime.combine(first, time()),
            Training.start < after,
        )
    return found


def with_ground(
    db: Session, certificates: Iterable[Certificate], *, stand_in_counts: bool
) -> list[Certificate]:
    """Return certificates with `ground_lost` as attendance is now; withdrawn ones rest on none."""
    given = list(certificates)
    ground = _ground_of(db, {one.person_id for one in given if not one.withdrawn})
    return [
        replace(one, ground_lost=not one.withdrawn and not _holds(one, ground, stand_in_counts))
        for one in given
    ]


def _holds(certificate: Certificate, ground: Ground, stand_in_counts: bool) -> bool:
    for training in certificate.facts.trainings:
        rule = CertificateRule(with_made_up=training.made_up, stand_in_counts=stand_in_counts)
        line = ground.get((certificate.person_id, training.training_id))
        if line is None or not _still_says(line, training, rule):
            return False
    return True


def _still_says(line: StudyLine, training: CertifiedTraining, rule: CertificateRule) -> bool:
    """Tell whether a line says what was printed; one that was reopened is judged by its marks."""
    judged = replace(line, closed=True)
    return refusal_of(judged, rule) is None and certified_hours(judged, rule) == training.hours


def _ground_of(db: Session, person_ids: Iterable[UUID]) -> Ground:
    ground: Ground = {}
    for some in _parts(sorted(person_ids)):
        for line in _lines(db, Attendee.person_id.in_(some), STUDIED):
            if line.person_id is not None:
                ground[line.person_id, line.training_id] = line
    return ground


def _lines(db: Session, *where: ColumnElement[bool]) -> list[StudyLine]:
    query = (
        select(
            Attendee.training_id,
            Attendee.person_id,
            Attendee.name,
            Attendee.unit,
            Attendee.post,
            Attendee.role,
            Attendee.status,
            Attendee.stands_in,
            Attendee.hours.label("earned"),
            Training.title,
            Training.start,
            Training.end,
            Training.organiser,
            Training.state,
            Training.hours,
            MakeUp.id.label("make_up"),
            case((MakeUp.id.is_not(None), MADE_UP_HOURS), else_=NO_HOURS).label("made_up_hours"),
            Person.name.label("person_name"),
            Person.post.label("person_post"),
            Unit.name.label("person_unit"),
        )
        .join(Training, Training.id == Attendee.training_id)
        .outerjoin(MakeUp, MADE_UP_BY)
        .outerjoin(Person, Person.id == Attendee.person_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Training.state != TrainingState.CANCELLED.value, *where)
        .order_by(Training.start, Training.id, Attendee.number)
    )
    return [_line(row) for row in db.execute(query)]


def _line(row: Row[*tuple[Any, ...]]) -> StudyLine:
    """Return a line; whoever is on the roster goes by the name, unit and post of today."""
    known = row.person_name is not None
    return StudyLine(
        training_id=row.training_id,
        title=row.title,
        start=row.start,
        end=row.end,
        organiser=row.organiser,
        closed=row.state == TrainingState.CLOSED.value,
        person_id=row.person_id,
        name=row.person_name if known else row.name,
        unit=(row.person_unit or row.unit) if known else row.unit,
        post=row.person_post if known else row.post,
        role=AttendeeRole(row.role),
        status=AttendanceStatus(row.status),
        stand_in=row.stands_in,
        hours=row.hours,
        earned=row.earned,
        made_up=row.make_up is not None,
        made_up_hours=row.made_up_hours,
    )


def _parts(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
