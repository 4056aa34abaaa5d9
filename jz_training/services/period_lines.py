"""The rows behind the figures of a period: every number opens (DESIGN §2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from jz_training.domain.attendance import AttendanceStatus, AttendeeRow
from jz_training.domain.training import TrainingState
from jz_training.services.rows import attendee_row
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.tallies import EXPECTED, HAS_COME, MADE_UP
from jz_training.storage.store import Store
from jz_training.storage.tables import Attendee, Training


class Group(StrEnum):
    """By what the figures of a period are grouped; the values are columns of the lists."""

    UNIT = "unit"
    LAYER = "layer"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodLine:
    """One line of one training's list."""

    training_id: UUID
    title: str
    start: datetime
    row: AttendeeRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOfPeriod:
    """How often one person was expected and came in a period (for the secretary; not ranked)."""

    person_id: UUID
    name: str
    unit: str
    expected: int
    present: int
    unrecorded: int
    made_up: int = 0

    @property
    def reached(self) -> bool:
        """Tell whether the person came, or made something up."""
        return self.present > 0 or self.made_up > 0


class PeriodLines:
    """Looks up the lines that the summaries count; trainings cancelled or to come have none."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    def of_group(
        self, start: date, end: date, *, group: Group, name: str
    ) -> tuple[PeriodLine, ...]:
        """Return the lines of one unit, layer or category, by training and number."""
        column = getattr(Attendee, group.value)
        query = (
            select(Attendee, Training.title, Training.start)
            .join(Training, Training.id == Attendee.training_id)
            .where(*held_between(start, end, self._store.now()), EXPECTED, column == name)
            .order_by(Training.start, Training.id, Attendee.number)
        )
        with self._store.read() as db:
            return tuple(
                PeriodLine(
                    training_id=row.training_id, title=title, start=began, row=attendee_row(row)
                )
                for row, title, began in db.execute(query)
            )

    def of_persons(self, start: date, end: date) -> tuple[PersonOfPeriod, ...]:
        """Return everybody expected in the period, by unit and name, as listed last."""
        with self._store.read() as db:
            return tuple(
                PersonOfPeriod(
                    person_id=person_id,
                    name=name,
                    unit=unit,
                    expected=expected,
                    present=present,
                    unrecorded=unrecorded,
                    made_up=made_up,
                )
                for person_id, name, unit, expected, present, unrecorded, made_up in db.execute(
                    self._persons(start, end)
                )
            )

    def _persons(self, start: date, end: date) -> Select[*tuple[Any, ...]]:
        own = HAS_COME if self._settings.get().stand_in_counts else and_(
            HAS_COME, ~Attendee.stands_in
        )  # fmt: skip
        unrecorded = Attendee.status == int(AttendanceStatus.UNRECORDED)
        return (
            select(
                Attendee.person_id,
                func.max(Attendee.name),
                func.max(Attendee.unit),
                func.count(),
                func.sum(case((own, 1), else_=0)),
                func.sum(case((unrecorded, 1), else_=0)),
                func.sum(case((MADE_UP, 1), else_=0)),
            )
            .join(Training, Training.id == Attendee.training_id)
            .where(
                *held_between(start, end, self._store.now()),
                EXPECTED,
                Attendee.person_id.is_not(None),
            )
            .group_by(Attendee.person_id)
            .order_by(func.max(Attendee.unit), func.max(Attendee.name), Attendee.person_id)
        )


def held_between(start: date, end: date, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return what makes a training one that the sums count (`Ledger.held`)."""
    return (
        Training.state != TrainingState.CANCELLED.value,
        Training.start >= datetime.combine(start, time.min),
        Training.start <= datetime.combine(end, time.max),
        Training.start <= now,
    )
