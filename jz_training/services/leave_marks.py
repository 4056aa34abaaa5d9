"""Marks made ahead, from leaves that were asked for: put on lines, taken back, put on anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import (
    UNRECORDED,
    AttendanceStatus,
    AttendeeRole,
    LeaveReason,
    Mark,
)
from jz_training.domain.leave import LeaveDraft, covers
from jz_training.domain.training import TrainingState
from jz_training.services.part_marks import course_of, record, record_parts
from jz_training.services.rows import part_marks_of
from jz_training.services.tallies import TRAINING_OF_LINE
from jz_training.storage.tables import Attendee, Leave, Training

Line = tuple[Attendee, Training]


def leave_draft(leave: Leave) -> LeaveDraft:
    """Return what was entered for a leave."""
    return LeaveDraft(
        person_id=leave.person_id,
        reason=LeaveReason(leave.reason),
        first=leave.first,
        last=leave.last,
        training_id=leave.training_id,
        approver=leave.approver,
        note=leave.note,
    )


def pre_mark(db: Session, training: Training, rows: Iterable[Attendee]) -> None:
    """Mark the unrecorded lines of a training whose persons are on leave."""
    leaves = _leaves_over(db, training)
    for row in rows:
        excuse(row, training, leaves.get(row.person_id, ()))


def pre_mark_again(db: Session, training: Training) -> None:
    """Mark the lines of a training once it is at another time."""
    query = select(Attendee).where(
        Attendee.training_id == training.id,
        Attendee.role == AttendeeRole.EXPECTED.value,
        Attendee.status == int(AttendanceStatus.UNRECORDED),
    )
    pre_mark(db, training, db.scalars(query).all())


def release(db: Session, training: Training) -> None:
    """Take back every mark a training has from leaves, before its time changes."""
    leaves = _leaves_over(db, training)
    query = select(Attendee).where(
        Attendee.training_id == training.id, Attendee.leave_id.is_not(None)
    )
    for row in db.scalars(query).all():
        take_back(row, training, leaves.get(row.person_id, ()))


def excuse(row: Attendee, training: Training, leaves: Sequence[Leave]) -> bool:
    """Mark a line, or its parts on the days of a leave, where nothing is recorded yet.

    Returns whether anything was marked.
    """
    if row.role != AttendeeRole.EXPECTED.value or row.status != int(AttendanceStatus.UNRECORDED):
        return False
    if training.parts:
        return _excuse_parts(row, training, leaves)
    leave = _on(training.start.date(), training, leaves)
    if leave is None:
        return False
    record(row, _mark(leave), course_of(training))
    row.leave_id = leave.id
    return True


def take_back(row: Attendee, training: Training, leaves: Sequence[Leave]) -> None:
    """Take back what is still marked as leave on a line, where its person's leaves cover it.

    They go together, for a line of several parts may be marked from several leaves and names but
    one of them: `excuse` then marks anew what is still covered.
    """
    course, marks = course_of(training), part_marks_of(row)
    away = {
        part.id: UNRECORDED
        for part in course.parts
        if marks.get(part.id, UNRECORDED).status is AttendanceStatus.LEAVE
        and _on(part.start.date(), training, leaves)
    }
    if away:
        record_parts(row, away, course)
    elif not course.parts and row.status == int(AttendanceStatus.LEAVE):
        record(row, UNRECORDED, course)
    row.leave_id = None


def lines_of(db: Session, leave: Leave) -> list[Line]:
    """Return the lines of open trainings marked from a leave, with their trainings.

    Of a training of several parts it may be the person's other leave that the line names.
    """
    other = and_(
        Attendee.person_id == leave.person_id,
        Attendee.leave_id.is_not(None),
        Training.parts.is_not(None),
    )
    query = (
        select(Attendee, Training)
        .join(Training, Training.id == Attendee.training_id)
        .where(
            or_(Attendee.leave_id == leave.id, other), Training.state == TrainingState.PLANNED.value
        )
    )
    return [(row, training) for row, training in db.execute(query)]


def unrecorded_lines(db: Session, leave: Leave) -> list[Line]:
    """Return the person's unrecorded lines of open trainings that a leave may cover."""
    query = (
        select(Attendee, Training)
        .join(Training, Training.id == Attendee.training_id)
        .where(
            Attendee.person_id == leave.person_id,
            Attendee.role == AttendeeRole.EXPECTED.value,
            Attendee.status == int(AttendanceStatus.UNRECORDED),
            Training.state == TrainingState.PLANNED.value,
        )
    )
    if leave.training_id is not None:
        query = query.where(Training.id == leave.training_id)
    else:
        query = query.where(
            Training.start <= datetime.combine(leave.last, time.max),
            Training.end >= datetime.combine(leave.first, time.min),
        )
    return [(row, training) for row, training in db.execute(query)]


def leaves_of(db: Session, person_id: UUID) -> list[Leave]:
    """Return the leaves of a person, those for one training first."""
    query = select(Leave).where(Leave.person_id == person_id)
    return list(db.scalars(query.order_by(Leave.training_id.is_(None), Leave.id)))


def _excuse_parts(row: Attendee, training: Training, leaves: Sequence[Leave]) -> bool:
    course, marks = course_of(training), part_marks_of(row)
    on_leave = {
        part.id: leave
        for part in course.parts
        if part.id not in marks and (leave := _on(part.start.date(), training, leaves))
    }
    if not on_leave:
        return False
    record_parts(row, {part: _mark(leave) for part, leave in on_leave.items()}, course)
    row.leave_id = next(iter(on_leave.values())).id
    return True


def _on(day: date, training: Training, leaves: Sequence[Leave]) -> Leave | None:
    """Return the leave that covers a training on a day."""
    return next(
        (one for one in leaves if covers(leave_draft(one), training_id=training.id, day=day)), None
    )


def _mark(leave: Leave) -> Mark:
    return Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason(leave.reason))


def lines_on_leave(trainings: Select[UUID]) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions on lines: on the list of one of some trainings, marked from a leave.

    They are found by the leaves of those days, of which there are few; the lists are not read.
    A mark made from a leave follows a training to its new days, so these leaves are all there are.
    """
    of_them = Training.id.in_(trainings)
    first = select(func.date(func.min(Training.start))).where(of_them).scalar_subquery()
    last = select(func.date(func.max(Training.end))).where(of_them).scalar_subquery()
    days = and_(Leave.last >= first, Leave.first <= last)
    leaves = select(Leave.id).where(or_(Leave.training_id.in_(trainings), days))
    return Attendee.leave_id.in_(leaves), TRAINING_OF_LINE.in_(trainings)


def _leaves_over(db: Session, training: Training) -> Mapping[UUID | None, list[Leave]]:
    """Return the leaves that may cover a training, by person."""
    days = and_(
        Leave.training_id.is_(None),
        Leave.first <= training.end.date(),
        Leave.last >= training.start.date(),
    )
    query = select(Leave).where(or_(Leave.training_id == training.id, days))
    found: dict[UUID | None, list[Leave]] = defaultdict(list)
    for leave in db.scalars(query.order_by(Leave.training_id.is_(None), Leave.id)):
        found[leave.person_id].append(leave)
    return found
