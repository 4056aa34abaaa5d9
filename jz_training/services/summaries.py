"""Figures of one training, of a period and of the ledger, each with the rows behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import MISSED, AttendanceStatus, AttendeeRole, AttendeeRow
from jz_training.domain.summary import (
    FormRow,
    GroupRow,
    Ledger,
    LedgerRow,
    PeriodSummary,
    TrainingSummary,
)
from jz_training.domain.tally import Rate, Tally, tally
from jz_training.domain.training import TrainingForm, TrainingState
from jz_training.labels import CATEGORIES, LAYERS
from jz_training.services.attendance import sheet_of
from jz_training.services.dossier_rows import with_dossiers
from jz_training.services.ledger import TrainingQuery, ledger_rows
from jz_training.services.missed import made_rows
from jz_training.services.period_figures import PeriodFigures, in_order
from jz_training.services.period_lines import held_between
from jz_training.services.progress import progress_between
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.task_books import TaskBooks
from jz_training.services.trainings import the_training, view_of
from jz_training.storage.store import Store
from jz_training.storage.tables import Training, Unit

Key = Callable[[AttendeeRow], str]


class Summaries:
    """The figures of one workspace."""

    def __init__(self, store: Store, settings: WorkspaceSettings, books: TaskBooks) -> None:
        self._store = store
        self._settings = settings
        self._books = books

    def of_training(self, training_id: UUID) -> TrainingSummary:
        """Return the figures of one training as of now. Raises NotFound."""
        with self._store.read() as db:
            stored = the_training(db, training_id)
            rows = sheet_of(db, stored).rows
            make_ups = made_rows(db, Training.id == training_id)
            view = view_of(db, stored)
            units = _unit_order(db)
        done = {row.attendee_id for row in make_ups if row.done}
        return TrainingSummary(
            training=view,
            organiser=view.draft.organiser or self._settings.get().organiser,
            as_of=self._store.now(),
            tally=tally(rows, made_up=done),
            by_unit=self._groups(rows, lambda row: row.unit, units, done),
            by_layer=self._groups(rows, lambda row: row.layer, list(LAYERS), done),
            by_category=self._groups(rows, lambda row: row.category, list(CATEGORIES), done),
            rows=rows,
            make_ups=make_ups,
        )

    def _groups(
        self, rows: Iterable[AttendeeRow], key: Key, order: list[str], made_up: Collection[UUID]
    ) -> tuple[GroupRow, ...]:
        lines: dict[str, list[AttendeeRow]] = defaultdict(list)
        for row in rows:
            if row.role is AttendeeRole.EXPECTED:
                lines[key(row)].append(row)
        stand_in_counts = self._settings.get().stand_in_counts
        return tuple(
            _group(name, lines[name], made_up, stand_in_counts) for name in in_order(lines, order)
        )

    def ledger(self, start: date, end: date) -> Ledger:
        """Return the trainings from `start` to `end`, both included, in order of time."""
        with self._store.read() as db:
            ledger = self._ledger(db, start, end)
            return replace(ledger, rows=with_dossiers(db, ledger.rows))

    def _ledger(self, db: Session, start: date, end: date) -> Ledger:
        query = TrainingQuery(start=start, end=end, newest_first=False)
        now = self._store.now()
        return Ledger(
            organiser=self._settings.get().organiser,
            start=start,
            end=end,
            as_of=now,
            rows=ledger_rows(db, query, now=now),
        )

    def of_period(self, start: date, end: date) -> PeriodSummary:
        """Return the figures of the trainings from `start` to `end` that were not cancelled."""
        stand_in_counts = self._settings.get().stand_in_counts
        with self._store.read() as db:
            ledger = self._ledger(db, start, end)
            held = ledger.held
            counted = held_between(start, end, ledger.as_of)
            figures = PeriodFigures(db, counted, stand_in_counts=stand_in_counts)
            return PeriodSummary(
                ledger=ledger,
                persons=figures.persons(),
                by_form=_forms(held),
                by_unit=figures.groups("unit", _unit_order(db)),
                by_layer=figures.groups("layer", list(LAYERS)),
                by_category=figures.groups("category", list(CATEGORIES)),
                hours=_hours(held),
                unfinished=tuple(row for row in held if _is_unfinished(row, ledger)),
                absentees=figures.absentees(held),
                make_ups=made_rows(db, and_(*counted)),
                progress=progress_between(db, self._books, start=start, end=end, now=ledger.as_of),
            )


def _group(
    name: str, rows: list[AttendeeRow], made_up: Collection[UUID], stand_in_counts: bool
) -> GroupRow:
    return GroupRow(
        name=name,
        tally=tally(rows, made_up=made_up),
        persons=_persons(rows, made_up, stand_in_counts),
    )


def _persons(rows: list[AttendeeRow], made_up: Collection[UUID], stand_in_counts: bool) -> Rate:
    """Return how many persons were reached: they came themselves, or made it up."""
    came = {
        row.person_id
        for row in rows
        if (row.mark.status.came and (stand_in_counts or not row.mark.stand_in))
        or (row.mark.status in MISSED and row.id in made_up)
    }
    unrecorded = sum(row.mark.status is AttendanceStatus.UNRECORDED for row in rows)
    return Rate(len(came), len({row.person_id for row in rows}), unrecorded)


def _unit_order(db: Session) -> list[str]:
    return list(db.scalars(select(Unit.name).order_by(Unit.position, Unit.id)))


def _forms(held: Sequence[LedgerRow]) -> tuple[FormRow, ...]:
    rows: dict[TrainingForm, list[LedgerRow]] = defaultdict(list)
    for row in held:
        rows[row.form].append(row)
    return tuple(
        FormRow(
            form=form,
            trainings=len(rows[form]),
            tally=sum((row.tally for row in rows[form]), start=Tally()),
        )
        for form in TrainingForm
        if form in rows
    )


def _hours(held: Sequence[LedgerRow]) -> Decimal:
    return sum((row.hours for row in held if row.hours is not None), start=Decimal(0))


def _is_unfinished(row: LedgerRow, ledger: Ledger) -> bool:
    """Tell whether a training is over and its attendance is not complete.

    A closed one is complete: a talk may be closed by its head count, without a list.
    """
    if row.state is TrainingState.CLOSED:
        return False
    incomplete = row.tally.unrecorded > 0 or row.tally.expected == 0
    return row.end <= ledger.as_of and incomplete
