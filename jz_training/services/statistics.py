"""The statistics page: figures of any period, unit, layer, category, form or notice.

Every figure carries its numerator, denominator and what is not recorded; `lines`, `trainings` and
`people` return the rows behind it (DESIGN §5).
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.hours import HoursRequirement
from jz_training.domain.reach import AbsenceHint, HoursStanding, PersonReach, Standing, Unreached
from jz_training.domain.statistics import (
    NONE,
    OF_PERSONS,
    By,
    LayerRow,
    Statistics,
    StatisticsFilter,
)
from jz_training.domain.summary import LedgerRow
from jz_training.labels import FORMS
from jz_training.services.absences import absence_hints
from jz_training.services.hours_standing import HoursAgainst
from jz_training.services.period_lines import PeriodLine
from jz_training.services.person_counts import PersonCounts
from jz_training.services.person_figures import added, person_figures
from jz_training.services.reach import people_counted, unreached
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.statistics_rows import counted_lines, counted_trainings
from jz_training.services.statistics_tables import layer_rows, row_of, table_rows
from jz_training.services.training_cells import TrainingCells
from jz_training.services.unit_groups import UnitGroups
from jz_training.storage.store import Store
from jz_training.storage.tables import Notice, Unit

#: Beyond so many the rows behind a figure are cut, and the window says so.
MOST_LINES = 5000


class StatisticsDesk:
    """The figures of one workspace; nothing here writes."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    # --- figures -------------------------------------------------------------------------------

    def of(self, chosen: StatisticsFilter, *, by: Collection[By] = ()) -> Statistics:
        """Return the figures of a filter, all together and by the groupings asked for."""
        now = self._store.now()
        with self._store.read() as db:
            groups = UnitGroups(db, chosen)
            cells = TrainingCells(db, chosen, groups, now)
            whole = cells.read()
            keys = tuple(OF_PERSONS.intersection(by))
            people = person_figures(db, self._counts(db, chosen, groups), groups, keys)
            tables = {}
            for each in By:
                if each in by:
                    apart = cells.read((each,)) if each in OF_PERSONS else whole
                    tables[each] = table_rows(db, each, apart, people, groups)
            return Statistics(
                filter=chosen,
                organiser=self._settings.get().organiser,
                about=_about(db, chosen),
                as_of=now,
                total=row_of("", whole, persons=added(people)),
                tables=tables,
            )

    def by_layer_and_category(self, chosen: StatisticsFilter) -> tuple[LayerRow, ...]:
        """Return the lines of 培训情况统计表 (domain.md §2), one for each layer × category."""
        now = self._store.now()
        with self._store.read() as db:
            groups = UnitGroups(db, chosen)
            cells = TrainingCells(db, chosen, groups, now).read((By.LAYER, By.CATEGORY))
            counts = self._counts(db, chosen, groups)
            people = person_figures(db, counts, groups, (By.LAYER, By.CATEGORY))
        return layer_rows(cells, people)

    # --- the rows behind them ------------------------------------------------------------------

    def trainings(self, chosen: StatisticsFilter) -> tuple[LedgerRow, ...]:
        """Return the trainings a filter counts, with the tallies of the people it means."""
        now = self._store.now()
        with self._store.read() as db:
            return counted_trainings(db, chosen, UnitGroups(db, chosen), now)

    def lines(
        self,
        chosen: StatisticsFilter,
        *,
        statuses: Collection[AttendanceStatus] = (),
        made_up: bool = False,
        limit: int = MOST_LINES,
    ) -> tuple[PeriodLine, ...]:
        """Return the lines a filter counts (人次), by day and number, at most `limit`.

        `statuses` keeps those alone; `made_up` keeps what was missed and made up.
        """
        now = self._store.now()
        with self._store.read() as db:
            groups = UnitGroups(db, chosen)
            return counted_lines(
                db, chosen, groups, now, statuses=statuses, made_up=made_up, limit=limit
            )

    def people(self, chosen: StatisticsFilter) -> tuple[PersonReach, ...]:
        """Return everybody who was expected or earned hours (人数), by unit and name."""
        with self._store.read() as db:
            groups = UnitGroups(db, chosen)
            return people_counted(db, self._counts(db, chosen, groups))

    # --- who was reached -----------------------------------------------------------------------

    def unreached(self, chosen: StatisticsFilter) -> Unreached:
        """Return the people of the roster whom no training reached, told apart."""
        with self._store.read() as db:
            groups = UnitGroups(db, chosen)
            return unreached(db, self._counts(db, chosen, groups))

    def hours(self, chosen: StatisticsFilter, wanted: HoursRequirement) -> HoursStanding:
        """Return how far everybody is with a requirement, in its years up to that of `end`.

        Notice and forms of the filter do not matter: the requirement is about all study.
        """
        with self._store.read() as db:
            return self._hours(db, chosen, wanted).standing()

    def hours_people(
        self, chosen: StatisticsFilter, wanted: HoursRequirement, standing: Standing | None = None
    ) -> tuple[PersonReach, ...]:
        """Return the persons behind a number of `hours` (None: of any standing), by unit and name.

        They are never ordered by their hours: nobody is ranked.
        """
        with self._store.read() as db:
            return self._hours(db, chosen, wanted).people(standing)

    def absence_hints(self, chosen: StatisticsFilter) -> tuple[AbsenceHint, ...]:
        """Return who was absent three times or more in a row: a hint for the secretary alone.

        In order of unit and name, never by number; it is in no export and on no paper
        (domain.md §8: no rankings of persons).
        """
        now = self._store.now()
        with self._store.read() as db:
            return absence_hints(db, chosen, self._counts(db, chosen, UnitGroups(db, chosen)), now)

    # --- inside --------------------------------------------------------------------------------

    def _stand_ins(self) -> bool:
        return self._settings.get().stand_in_counts

    def _hours(
        self, db: Session, chosen: StatisticsFilter, wanted: HoursRequirement
    ) -> HoursAgainst:
        return HoursAgainst(
            db, chosen, wanted, now=self._store.now(), stand_in_counts=self._stand_ins()
        )

    def _counts(self, db: Session, chosen: StatisticsFilter, groups: UnitGroups) -> PersonCounts:
        return PersonCounts(
            db, chosen, groups, now=self._store.now(), stand_in_counts=self._stand_ins()
        )


def _about(db: Session, chosen: StatisticsFilter) -> str:
    words = []
    if chosen.unit_id not in (None, NONE):
        words.append(db.scalar(select(Unit.name).where(Unit.id == chosen.unit_id)) or "")
    if chosen.notice_id not in (None, NONE):
        title = db.scalar(select(Notice.title).where(Notice.id == chosen.notice_id))
        words.append(f"《{title or ''}》")
    words += [FORMS[form] for form in chosen.forms]
    words += [*chosen.layers, *chosen.categories]
    return "、".join(filter(None, words))
