"""The ledger: which trainings to list, with their counts from the counters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from jz_training.domain.person_name import printable
from jz_training.domain.summary import LedgerRow
from jz_training.domain.training import TrainingForm, TrainingState
from jz_training.services.rows import TALLY_FIELDS, tally_of
from jz_training.storage.tables import Training, TrainingTally

_FIELDS = (
    "id", "title", "form", "start", "end", "venue", "speaker", "state", "hours", "note",
    "cancel_reason", "parts",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingQuery:
    """Which trainings to list; `start` and `end` are days, both included, `limit` the most."""

    text: str = ""
    form: TrainingForm | None = None
    state: TrainingState | None = None
    start: date | None = None
    end: date | None = None
    newest_first: bool = True
    limit: int | None = None
    notice_id: UUID | None = None


def ledger_rows(db: Session, query: TrainingQuery, *, now: datetime) -> tuple[LedgerRow, ...]:
    """Return the trainings a query means with their counts from the counters."""
    found = db.execute(_selection(query))
    return tuple(_row(number, row, now) for number, row in enumerate(found, start=1))


def _selection(query: TrainingQuery) -> Select[*tuple[Any, ...]]:
    order = Training.start.desc() if query.newest_first else Training.start
    columns = (getattr(Training, name) for name in _FIELDS)
    counts = (func.coalesce(getattr(TrainingTally, name), 0).label(name) for name in TALLY_FIELDS)
    found = (
        select(*columns, *counts)
        .outerjoin(TrainingTally, TrainingTally.training_id == Training.id)
        .order_by(order, Training.id)
        .limit(query.limit)
    )
    if query.form is not None:
        found = found.where(Training.form == query.form.value)
    if query.state is not None:
        found = found.where(Training.state == query.state.value)
    if query.notice_id is not None:
        found = found.where(Training.notice_id == query.notice_id)
    return about(between_days(found, query.start, query.end), query.text)


def between_days(
    found: Select[*tuple[Any, ...]], start: date | None, end: date | None
) -> Select[*tuple[Any, ...]]:
    """Keep the trainings that begin between two days, both included; None leaves a side open."""
    if start is not None:
        found = found.where(Training.start >= datetime.combine(start, time.min))
    if end is not None:
        found = found.where(Training.start <= datetime.combine(end, time.max))
    return found


def about(found: Select[*tuple[Any, ...]], text: str) -> Select[*tuple[Any, ...]]:
    """Keep the trainings whose title, venue or speaker holds a text; a blank one keeps all."""
    text = printable(text.strip())
    if not text:
        return found
    return found.where(
        Training.title.contains(text, autoescape=True)
        | Training.venue.contains(text, autoescape=True)
        | Training.speaker.contains(text, autoescape=True)
    )


def _row(number: int, row: Row[*tuple[Any, ...]], now: datetime) -> LedgerRow:
    return LedgerRow(
        number=number,
        training_id=row.id,
        title=row.title,
        form=TrainingForm(row.form),
        start=row.start,
        end=row.end,
        venue=row.venue,
        speaker=row.speaker,
        state=TrainingState(row.state),
        held=row.state != TrainingState.CANCELLED.value and row.start <= now,
        tally=tally_of(row),
        hours=row.hours,
        note=row.cancel_reason or row.note,
        parts=len(row.parts or ()),
    )
