"""What a period came to besides its trainings: for the sections of its summary (domain.md §9)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from jz_training.domain.filing import DocumentKind, FiledRow
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.outreach import MonthOfOutreach, OutreachRow, PlaceKind, by_month
from jz_training.domain.plan import ItemState, PlanItemRow, PlanView
from jz_training.domain.publicity import Channel, Genre, PublicityRow
from jz_training.domain.task import TaskRow, TaskState
from jz_training.domain.task_book import Duty, TaskBook


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSum:
    """The talks held in one kind of place: how many, listeners (人次) and online views."""

    kind: PlaceKind
    talks: int
    listeners: int
    online_views: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What the summary counts; whoever hands it in chooses notices and period.

    `publicity` and `talks` are those of the period; books, plans, tasks and documents are as they
    stand on `as_of`. Every figure is counted from these rows, so that each can be opened.
    """

    as_of: date
    books: tuple[TaskBook, ...] = ()
    plans: tuple[PlanView, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    documents: tuple[FiledRow, ...] = ()
    publicity: tuple[PublicityRow, ...] = ()
    talks: tuple[OutreachRow, ...] = ()

    def filed(self, kind: DocumentKind) -> tuple[FiledRow, ...]:
        """Return the documents of a kind, in the order of their dates."""
        found = [row for row in self.documents if row.draft.kind is kind]
        return tuple(sorted(found, key=lambda row: row.draft.dated or row.filed_on))

    # --- duties ------------------------------------------------------------------------------

    @property
    def duties(self) -> tuple[Duty, ...]:
        """Return the duties of all notices."""
        return tuple(duty for book in self.books for duty in book.duties)

    @property
    def open_duties(self) -> tuple[Duty, ...]:
        """Return the duties with something left to do: overdue first, then by their day.

        全面落实 (R02) is left out: it only says that others are open.
        """
        found = [
            duty
            for duty in self.duties
            if not duty.settled and duty.obligation.draft.kind is not ObligationKind.OVERALL
        ]
        return tuple(sorted(found, key=lambda duty: duty.obligation.by or date.max))

    @property
    def overdue_duties(self) -> tuple[Duty, ...]:
        """Return the open duties whose day is past."""
        return tuple(duty for duty in self.open_duties if duty.overdue(self.as_of))

    # --- plans and tasks ---------------------------------------------------------------------

    def items(self, *states: ItemState) -> tuple[PlanItemRow, ...]:
        """Return the items of all plans that are in one of the states."""
        return tuple(
            item for plan in self.plans for item in plan.items if item.state(self.as_of) in states
        )

    def tasks_in(self, *states: TaskState) -> tuple[TaskRow, ...]:
        """Return the tasks in one of the states, by the day they are due."""
        found = [row for row in self.tasks if row.state(self.as_of) in states]
        return tuple(sorted(found, key=lambda row: row.draft.due or date.max))

    # --- publicity and outreach --------------------------------------------------------------

    @property
    def by_channel(self) -> tuple[tuple[Channel, int], ...]:
        """Return how many publications each channel had, channels without any left out."""
        counts = Counter(row.draft.channel for row in self.publicity)
        return tuple((channel, counts[channel]) for channel in Channel if counts[channel])

    @property
    def by_genre(self) -> tuple[tuple[Genre, int], ...]:
        """Return how many publications there were of each genre, genres without any left out."""
        counts = Counter(row.draft.genre for row in self.publicity)
        return tuple((genre, counts[genre]) for genre in Genre if counts[genre])

    @property
    def held_talks(self) -> tuple[OutreachRow, ...]:
        """Return the talks that were held: only these are counted."""
        return tuple(talk for talk in self.talks if talk.held)

    @property
    def by_place(self) -> tuple[PlaceSum, ...]:
        """Return the sums of each kind of place, kinds without a talk left out."""
        return tuple(
            PlaceSum(
                kind=kind,
                talks=len(there),
                listeners=sum(talk.listeners or 0 for talk in there),
                online_views=sum(talk.draft.online_views or 0 for talk in there),
            )
            for kind in PlaceKind
            for there in [[talk for talk in self.held_talks if talk.draft.place_kind is kind]]
            if there
        )

    @property
    def months(self) -> tuple[MonthOfOutreach, ...]:
        """Return the sums of each month."""
        return by_month(self.talks, tuple(row.draft.day for row in self.publicity))
