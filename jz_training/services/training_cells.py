"""Tallies of many trainings at once, from the narrowest counters that hold them.

Nobody left out: TrainingTally. A part of the tree: TrainingUnit. Layers or categories:
TrainingGroup. A part of the tree and layers at once is in no counter: then the lines are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Subquery,
    case,
    cast,
    extract,
    func,
    literal,
    select,
)
from sqlalchemy.orm import Session

from jz_training.domain.statistics import NONE, By, StatisticsFilter
from jz_training.domain.tally import Tally
from jz_training.services.period_lines import held_between
from jz_training.services.rows import TALLY_FIELDS
from jz_training.services.tallies import EXPECTED, LINE_COUNTS
from jz_training.services.unit_groups import UnitGroups
from jz_training.storage.tables import (
    Attendee,
    Training,
    TrainingGroup,
    TrainingTally,
    TrainingUnit,
)
from jz_training.storage.types import Id

#: 列席 and others are outside of every figure here.
COUNTED = tuple(name for name in TALLY_FIELDS if name != "others")
_LINES = tuple(
    count for name, count in zip(TALLY_FIELDS, LINE_COUNTS, strict=True) if name in COUNTED
)

Query = Select[*tuple[Any, ...]]
Keys = tuple[By, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Trainings added up: those of one form, month and notice, or of one group of people."""

    keys: dict[By, Any]
    trainings: int
    unsettled: int
    tally: Tally
    settled: Tally


def held_by(chosen: StatisticsFilter, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return what makes a training one that a filter counts: begun and not cancelled."""
    found = [*held_between(chosen.start, chosen.end, now)]
    if chosen.forms:
        found.append(Training.form.in_([form.value for form in chosen.forms]))
    if chosen.notice_id == NONE:
        found.append(Training.notice_id.is_(None))
    elif chosen.notice_id is not None:
        found.append(Training.notice_id == chosen.notice_id)
    return tuple(found)


class TrainingCells:
    """Reads the cells of one filter."""

    def __init__(
        self, db: Session, chosen: StatisticsFilter, groups: UnitGroups, now: datetime
    ) -> None:
        self._db = db
        self._chosen = chosen
        self._groups = groups
        self._held = held_by(chosen, now)

    def read(self, keys: Keys = ()) -> tuple[Cell, ...]:
        """Return the cells by form, month and notice; or by unit, layer or category, as named."""
        return tuple(self._cell(row, keys) for row in self._db.execute(self._query(keys)))

    def per_training(self) -> Subquery:
        """Return the counts of each training the filter counts, one row each."""
        return self._counts(())

    # --- the queries ---------------------------------------------------------------------------

    def _query(self, keys: Keys) -> Query:
        counts = self._counts(keys)
        names: list[Any] = [counts.c[key.value] for key in keys] or [
            Training.form,
            cast(extract("year", Training.start), Integer),
            cast(extract("month", Training.start), Integer),
            Training.notice_id,
        ]
        whole = [counts.c[name] for name in COUNTED]
        settled = case((func.coalesce(counts.c.unrecorded, 0) == 0, 1), else_=0)
        sums = (
            func.count(),
            func.coalesce(func.sum(1 - settled), 0),
            *(_sum(column) for column in whole),
            *(_sum(column * settled) for column in whole),
        )
        found = select(*names, *sums).select_from(Training).where(*self._held)
        if keys or self._chosen.of_some_people:
            found = found.join(counts, counts.c.training_id == Training.id)
            found = found.where(counts.c.expected > 0)
        else:  # trainings without a list are trainings too
            found = found.outerjoin(counts, counts.c.training_id == Training.id)
        return found.group_by(*names)

    def _counts(self, keys: Keys) -> Subquery:
        of_unit = self._chosen.unit_id is not None or By.UNIT in keys
        of_group = bool(
            self._chosen.layers
            or self._chosen.categories
            or By.LAYER in keys
            or By.CATEGORY in keys
        )
        if of_unit and of_group:
            return self._grouped(Attendee, keys, _LINES, EXPECTED)
        if of_unit:
            return self._grouped(TrainingUnit, keys, _sums(TrainingUnit))
        if of_group:
            return self._grouped(TrainingGroup, keys, _sums(TrainingGroup))
        columns = (getattr(TrainingTally, name) for name in COUNTED)
        return select(TrainingTally.training_id, *columns).subquery()

    def _grouped(
        self, table: Any, keys: Keys, counts: tuple[Any, ...], *where: ColumnElement[bool]
    ) -> Subquery:
        names: dict[By, Any] = {}
        found = select(table.training_id).where(*where)
        if table is not TrainingGroup and (self._chosen.unit_id or By.UNIT in keys):
            tops = self._groups.mapping
            unit = table.unit_id
            if table is Attendee:
                unit = func.coalesce(unit, literal(NONE, Id()))
            found = found.join(tops, tops.c.unit_id == unit)
            names[By.UNIT] = tops.c.top
        if table is not TrainingUnit:
            names |= {By.LAYER: table.layer, By.CATEGORY: table.category}
            found = found.where(*chosen_words(table, self._chosen))
        wanted = [names[key].label(key.value) for key in keys]
        labelled = (count.label(name) for name, count in zip(COUNTED, counts, strict=True))
        trainings = select(Training.id).where(*self._held)
        return (
            found.add_columns(*wanted, *labelled)
            .where(table.training_id.in_(trainings))
            .group_by(table.training_id, *(names[key] for key in keys))
            .subquery()
        )

    def _cell(self, row: Any, keys: Keys) -> Cell:
        width = len(COUNTED)
        trainings, unsettled, *sums = row[-2 * width - 2 :]
        return Cell(
            keys=dict(zip(keys, row, strict=False)) if keys else _of_training(row),
            trainings=trainings,
            unsettled=unsettled,
            tally=Tally(**dict(zip(COUNTED, sums[:width], strict=True))),
            settled=Tally(**dict(zip(COUNTED, sums[width:], strict=True))),
        )


def _of_training(row: Any) -> dict[By, Any]:
    form, year, month, notice, *_ = row
    return {By.FORM: form, By.MONTH: f"{year}-{month:02}", By.NOTICE: notice or NONE}


def chosen_words(table: Any, chosen: StatisticsFilter) -> list[ColumnElement[bool]]:
    """Return the conditions on layer and category of lines, counters or persons."""
    found: list[ColumnElement[bool]] = []
    if chosen.layers:
        found.append(table.layer.in_(chosen.layers))
    if chosen.categories:
        found.append(table.category.in_(chosen.categories))
    return found


def _sums(table: Any) -> tuple[Any, ...]:
    return tuple(func.sum(getattr(table, name)) for name in COUNTED)


def _sum(column: Any) -> ColumnElement[int]:
    return func.coalesce(func.sum(column), 0)
