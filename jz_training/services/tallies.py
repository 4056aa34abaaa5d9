"""The counters beside the marks: rewritten in the same transaction, rebuilt by `check`.

A page of figures reads counters only, never the attendance rows (speed.md §5).
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    case,
    cast,
    delete,
    exists,
    extract,
    func,
    insert,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from jz_training.domain import attendance
from jz_training.domain.attendance import CAME, AttendanceStatus, AttendeeRole
from jz_training.domain.training import TrainingState
from jz_training.services.rows import TALLY_FIELDS
from jz_training.storage.tables import (
    Attendee,
    MakeUp,
    PersonTally,
    Training,
    TrainingGroup,
    TrainingTally,
    TrainingUnit,
)
from jz_training.storage.types import Hundredths, Id

Status = AttendanceStatus
Counts = Select[*tuple[Any, ...]]

EXPECTED = Attendee.role == AttendeeRole.EXPECTED.value
#: The statuses of CAME follow one another: one comparison for every line instead of four.
HAS_COME = Attendee.status.between(min(map(int, CAME)), max(map(int, CAME)))


def number_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Return a sum of the rows that meet a condition."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


STUDIED = Attendee.role.in_(sorted(role.value for role in attendance.STUDIED))
MISSED = Attendee.status.in_(sorted(int(status) for status in attendance.MISSED))
#: Made up: what somebody missed and came to later counts no more.
MADE_UP = and_(
    EXPECTED,
    MISSED,
    exists().where(MakeUp.attendee_id == Attendee.id, MakeUp.done_on.is_not(None)),
)
#: All of a training was missed, or parts of it: what a make-up counts for.
_WHOLE_OR_PARTS = and_(EXPECTED, or_(MISSED, Attendee.hours.is_not(None)))
_TO_MAKE_UP = and_(_WHOLE_OR_PARTS, ~exists().where(MakeUp.attendee_id == Attendee.id))
_COUNTS = and_(MakeUp.done_on.is_not(None), _WHOLE_OR_PARTS)
MADE_UP_BY = and_(MakeUp.attendee_id == Attendee.id, _COUNTS)
#: The line of a make-up for conditions by which only lines are looked up, never make-ups.
_LINE_OF_MAKE_UP = func.coalesce(MakeUp.attendee_id, MakeUp.attendee_id)
NO_HOURS = literal(Decimal(0), Hundredths())
#: What somebody who came has earned.
EARNED = func.coalesce(Attendee.hours, Training.hours, NO_HOURS)
#: What a make-up is worth: as entered, else what was missing to the training's hours.
MADE_UP_HOURS = func.coalesce(
    MakeUp.hours,
    case(
        (MISSED, Training.hours),
        (Attendee.hours >= Training.hours, NO_HOURS),
        else_=type_coerce(Training.hours - Attendee.hours, Hundredths()),
    ),
    NO_HOURS,
)
#: In the place of a unit for lines without one.
NO_UNIT = UUID(int=0)


def _status(status: AttendanceStatus) -> ColumnElement[int]:
    return number_of(and_(EXPECTED, Attendee.status == int(status)))


#: The counts of some lines, in the order of rows.TALLY_FIELDS.
LINE_COUNTS: tuple[ColumnElement[int], ...] = (
    number_of(EXPECTED),
    number_of(and_(EXPECTED, HAS_COME)),
    _status(Status.LEAVE),
    _status(Status.ABSENT),
    _status(Status.UNRECORDED),
    _status(Status.LATE),
    _status(Status.EARLY),
    _status(Status.ONLINE),
    number_of(and_(EXPECTED, HAS_COME, Attendee.stands_in)),
    number_of(Attendee.role != AttendeeRole.EXPECTED.value),
    number_of(MADE_UP),
)
_OTHERS = TALLY_FIELDS.index("others")


def training_counts(where: ColumnElement[bool]) -> Counts:
    """Return the counts per training, in the order of TrainingTally's columns."""
    counts = (*LINE_COUNTS, number_of(_TO_MAKE_UP))
    return select(Attendee.training_id, *counts).where(where).group_by(Attendee.training_id)


def unit_counts(where: ColumnElement[bool]) -> Counts:
    """Return the counts per training and unit of that day, as TrainingUnit's columns."""
    unit = func.coalesce(Attendee.unit_id, literal(NO_UNIT, Id()))
    return (
        select(Attendee.training_id, unit, *LINE_COUNTS)
        .where(where)
        .group_by(Attendee.training_id, unit)
    )


def group_counts(where: ColumnElement[bool]) -> Counts:
    """Return the counts per training, layer and category, as TrainingGroup's columns."""
    return (
        select(
            Attendee.training_id,
            Attendee.layer,
            Attendee.category,
            *(count for at, count in enumerate(LINE_COUNTS) if at != _OTHERS),
        )
        .where(EXPECTED, where)
        .group_by(Attendee.training_id, Attendee.layer, Attendee.category)
    )


#: The training of a line for conditions that must not be looked up by it: without this SQLite
#: goes from training to training, and misses the covering index of the persons.
TRAINING_OF_LINE = func.coalesce(Attendee.training_id, Attendee.training_id)


