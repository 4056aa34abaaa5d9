"""Clashes of a training with others, and the next time at which there are none."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, time, timedelta
from uuid import UUID

from jz_training.domain.clashes import Booking, Clash, next_free
from jz_training.domain.training import TrainingDraft
from jz_training.domain.working_calendar import WorkingCalendar
from jz_training.services.bookings import bookings_between, bookings_of_drafts, clashing_pairs
from jz_training.services.clash_check import clashes_of
from jz_training.services.trainings import the_training, view_of
from jz_training.storage.store import Store

#: So far ahead a free slot is looked for.
DAYS_AHEAD = 30


class Clashes:
    """What clashes in one workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_draft(self, draft: TrainingDraft, training_id: UUID | None = None) -> tuple[Clash, ...]:
        """Return what a training as entered clashes with; `training_id` is the stored one's own."""
        with self._store.read() as db:
            return clashes_of(db, [(training_id, draft)])[0]

    def of_training(self, training_id: UUID) -> tuple[Clash, ...]:
        """Return what a stored training clashes with. Raises NotFound."""
        with self._store.read() as db:
            draft = view_of(db, the_training(db, training_id)).draft
            return clashes_of(db, [(training_id, draft)])[0]

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
            (one,) = bookings_of_drafts(db, [(training_id, draft)])
            until = days[-1] + timedelta(days=1)
            others = bookings_between(db, draft.start, until, with_people=True)
        others = tuple(other for other in others if other.id != training_id)
        return next_free(one, others, days=days)


def _among(bookings: tuple[Booking, ...]) -> dict[UUID, tuple[Clash, ...]]:
    found: dict[UUID, list[Clash]] = defaultdict(list)
    for one, clash in clashing_pairs(bookings):
        found[one].append(clash)
    return {one: tuple(told) for one, told in found.items()}


def _workdays(start: datetime, calendar: WorkingCalendar) -> list[datetime]:
    """Return the midnights of the workdays ahead; the day itself is tried even when it is off."""
    days = [start.date() + timedelta(days=n) for n in range(DAYS_AHEAD)]
    kept = [day for day in days if day == start.date() or not calendar.of_day(day).kind.off]
    return [datetime.combine(day, time.min) for day in kept]
