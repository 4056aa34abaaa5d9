"""Clashes of a training with others, and the next time at which there are none."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import UUID

from jz_training.domain.clashes import Clash, next_free
from jz_training.domain.training import TrainingDraft
from jz_training.domain.working_calendar import WorkingCalendar
from jz_training.services.bookings import bookings_between, bookings_of_drafts
from jz_training.services.clash_check import clashes_of
from jz_training.services.clash_marks import clashes_between
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
            return clashes_between(db, start, end)

    def next_free(
        self, draft: TrainingDraft, calendar: WorkingCalendar, *, training_id: UUID | None = None
    ) -> datetime | None:
        """Return the next start on a workday at which room, speakers and people are all free."""
        with self._store.read() as db:
            (one,) = bookings_of_drafts(db, [(training_id, draft)])
            beyond = one.end - one.start if one.parts else timedelta()
            for day in _workdays(draft.start, calendar):
                # a day at a time: the lists of a month are seldom needed
                end = day + timedelta(days=1) + beyond
                others = bookings_between(db, day, end, with_people=True)
                free = next_free(one, others, days=[day])
                if free is not None:
                    return free
        return None


def _workdays(start: datetime, calendar: WorkingCalendar) -> list[datetime]:
    """Return the midnights of the workdays ahead; the day itself is tried even when it is off."""
    days = [start.date() + timedelta(days=n) for n in range(DAYS_AHEAD)]
    kept = [day for day in days if day == start.date() or not calendar.of_day(day).kind.off]
    return [datetime.combine(day, time.min) for day in kept]
