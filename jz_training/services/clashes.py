"""Clashes of a training with others, and the next time at which there are none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.clashes import TRAVEL, Booking, Clash, clashes, next_free
from jz_training.domain.training import TrainingDraft
from jz_training.domain.working_calendar import WorkingCalendar
from jz_training.services.bookings import booking_of_draft, bookings_between
from jz_training.services.trainings import the_training, view_of
from jz_training.storage.store import Store
from jz_training.storage.tables import Person

#: A clash of many people names the first few.
MOST_NAMES = 10
#: So far ahead a free slot is looked for.
DAYS_AHEAD = 30


class Clashes:
    """What clashes in one workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_draft(self, draft: TrainingDraft, training_id: UUID | None = None) -> tuple[Clash, ...]:
        """Return what a training as entered clashes with; `training_id` is the stored one's own."""
        with self._store.read() as db:
            return clashes_of(db, draft, training_id)

    def of_training(self, training_id: UUID) -> tuple[Clash, ...]:
        """Return what a stored training clashes with. Raises NotFound."""
        with self._store.read() as db:
            draft = view_of(db, the_training(db, training_id)).draft
            return clashes_of(db, draft, training_id)

    def between(self, start: datetime, end: datetime) -> dict[UUID, tuple[Clash, ...]]:
        """Return the clashes of room, speaker and chair of a span, by training.

        People are left out: a month of lists would be read for marks on a calendar.
        """
        with self._store.read() as db:
            return _among(bookings_between(db, start, end, with_people=False))

    def next_free(
        self, draft: TrainingDraft, calendar: WorkingCalendar, *, training_id: UUID | None = None
    ) -> datetime | None:
        """Return the next start on a workday at which room, speakers and people are all free."""
        days = _workdays(draft.start, calendar)
        with self._store.read() as db:
            one = booking_of_draft(db, draft, training_id)
            until = days[-1] + timedelta(days=1)
            others = bookings_between(db, draft.start, until, with_people=True)
        others = tuple(other for other in others if other.id != training_id)
        return next_free(one, others, days=days)


def clashes_of(db: Session, draft: TrainingDraft, training_id: UUID | None) -> tuple[Clash, ...]:
    """Return what a training as entered clashes with, people by name."""
    one = booking_of_draft(db, draft, training_id)
    others = bookings_between(db, draft.start, draft.end, with_people=True)
    return _named(db, clashes(one, others))


def _named(db: Session, found: Iterable[Clash]) -> tuple[Clash, ...]:
    found = tuple(found)
    wanted = {person for clash in found for person in sorted(clash.people)[:MOST_NAMES]}
    rows = db.execute(select(Person.id, Person.name).where(Person.id.in_(wanted)))
    names = {person: name for person, name in rows}
    return tuple(
        replace(clash, names=tuple(names[p] for p in sorted(clash.people) if p in names))
        if clash.people
        else clash
        for clash in found
    )


def _among(bookings: tuple[Booking, ...]) -> dict[UUID, tuple[Clash, ...]]:
    """Return the clashes among bookings in order of time; each is looked at with its neighbours."""
    found: dict[UUID, list[Clash]] = defaultdict(list)
    open_ones: list[Booking] = []
    for one in bookings:
        open_ones = [other for other in open_ones if other.end + TRAVEL > one.start]
        for other in open_ones:
            for mine, theirs in ((one, other), (other, one)):
                if mine.id is not None:
                    found[mine.id].extend(clashes(replace(mine, capacity=None), [theirs]))
        open_ones.append(one)
    return {one: tuple(told) for one, told in found.items() if told}


def _workdays(start: datetime, calendar: WorkingCalendar) -> list[datetime]:
    """Return the midnights of the workdays ahead; the day itself is tried even when it is off."""
    days = [start.date() + timedelta(days=n) for n in range(DAYS_AHEAD)]
    kept = [day for day in days if day == start.date() or not calendar.of_day(day).kind.off]
    return [datetime.combine(day, time.min) for day in kept]
