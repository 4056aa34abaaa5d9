"""A line behind a figure of a period, and which trainings a period counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import ColumnElement

from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.training import TrainingState
from jz_training.storage.tables import Training


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodLine:
    """One line of one training's list."""

    training_id: UUID
    title: str
    start: datetime
    row: AttendeeRow


def held_between(start: date, end: date, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return what makes a training one that the sums count (`Ledger.held`)."""
    return (
        Training.state != TrainingState.CANCELLED.value,
        Training.start >= datetime.combine(start, time.min),
        Training.start <= datetime.combine(end, time.max),
        Training.start <= now,
    )
