"""Absences in a row, as a private hint (domain.md §8: nobody is ranked or listed in public)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.reach import LEAST_ABSENCES, AbsenceHint, Missed, absences_in_a_row
from jz_training.domain.statistics import StatisticsFilter
from jz_training.services.person_counts import Conditions, PersonCounts
from jz_training.services.tallies import EXPECTED, TRAINING_OF_LINE, number_of
from jz_training.services.training_cells import held_by
from jz_training.storage.tables import Attendee, Person, Training, Unit

#: Asked for so many persons at a time: databases take so many parameters and no more.
_AT_ONCE = 500

Line = tuple[AttendanceStatus, Missed]


def absence_hints(
    db: Session, chosen: StatisticsFilter, counts: PersonCounts, now: datetime
) -> tuple[AbsenceHint, ...]:
    """Return who was absent at least three times in a row since coming last, in order of paper."""
    held = held_by(chosen, now)
    found: dict[UUID, tuple[Missed, ...]] = {}
    candidates = _candidates(db, counts, held)
    for at in range(0, len(candidates), _AT_ONCE):
        for person, lines in _lines(db, candidates[at : at + _AT_ONCE], held):
            run = absences_in_a_row(lines)
            if len(run) >= LEAST_ABSENCES:
                found[person] = tuple(run)
    return _named(db, found)


def _candidates(db: Session, counts: PersonCounts, held: Conditions) -> list[UUID]:
    """Return who was absent often enough and whose last known mark is an absence."""
    absent = Attendee.status == int(AttendanceStatus.ABSENT)
    known = Attendee.status != int(AttendanceStatus.UNRECORDED)
    query = (
        select(Attendee.person_id)
        .join(Training, Training.id == TRAINING_OF_LINE)
        .join(Person, Person.id == Attendee.person_id)
        .where(EXPECTED, *held, *counts.meant(), Person.retired_on.is_(None))
        .group_by(Attendee.person_id)
        .having(number_of(absent) >= LEAST_ABSENCES)
        .having(func.max(case((absent, Training.start))) == func.max(case((known, Training.start))))
    )
    return [person for person in db.scalars(query) if person is not None]


def _lines(db: Session, persons: list[UUID], held: Conditions) -> Iterator[tuple[UUID, list[Line]]]:
    query = (
        select(Attendee.person_id, Attendee.status, Training.id, Training.title, Training.start)
        .join(Training, Training.id == Attendee.training_id)
        .where(EXPECTED, *held, Attendee.person_id.in_(persons))
        .order_by(Attendee.person_id, Training.start, Training.id)
    )
    for person, lines in groupby(db.execute(query), key=lambda row: row[0]):
        yield (
            person,
            [
                (
                    AttendanceStatus(status),
                    Missed(training_id=training_id, title=title, start=start),
                )
                for _, status, training_id, title, start in lines
            ],
        )


def _named(db: Session, found: dict[UUID, tuple[Missed, ...]]) -> tuple[AbsenceHint, ...]:
    """Return the hints in order of unit and name, so that nobody stands first for a number."""
    rows: list[Any] = []
    persons = list(found)
    for at in range(0, len(persons), _AT_ONCE):
        rows += db.execute(
            select(Person.id, Person.name, Unit.name, Unit.position, Person.pinyin)
            .outerjoin(Unit, Unit.id == Person.unit_id)
            .where(Person.id.in_(persons[at : at + _AT_ONCE]))
        ).all()
    rows.sort(key=lambda row: (row[3] is None, row[3] or 0, row[4], row[0]))
    return tuple(
        AbsenceHint(person_id=person, name=name, unit=unit or "", missed=found[person])
        for person, name, unit, _, _ in rows
    )
