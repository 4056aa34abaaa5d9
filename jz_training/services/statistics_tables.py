"""The rows of the statistics' tables: cells and figures of persons put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.statistics import (
    NONE,
    OF_PERSONS,
    By,
    LayerRow,
    PersonFigures,
    StatisticsRow,
)
from jz_training.domain.training_form import TrainingForm
from jz_training.labels import CATEGORIES, FORMS, LAYERS
from jz_training.services.period_figures import in_order
from jz_training.services.person_figures import People
from jz_training.services.training_cells import Cell
from jz_training.services.unit_groups import UnitGroups
from jz_training.storage.tables import Notice


def row_of(
    key: str, cells: Iterable[Cell], *, persons: PersonFigures | None, **named: Any
) -> StatisticsRow:
    """Return some cells as one row; `named` are its name and what else it goes by."""
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


def layer_rows(cells: Iterable[Cell], people: People) -> tuple[LayerRow, ...]:
    """Return a line for each layer × category that has any figure, in their usual order."""
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


def _layer_row(
    layer: str, category: str, cells: Sequence[Cell], persons: Sequence[PersonFigures]
) -> LayerRow:
    added = row_of("", cells, persons=None)
    return LayerRow(
        layer=layer,
        category=category,
        trainings=added.trainings,
        tally=added.tally,
        settled=added.settled,
        persons=sum(persons, start=PersonFigures()),
    )


def table_rows(
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
        row_of(key.hex if isinstance(key, UUID) else key, apart[key], persons=None, name=name)
        for key, name in names
    )


def _unit_rows(
    apart: dict[Any, list[Cell]], people: People, groups: UnitGroups
) -> tuple[StatisticsRow, ...]:
    persons: dict[UUID, PersonFigures] = defaultdict(PersonFigures)
    for keys, figures in people:
        persons[keys[By.UNIT]] += figures
    return tuple(
        row_of(
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
        row_of(word, apart[word], persons=persons[word], name=word)
        for word in in_order(words, order)
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
