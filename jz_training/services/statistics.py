"""The statistics page: figures of any period, unit, layer, category, form or notice.

Every figure carries its numerator, denominator and what is not recorded; `lines`, `trainings` and
`people` return the rows behind it (DESIGN §5).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Subquery, and_, func, literal, or_, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.hours import HoursRequirement
from jz_training.domain.reach import AbsenceHint, HoursStanding, PersonReach, Unreached
from jz_training.domain.statistics import (
    NONE,
    OF_PERSONS,
    By,
    LayerRow,
    PersonFigures,
    Statistics,
    StatisticsFilter,
    StatisticsRow,
)
from jz_training.domain.summary import LedgerRow
from jz_training.domain.training_form import TrainingForm
from jz_training.labels import CATEGORIES, FORMS, LAYERS
from jz_training.services.absences import absence_hints
from jz_training.services.period_figures import in_order
from jz_training.services.period_lines import PeriodLine
from jz_training.services.person_counts import PersonCounts
from jz_training.services.reach import hours_standing, people_counted, unreached
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.statistics_rows import counted_lines, counted_trainings
from jz_training.services.tallies import number_of
from jz_training.services.training_cells import Cell, TrainingCells
from jz_training.services.unit_groups import UnitGroups
from jz_training.storage.store import Store
from jz_training.storage.tables import Notice, Person, Unit
from jz_training.storage.types import Id

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
            people = self._people(db, chosen, groups, tuple(OF_PERSONS.intersection(by)))
            tables = {}
            for each in By:
                if each in by:
                    apart = cells.read((each,)) if each in OF_PERSONS else whole
                    tables[each] = _table(db, each, apart, people, groups)
            return Statistics(
                filter=chosen,
                organiser=self._settings.get().organiser,
                about=_about(db, chosen),
                as_of=now,
                total=_row("", whole, persons=_added(people)),
                tables=tables,
            )

    def by_layer_and_category(self, chosen: StatisticsFilter) -> tuple[LayerRow, ...]:
        """Return the lines of 培训情况统计表 (domain.md §2), one for each layer × category."""
        now = self._store.now()
        with self._store.read() as db:
            groups = UnitGroups(db, chosen)
            cells = TrainingCells(db, chosen, groups, now).read((By.LAYER, By.CATEGORY))
            people = self._people(db, chosen, groups, (By.LAYER, By.CATEGORY))
        found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
        persons: dict[tuple[str, str], list[PersonFigures]] = defaultdict(list)
        for cell in cells:
            found[cell.keys[By.LAYER], cell.keys[By.CATEGORY]].append(cell)
        for keys, figures in people:
            persons[keys[By.LAYER], keys[By.CATEGORY]].append(figures)
        return tuple(
            _layer_row(layer, category, found[layer, category], persons[layer, category])
            for layer in in_order({key[0] for key in (*found, *persons)}, list(LAYERS))
            for category in in_order({key[1] for key in (*found, *persons)}, list(CATEGORIES))
            if found[layer, category] or any(p.expected for p in persons[layer, category])
        )

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
            return hours_standing(
                db, chosen, wanted, now=self._store.now(), stand_in_counts=self._stand_ins()
            )

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

    def _counts(self, db: Session, chosen: StatisticsFilter, groups: UnitGroups) -> PersonCounts:
        return PersonCounts(
            db, chosen, groups, now=self._store.now(), stand_in_counts=self._stand_ins()
        )

    def _people(
        self, db: Session, chosen: StatisticsFilter, groups: UnitGroups, keys: Sequence[By]
    ) -> People:
        """Return the figures of persons, apart by the unit's group, layer and category of now."""
        source = self._counts(db, chosen, groups)
        counts = source.per_person()
        names = {
            By.UNIT: groups.mapping.c.top,
            By.LAYER: Person.layer,
            By.CATEGORY: Person.category,
        }
        apart = [names[key] for key in keys]
        query = (
            select(*apart, *_figures(counts))
            .select_from(Person)
            .join(counts, counts.c.person_id == Person.id)
            .where(*source.meant())
        )
        if By.UNIT in keys:
            unit = func.coalesce(Person.unit_id, literal(NONE, Id()))
            query = query.join(groups.mapping, groups.mapping.c.unit_id == unit)
        width = len(keys)
        return [
            (dict(zip(keys, row[:width], strict=True)), _person_figures(*row[width:]))
            for row in db.execute(query.group_by(*apart) if apart else query)
        ]


