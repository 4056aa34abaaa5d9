"""The trainings one certificate is about, and who of their lists may be given one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.certificate import CertificateCandidate, CertificateKind
from jz_training.domain.certificate_ground import CertificateRule
from jz_training.domain.training import TrainingState
from jz_training.services.certificate_candidates import (
    Student,
    candidate,
    common_title,
    hours_candidate,
    nothing,
    students,
)
from jz_training.services.certificate_lines import lines_of_persons, lines_of_trainings
from jz_training.services.certificate_list import number_of_period, standing_certificates
from jz_training.services.people import person_rows
from jz_training.services.trainings import the_training
from jz_training.storage.tables import Training


def course_of(db: Session, training_id: UUID, *, whole_series: bool) -> list[Training]:
    """Return a training, or all of its series that were not cancelled, by time.

    Raises NotFound.
    """
    training = the_training(db, training_id)
    if not whole_series or training.series_id is None:
        return [training]
    query = select(Training).where(
        Training.series_id == training.series_id,
        Training.state != TrainingState.CANCELLED.value,
    )
    return list(db.scalars(query.order_by(Training.start, Training.id)))


def course_title(course: Sequence[Training]) -> str:
    """Return what a course is called."""
    return common_title([training.title for training in course])


def offered(
    db: Session, course: Sequence[Training], rule: CertificateRule
) -> list[tuple[Student, CertificateCandidate]]:
    """Return everybody on the lists of a course in their order, each as a candidate."""
    there = students(lines_of_trainings(db, [training.id for training in course]))
    issued = _issued(db, there)
    return [(one, candidate(one, rule, issued=issued.get(one.person_id, ""))) for one in there]


def offered_hours(
    db: Session, person_ids: Sequence[UUID], period: tuple[date, date], rule: CertificateRule
) -> list[tuple[Student | None, CertificateCandidate]]:
    """Return persons in the order given, each as a candidate for a proof of hours."""
    lines = lines_of_persons(db, person_ids, *period)
    found = {one.person_id: one for one in students(lines)}
    given = standing_certificates(db, person_ids, CertificateKind.HOURS)
    return [
        (student, hours_candidate(student, rule, number_of_period(given, person.id, *period)))
        if (student := found.get(person.id)) is not None
        else (None, nothing(person))
        for person in person_rows(db, person_ids)
    ]


def _issued(db: Session, there: Sequence[Student]) -> dict[UUID | None, str]:
    """Return the number of a certificate that stands for one of the same trainings, by person."""
    persons = {one.person_id: one for one in there if one.person_id is not None}
    issued: dict[UUID | None, str] = {}
    for given in standing_certificates(db, list(persons), CertificateKind.TRAINING):
        about = {line.training_id for line in persons[given.person_id].lines}
        if about & {training.training_id for training in given.facts.trainings}:
            issued[given.person_id] = given.number
    return issued
