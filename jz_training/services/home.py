"""What needs a hand today: to hold, to enter, to close, without a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from jz_training.domain.leave import OnLeave
from jz_training.domain.make_up import MakeUpGroupRow, MakeUpState
from jz_training.domain.outreach import OUTREACH_FORMS
from jz_training.domain.summary import LedgerRow
from jz_training.domain.training import TrainingState
from jz_training.services.dossier_rows import with_dossiers
from jz_training.services.duties import DueDuty, Duties
from jz_training.services.leaves import Leaves
from jz_training.services.ledger import TrainingQuery, ledger_rows
from jz_training.services.make_up_groups import MakeUpGroups
from jz_training.services.missed import MissedQuery, waiting_count
from jz_training.services.people import People, PeopleQuery
from jz_training.services.units import Units
from jz_training.storage.store import Store
from jz_training.storage.tables import Training

AHEAD = timedelta(days=14)
#: What the page is made of: everything that is open, and the last few that are done.
PLANNED = TrainingQuery(state=TrainingState.PLANNED, newest_first=False)
LAST_CLOSED = TrainingQuery(state=TrainingState.CLOSED, limit=20)
MOST_RECENT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The lists of the home page, each in the order in which to take them up.

    to_enter: over and not fully recorded; to_close: over and fully recorded; without_list: still
    to come and no list fixed (a talk needs none); upcoming: the next two weeks; recent: the last
    ones closed with a list (a talk counted by heads has no 到会率), with what their dossiers still
    want; duties: those overdue, due soon, or begun with something missing; on_leave: who is away
    today and tomorrow; to_make_up: how many lines of this year's required trainings were missed
    and have no make-up yet (`waiting_of`); groups_due: make-up groups whose day has come and which
    nobody has finished.
    """

    now: datetime
    people: int
    units: int
    trainings: int
    to_enter: tuple[LedgerRow, ...]
    to_close: tuple[LedgerRow, ...]
    without_list: tuple[LedgerRow, ...]
    upcoming: tuple[LedgerRow, ...]
    recent: tuple[LedgerRow, ...]
    duties: tuple[DueDuty, ...] = ()
    on_leave: tuple[OnLeave, ...] = ()
    to_make_up: int = 0
    groups_due: tuple[MakeUpGroupRow, ...] = ()

    @property
    def is_new(self) -> bool:
        """Tell whether nothing was entered yet: the page then shows how to begin."""
        return self.people == 0 and self.trainings == 0 and not self.duties


def waiting_of(year: int) -> MissedQuery:
    """Return what home counts as still to be made up; the tab 补学 shows the same."""
    first, last = _year(year)
    return MissedQuery(state=MakeUpState.OPEN, required=True, start=first, end=last)


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def home(
    store: Store,
    people: People,
    units: Units,
    duties: Duties,
    *,
    leaves: Leaves,
    groups: MakeUpGroups,
) -> Home:
    """Return what the home page shows, from counters only."""
    now = store.now()
    with store.read() as db:
        planned = ledger_rows(db, PLANNED, now=now)
        closed = ledger_rows(db, LAST_CLOSED, now=now)
        to_make_up = waiting_count(db, *_year(now.year), now=now)
        recent = [row for row in closed if row.tally.expected][:MOST_RECENT]
        told = with_dossiers(db, recent)
        trainings = db.scalar(select(func.count()).select_from(Training)) or 0
    over = [row for row in planned if row.end <= now]
    ahead = [row for row in planned if row.end > now]
    return Home(
        now=now,
        people=people.count(PeopleQuery()),
        units=units.count(),
        trainings=trainings,
        to_enter=tuple(row for row in over if row.tally.unrecorded or not row.tally.expected),
        to_close=tuple(row for row in over if row.tally.expected and not row.tally.unrecorded),
        without_list=tuple(row for row in ahead if _needs_list(row)),
        upcoming=tuple(row for row in ahead if row.start <= now + AHEAD),
        recent=told,
        duties=duties.due(),
        on_leave=leaves.soon(),
        to_make_up=to_make_up,
        groups_due=groups.due(),
    )


def _needs_list(row: LedgerRow) -> bool:
    """Tell whether a list is still to be fixed; who hears a talk is counted by heads."""
    return not row.tally.expected and row.form not in OUTREACH_FORMS