def person_counts(
    where: ColumnElement[bool], *, stand_in_counts: bool, in_order_of_persons: bool = False
) -> Counts:
    """Return the counts per person and year over trainings not cancelled, as PersonTally's columns.

    With `in_order_of_persons` the lines are read from the covering index, all of them in one pass.

    A line filled by a stand-in is not the person's own presence unless the setting says so
    (DESIGN §5: 代会 counts for the unit). Walk-ins earn hours and are in no other count.
    """
    own = HAS_COME if stand_in_counts else and_(HAS_COME, ~Attendee.stands_in)
    online = and_(own, Attendee.status == int(Status.ONLINE))
    year = cast(extract("year", Training.start), Integer)
    training_id = TRAINING_OF_LINE if in_order_of_persons else Attendee.training_id
    return (
        select(
            Attendee.person_id,
            year,
            number_of(EXPECTED),
            number_of(and_(EXPECTED, own)),
            _status(Status.LEAVE),
            _status(Status.ABSENT),
            _status(Status.UNRECORDED),
            number_of(and_(EXPECTED, HAS_COME, Attendee.stands_in)),
            _hours_of(own, EARNED),
            _hours_of(online, EARNED),
            number_of(and_(MISSED, MakeUp.id.is_not(None))),
            _hours_of(MakeUp.id.is_not(None), MADE_UP_HOURS),
        )
        .join(Training, Training.id == training_id)
        .outerjoin(MakeUp, MADE_UP_BY)
        .where(STUDIED, Training.state != TrainingState.CANCELLED.value, where)
        .group_by(Attendee.person_id, year)
    )


def made_up_counts(of_training: Collection[ColumnElement[bool]]) -> Counts:
    """Return person_id, made_up and made_up_hours per person over the trainings meant.

    As `person_counts` has them; read from the make-ups, of which there are few beside the lines.
    """
    return (
        select(
            Attendee.person_id,
            number_of(MISSED).label("made_up"),
            func.sum(MADE_UP_HOURS).label("made_up_hours"),
        )
        .select_from(MakeUp)
        .join(Attendee, and_(Attendee.id == _LINE_OF_MAKE_UP, _COUNTS))
        .join(Training, Training.id == Attendee.training_id)
        .where(Attendee.person_id.is_not(None), *of_training)
        .group_by(Attendee.person_id)
    )


def _hours_of(
    condition: ColumnElement[bool], hours: ColumnElement[Decimal]
) -> ColumnElement[Decimal]:
    return func.coalesce(func.sum(case((condition, hours), else_=NO_HOURS)), NO_HOURS)


TRAINING_COLUMNS = [column.key for column in TrainingTally.__table__.columns]
UNIT_COLUMNS = [column.key for column in TrainingUnit.__table__.columns]
GROUP_COLUMNS = [column.key for column in TrainingGroup.__table__.columns]
PERSON_COLUMNS = [column.key for column in PersonTally.__table__.columns]


def recount(
    db: Session,
    training_id: UUID,
    *,
    persons: Collection[UUID] | None = None,
    stand_in_counts: bool = False,
) -> None:
    """Rewrite the counters of one training and of its persons (or of the given ones only).

    Those given may have no line left.
    """
    db.flush()
    db.execute(delete(TrainingTally).where(TrainingTally.training_id == training_id))
    db.execute(delete(TrainingUnit).where(TrainingUnit.training_id == training_id))
    db.execute(delete(TrainingGroup).where(TrainingGroup.training_id == training_id))
    _count_trainings(db, Attendee.training_id == training_id)
    listed = select(Attendee.person_id).where(
        Attendee.training_id == training_id, Attendee.person_id.is_not(None)
    )
    who = Attendee.person_id.in_(listed if persons is None else persons)
    recount_persons(db, who, gone=persons or (), stand_in_counts=stand_in_counts)


def _count_trainings(db: Session, where: ColumnElement[bool]) -> None:
    db.execute(insert(TrainingTally).from_select(TRAINING_COLUMNS, training_counts(where)))
    db.execute(insert(TrainingUnit).from_select(UNIT_COLUMNS, unit_counts(where)))
    db.execute(insert(TrainingGroup).from_select(GROUP_COLUMNS, group_counts(where)))


def recount_persons(
    db: Session,
    where: ColumnElement[bool],
    *,
    gone: Collection[UUID] = (),
    stand_in_counts: bool,
) -> None:
    """Rewrite the counters of the persons whose lines meet a condition on person_id.

    `gone` are persons who may have no line left: their counters go.
    """
    named = select(Attendee.person_id).where(where, Attendee.person_id.is_not(None))
    old = or_(PersonTally.person_id.in_(named), PersonTally.person_id.in_(gone))
    db.execute(delete(PersonTally).where(old), execution_options={"synchronize_session": False})
    counts = person_counts(
        and_(where, Attendee.person_id.is_not(None)), stand_in_counts=stand_in_counts
    )
    db.execute(insert(PersonTally).from_select(PERSON_COLUMNS, counts))


def unrecorded(db: Session, training_id: UUID) -> int:
    """Return how many expected persons of a training have no mark yet, from its counters."""
    counted = db.get(TrainingTally, training_id, populate_existing=True)
    return 0 if counted is None else counted.unrecorded


def rebuild(db: Session, *, stand_in_counts: bool) -> None:
    """Make every counter anew from the attendance rows."""
    everything = or_(literal(True))
    db.execute(delete(TrainingTally))
    db.execute(delete(TrainingUnit))
    db.execute(delete(TrainingGroup))
    db.execute(delete(PersonTally))
    _count_trainings(db, everything)
    counts = person_counts(Attendee.person_id.is_not(None), stand_in_counts=stand_in_counts)
    db.execute(insert(PersonTally).from_select(PERSON_COLUMNS, counts))
