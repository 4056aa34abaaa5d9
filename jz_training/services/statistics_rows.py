"""The rows behind the figures of the statistics: trainings, and lines of their lists."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.statistics import NONE, StatisticsFilter
from jz_training.domain.summary import LedgerRow
from jz_training.domain.tally import Tally
from jz_training.domain.training import TrainingForm, TrainingState
from jz_training.services.period_lines import PeriodLine
from jz_training.services.rows import ATTENDEE_COLUMNS, attendee_row
from jz_training.services.tallies import EXPECTED, MADE_UP
from jz_training.services.training_cells import COUNTED, TrainingCells, chosen_words, held_by
from jz_training.services.unit_groups import UnitGroups
from jz_training.storage.tables import Attendee, Training
from jz_training.storage.types import Id


def counted_trainings(
    db: Session, chosen: StatisticsFilter, groups: UnitGroups, now: datetime
) -> tuple[LedgerRow, ...]:
    """Return the trainings a filter counts in order of time, with the counts of its people."""
    counts = TrainingCells(db, chosen, groups, now).per_training()
    numbers = (func.coalesce(counts.c[name], 0) for name in COUNTED)
    query = (
        select(Training, *numbers)
        .outerjoin(counts, counts.c.training_id == Training.id)
        .where(*held_by(chosen, now))
        .order_by(Training.start, Training.id)
    )
    if chosen.of_some_people:
        query = query.where(counts.c.expected > 0)
    return tuple(
        _ledger_row(number, training, Tally(**dict(zip(COUNTED, tally, strict=True))))
        for number, (training, *tally) in enumerate(db.execute(query), start=1)
    )


def counted_lines(
    db: Session,
    chosen: StatisticsFilter,
    groups: UnitGroups,
    now: datetime,
    *,
    statuses: Collection[AttendanceStatus],
    made_up: bool,
    limit: int,
) -> tuple[PeriodLine, ...]:
    """Return the lines a filter counts, by day and number; see StatisticsDesk.lines."""
    query = (
        select(Attendee.training_id, Training.title, Training.start, *ATTENDEE_COLUMNS)
        .join(Training, Training.id == Attendee.training_id)
        .where(*held_by(chosen, now), EXPECTED, *chosen_words(Attendee, chosen))
        .order_by(Training.start, Training.id, Attendee.number)
        .limit(limit)
    )
    if chosen.unit_id is not None:
        unit = func.coalesce(Attendee.unit_id, literal(NONE, Id()))
        query = query.where(unit.in_(select(groups.mapping.c.unit_id)))
    if statuses:
        query = query.where(Attendee.status.in_([int(status) for status in statuses]))
    if made_up:
        query = query.where(MADE_UP)
    return tuple(
        PeriodLine(
            training_id=row.training_id, title=row.title, start=row.start, row=attendee_row(row)
        )
        for row in db.execute(query)
    )


def _ledger_row(number: int, training: Training, tally: Tally) -> LedgerRow:
    return LedgerRow(
        number=number,
        training_id=training.id,
        title=training.title,
        form=TrainingForm(training.form),
        start=training.start,
        end=training.end,
        venue=training.venue,
        speaker=training.speaker,
        state=TrainingState(training.state),
        held=True,
        tally=tally,
        hours=training.hours,
        note=training.note,
    )
