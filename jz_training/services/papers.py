"""The papers around a training, filled from what is stored: documents/meeting draws them.

A window may change a view before it is drawn (`dataclasses.replace`): what is asked of people and
whom to call is not stored with a training, and is never made up.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypedDict
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.agenda import timed
from jz_training.domain.library import several
from jz_training.domain.meeting_papers import (
    AgendaPaper,
    CalendarEvent,
    DoorRoster,
    DoorSign,
    MeetingNotice,
    MonthPaper,
    PaperPerson,
    RostrumPaper,
    events_of,
    month_entries,
)
from jz_training.domain.parts import TrainingPart
from jz_training.domain.strokes import StrokeConvention
from jz_training.domain.training import SheetOrder, TrainingView
from jz_training.labels.meeting import addressees_words, audience_words
from jz_training.services.agendas import agenda_of
from jz_training.services.calendar import Calendar
from jz_training.services.calendar_rows import CalendarFilter
from jz_training.services.paper_people import expected_people, named_people, units_of
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.trainings import the_training, view_of
from jz_training.storage.store import Store
from jz_training.storage.tables import Training, Venue


class _Head(TypedDict):
    """What stands at the head of every paper."""

    title: str
    organiser: str
    start: datetime
    end: datetime
    venue: str
    parts: tuple[TrainingPart, ...]


class Papers:
    """The papers of one workspace. Nothing is written; every method raises NotFound."""

    def __init__(self, store: Store, settings: WorkspaceSettings, calendar: Calendar) -> None:
        self._store = store
        self._settings = settings
        self._calendar = calendar

    def notice(self, training_id: UUID) -> MeetingNotice:
        """Return the notice of a training, issued today, to the units of those expected."""
        with self._store.read() as db:
            stored = the_training(db, training_id)
            training = view_of(db, stored)
            draft = training.draft
            units = units_of(db, self._expected(db, stored))
            return MeetingNotice(
                **self._head(training),
                form=draft.form,
                addressees=addressees_words(units),
                audience=audience_words(units),
                address=_address(db, draft.venue),
                link=draft.link,
                chair=draft.chair,
                speaker=draft.speaker,
                content=draft.topics,
                agenda=timed(agenda_of(stored), draft.start),
                issued_on=self._store.now().date(),
            )

    def agenda(self, training_id: UUID) -> AgendaPaper:
        """Return the agenda of a training with its hours."""
        with self._store.read() as db:
            stored = the_training(db, training_id)
            training = view_of(db, stored)
            items = timed(agenda_of(stored), training.draft.start)
            return AgendaPaper(**self._head(training), chair=training.draft.chair, items=items)

    def people(
        self, training_id: UUID, *, order: SheetOrder | None = None
    ) -> tuple[PaperPerson, ...]:
        """Return who gets a card: those expected, in the order of the list or in another."""
        with self._store.read() as db:
            return self._expected(db, the_training(db, training_id), order)

    def rostrum(
        self, training_id: UUID, *, front: Sequence[str] = (), back: Sequence[str] = ()
    ) -> RostrumPaper:
        """Return the plan of seats for names ranked from the first.

        Without names it has chair and speakers in the order entered: a beginning to rank from.
        """
        with self._store.read() as db:
            training = view_of(db, the_training(db, training_id))
            draft = training.draft
            entered = dict.fromkeys((*several(draft.chair), *several(draft.speaker)))
            return RostrumPaper(
                **self._head(training),
                front=named_people(db, front or (() if back else entered)),
                back=named_people(db, back),
            )

    def door_sign(self, training_id: UUID) -> DoorSign:
        """Return the sign on the door."""
        with self._store.read() as db:
            return DoorSign(**self._head(view_of(db, the_training(db, training_id))))

    def door_roster(self, training_id: UUID, *, order: SheetOrder = SheetOrder.UNIT) -> DoorRoster:
        """Return the list at the door, by unit or by pinyin."""
        with self._store.read() as db:
            stored = the_training(db, training_id)
            people = self._expected(db, stored, order)
            return DoorRoster(**self._head(view_of(db, stored)), order=order, people=people)

    def month(self, year: int, month: int, only: CalendarFilter | None = None) -> MonthPaper:
        """Return a month with the trainings a filter shows."""
        first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        entries = self._calendar.between(first, last, only)
        return MonthPaper(
            year=year,
            month=month,
            organiser=self._settings.get().organiser,
            calendar=self._calendar.working(),
            entries=month_entries(entries),
        )

    def events(self, training_ids: Iterable[UUID]) -> tuple[CalendarEvent, ...]:
        """Return trainings for a calendar file, with the addresses of their venues."""
        with self._store.read() as db:
            found = (self._events(db, the_training(db, one)) for one in training_ids)
            return tuple(event for events in found for event in events)

    def _events(self, db: Session, stored: Training) -> tuple[CalendarEvent, ...]:
        training = view_of(db, stored)
        return events_of(
            training,
            organiser=self._organiser(training),
            address=_address(db, training.draft.venue),
        )

    def _head(self, training: TrainingView) -> _Head:
        draft = training.draft
        return _Head(
            title=draft.title,
            organiser=self._organiser(training),
            start=draft.start,
            end=draft.end,
            venue=draft.venue,
            parts=draft.parts,
        )

    def _organiser(self, training: TrainingView) -> str:
        return training.draft.organiser or self._settings.get().organiser

    def _expected(
        self, db: Session, training: Training, order: SheetOrder | None = None
    ) -> tuple[PaperPerson, ...]:
        convention = StrokeConvention(self._settings.get().stroke_convention)
        return expected_people(db, training, order=order, convention=convention)


def _address(db: Session, venue: str) -> str:
    """Return where a venue of the library is; empty for one that is not in it."""
    return db.scalar(select(Venue.address).where(Venue.name == venue)) or "" if venue else ""
