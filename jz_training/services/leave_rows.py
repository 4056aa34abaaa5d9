"""Leaves as they are shown."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from jz_training.domain.leave import LeaveRow, SlipState
from jz_training.services.leave_marks import leave_draft
from jz_training.storage.tables import Attachment, Attendee, Leave, Person, Training, Unit


def leave_rows(db: Session, where: ColumnElement[bool]) -> tuple[LeaveRow, ...]:
    """Return the leaves that meet a condition, the latest first."""
    filed = exists().where(Attachment.leave_id == Leave.id)
    marked = (
        select(func.count()).where(Attendee.leave_id == Leave.id).correlate(Leave).scalar_subquery()
    )
    query = (
        select(Leave, Person.name, Unit.name, Training.title, filed, marked)
        .join(Person, Person.id == Leave.person_id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .outerjoin(Training, Training.id == Leave.training_id)
        .where(where)
        .order_by(Leave.first.desc(), Leave.id.desc())
    )
    return tuple(
        LeaveRow(
            id=leave.id,
            version=leave.version,
            draft=leave_draft(leave),
            name=name,
            unit=unit or "",
            training=title or "",
            trainings=trainings,
            slip=SlipState.FILED if has_slip else SlipState.MISSING,
        )
        for leave, name, unit, title, has_slip, trainings in db.execute(query)
    )
