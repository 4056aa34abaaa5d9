"""Recording a mark on a line: of the whole training or of one part, kept in step with each other.

The whole follows from the parts (domain.parts.whole_mark), and the hours that somebody earned who
missed some of them follow from the training's rule set, or from its hours by length (DESIGN §5).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import (
    UNRECORDED,
    WITH_MINUTES,
    AttendanceStatus,
    AttendeeRole,
    Mark,
)
from jz_training.domain.hours import Course
from jz_training.domain.parts import TrainingPart, marks_in_order, spread, whole_mark
from jz_training.domain.training import TrainingForm
from jz_training.errors import NotFound, Refused
from jz_training.services.hours_rows import hours_rule_of, parts_of
from jz_training.services.rows import mark_of, part_marks_json, part_marks_of, set_mark
from jz_training.services.typed_text import person_name
from jz_training.storage.tables import Attendee, Training

Status = AttendanceStatus

ABSENT = Mark(status=Status.ABSENT)
#: Something is recorded of a part.
_OF_PARTS = Attendee.part_marks.is_not(None)
_ANYTHING = or_(
    Attendee.status != int(Status.UNRECORDED),
    Attendee.role != AttendeeRole.EXPECTED.value,
    _OF_PARTS,
)


def course_of(training: Training) -> Course:
    """Return the parts of a stored training and what their hours are reckoned by."""
    return Course(
        form=TrainingForm(training.form),
        parts=parts_of(training),
        hours=training.hours,
        rule=hours_rule_of(training.hours_rule) if training.hours_rule else None,
    )


def the_part(course: Course, part_id: UUID | None) -> TrainingPart | None:
    """Return the part that is meant, None for the whole training. Raises NotFound."""
    if part_id is None:
        return None
    found = next((part for part in course.parts if part.id == part_id), None)
    if found is None:
        raise NotFound("part")
    return found


def record(row: Attendee, mark: Mark, course: Course, *, part_id: UUID | None = None) -> None:
    """Record a mark on a line: of one part, or of the whole and so of every part."""
    mark = _checked(mark)
    if not course.parts:
        set_mark(row, mark)
        row.hours = None
        _let_leave_go(row, ())
    elif part_id is None:
        ids = (part.id for part in course.parts)
        record_parts(row, dict(zip(ids, spread(mark, len(course.parts)), strict=True)), course)
    else:
        record_parts(row, {part_id: mark}, course)


def record_parts(row: Attendee, marks: Mapping[UUID, Mark], course: Course) -> None:
    """Record marks of some parts of a line; the whole, its hours and its leave follow."""
    kept = part_marks_of(row) | {part: _checked(mark) for part, mark in marks.items()}
    _keep(row, kept, course)


def record_rest(row: Attendee, mark: Mark, course: Course, *, part_id: UUID | None = None) -> bool:
    """Give a line the mark where nothing is recorded yet; tell whether there was such a place."""
    kept = part_marks_of(row)
    wanted = [part.id for part in course.parts if part_id in (None, part.id)]
    open_parts = [part for part in wanted if kept.get(part, UNRECORDED) == UNRECORDED]
    if row.status != int(Status.UNRECORDED) or (course.parts and not open_parts):
        return False
    if len(open_parts) == len(course.parts):
        record(row, mark, course)
    else:
        record_parts(row, dict.fromkeys(open_parts, mark), course)
    return True


def _keep(row: Attendee, kept: Mapping[UUID, Mark], course: Course) -> None:
    """Store the marks of the training's parts on a line, and what they say of the whole."""
    marks = marks_in_order(course.parts, kept)
    stored = part_marks_json(dict(zip((part.id for part in course.parts), marks, strict=True)))
    if row.part_marks != stored:
        row.part_marks = stored
    if stored and row.role != AttendeeRole.EXPECTED.value:  # nobody asks them for every part
        marks = tuple(ABSENT if mark == UNRECORDED else mark for mark in marks)
    set_mark(row, whole_mark(marks))
    row.hours = course.earned(marks)
    _let_leave_go(row, marks)


def _let_leave_go(row: Attendee, marks: Iterable[Mark]) -> None:
    """Part a line from the leave it was marked from, once nothing on it says 请假 any more."""
    if row.status != int(Status.LEAVE) and all(mark.status is not Status.LEAVE for mark in marks):
        row.leave_id = None


# --- when the parts or the hours of a training change ----------------------------------------


def settle(db: Session, training: Training, *, had: Sequence[TrainingPart]) -> None:
    """Bring every line of a training in step with its parts and its hours; `had` are older parts.

    Raises Refused when a part with marks of somebody's hand is gone; a mark that came from a
    leave goes with its part. A line marked before there were parts keeps its mark in each.
    """
    course = course_of(training)
    touched = _ANYTHING if course.parts else _OF_PARTS
    query = select(Attendee).where(Attendee.training_id == training.id, touched)
    known = {part.id for part in course.parts}
    for row in db.scalars(query):
        kept = part_marks_of(row)
        for part, mark in kept.items():
            if part not in known and not _from_leave(row, mark):
                name = next((one.name for one in had if one.id == part), "")
                raise Refused("parts", "part_marked", name=name)
        if course.parts and not kept:
            record(row, mark_of(row), course)
        else:
            _keep(row, kept, course)


def _from_leave(row: Attendee, mark: Mark) -> bool:
    return row.leave_id is not None and mark.status is Status.LEAVE


def marked_among(db: Session, trainings: Collection[UUID]) -> set[UUID]:
    """Return those of the trainings at which anything was recorded by hand.

    What was marked from a leave asked for before is not: nobody was there yet to be recorded.
    """
    among = Attendee.training_id.in_(trainings)
    by_hand = select(Attendee.training_id).where(among, _ANYTHING, Attendee.leave_id.is_(None))
    on_leave = select(Attendee).where(among, Attendee.leave_id.is_not(None))
    return set(db.scalars(by_hand.distinct())) | {
        row.training_id
        for row in db.scalars(on_leave)
        for mark in (mark_of(row), *part_marks_of(row).values())
        if mark.status not in (Status.LEAVE, Status.UNRECORDED)
    }


def has_marks(db: Session, training_id: UUID) -> bool:
    """Tell whether anything was recorded by hand at a training; see `marked_among`."""
    return bool(marked_among(db, [training_id]))


def _checked(mark: Mark) -> Mark:
    """Return a mark with only what belongs to its status."""
    status = mark.status
    return Mark(
        status=status,
        reason=mark.reason if status is Status.LEAVE else None,
        minutes=mark.minutes if status in WITH_MINUTES else None,
        stand_in=_stand_in(mark.stand_in) if status.came else "",
    )


def _stand_in(name: str) -> str:
    return person_name("stand_in", name) if name.strip() else ""