People = list[tuple[dict[By, Any], PersonFigures]]


def _figures(counts: Subquery) -> tuple[Any, ...]:
    came, made_up = counts.c.present > 0, counts.c.made_up > 0
    listed = counts.c.expected > 0
    return (
        number_of(listed),
        number_of(and_(listed, came)),
        number_of(and_(listed, or_(came, made_up))),
        *(func.sum(counts.c[name]) for name in ("hours", "online_hours", "made_up_hours")),
    )


def _person_figures(
    expected: int,
    came: int,
    reached: int,
    hours: Decimal | None,
    online: Decimal | None,
    made_up: Decimal | None,
) -> PersonFigures:
    return PersonFigures(
        expected=expected,
        came=came,
        reached=reached,
        hours=hours or Decimal(0),
        online_hours=online or Decimal(0),
        made_up_hours=made_up or Decimal(0),
    )


def _added(people: People) -> PersonFigures:
    return sum((figures for _, figures in people), start=PersonFigures())


def _row(
    key: str, cells: Iterable[Cell], *, persons: PersonFigures | None, **named: Any
) -> StatisticsRow:
    cells = tuple(cells)
    first = StatisticsRow()
    return StatisticsRow(
        key=key,
        trainings=sum(cell.trainings for cell in cells),
        unsettled=sum(cell.unsettled for cell in cells),
        tally=sum((cell.tally for cell in cells), start=first.tally),
        settled=sum((cell.settled for cell in cells), start=first.settled),
        persons=persons,
        **named,
    )


def _layer_row(
    layer: str, category: str, cells: Sequence[Cell], persons: Sequence[PersonFigures]
) -> LayerRow:
    added = _row("", cells, persons=None)
    return LayerRow(
        layer=layer,
        category=category,
        trainings=added.trainings,
        tally=added.tally,
        settled=added.settled,
        persons=sum(persons, start=PersonFigures()),
    )


def _table(
    db: Session, by: By, cells: Iterable[Cell], people: People, groups: UnitGroups
) -> tuple[StatisticsRow, ...]:
    """Return the rows of one grouping in its usual order; a group without figures is left out."""
    apart: dict[Any, list[Cell]] = defaultdict(list)
    for cell in cells:
        apart[cell.keys[by]].append(cell)
    if by is By.UNIT:
        return _unit_rows(apart, people, groups)
    if by in OF_PERSONS:
        return _word_rows(by, apart, people)
    names = _names(db, by, apart)
    return tuple(
        _row(key.hex if isinstance(key, UUID) else key, apart[key], persons=None, name=name)
        for key, name in names
    )


def _unit_rows(
    apart: dict[Any, list[Cell]], people: People, groups: UnitGroups
) -> tuple[StatisticsRow, ...]:
    persons: dict[UUID, PersonFigures] = defaultdict(PersonFigures)
    for keys, figures in people:
        persons[keys[By.UNIT]] += figures
    return tuple(
        _row(
            group.key.hex,
            apart[group.key],
            persons=persons[group.key],
            name=group.name,
            itself=group.itself,
        )
        for group in groups.groups
        if apart[group.key] or persons[group.key] != PersonFigures()
    )


def _word_rows(by: By, apart: dict[Any, list[Cell]], people: People) -> tuple[StatisticsRow, ...]:
    persons: dict[str, PersonFigures] = defaultdict(PersonFigures)
    for keys, figures in people:
        persons[keys[by]] += figures
    order = list(LAYERS if by is By.LAYER else CATEGORIES)
    words = {*apart, *(word for word, one in persons.items() if one != PersonFigures())}
    return tuple(
        _row(word, apart[word], persons=persons[word], name=word) for word in in_order(words, order)
    )


def _names(db: Session, by: By, keys: Collection[Any]) -> list[tuple[Any, str]]:
    if by is By.FORM:
        return [(form.value, FORMS[form]) for form in TrainingForm if form.value in keys]
    if by is By.MONTH:
        return [(month, month) for month in sorted(keys)]
    known = select(Notice.id, Notice.title).where(Notice.id.in_(set(keys)))
    titles = db.execute(known.order_by(Notice.received_on.desc(), Notice.id)).all()
    found = [(notice, title) for notice, title in titles]
    return [*found, (NONE, "")] if NONE in keys else found


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
