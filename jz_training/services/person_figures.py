"""人数 and 学时 of the persons a filter means, apart by what is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Subquery, and_, func, literal, or_, select
from sqlalchemy.orm import Session

from jz_training.domain.statistics import NONE, By, PersonFigures
from jz_training.services.person_counts import PersonCounts
from jz_training.services.tallies import number_of
from jz_training.services.unit_groups import UnitGroups
from jz_training.storage.tables import Person
from jz_training.storage.types import Id

People = list[tuple[dict[By, Any], PersonFigures]]


def person_figures(
    db: Session, source: PersonCounts, groups: UnitGroups, keys: Sequence[By]
) -> People:
    """Return the figures of persons, apart by the unit's group, layer and category of now."""
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


def added(people: People) -> PersonFigures:
    """Return the figures of all of them together."""
    return sum((figures for _, figures in people), start=PersonFigures())
