"""The people of the roster by layer and category (层级 × 类别)."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jz_training.domain.evidence import PeopleGroup
from jz_training.labels import LAYERS
from jz_training.storage.tables import Person

Group = tuple[str, str]  # layer, category


def roster_groups(db: Session) -> dict[Group, int]:
    """Return how many active persons are of each layer and category."""
    query = (
        select(Person.layer, Person.category, func.count())
        .where(Person.retired_on.is_(None))
        .group_by(Person.layer, Person.category)
        .order_by(Person.layer, Person.category)
    )
    return {(layer, category): people for layer, category, people in db.execute(query)}


def people_groups(
    roster: Mapping[Group, int], reached: Mapping[Group, int]
) -> tuple[PeopleGroup, ...]:
    """Return the groups of the roster by rank of layer, with how many of each were reached."""
    groups = [
        PeopleGroup(
            layer=layer,
            category=category,
            people=people,
            reached=reached.get((layer, category), 0),
        )
        for (layer, category), people in roster.items()
    ]
    rank = {layer: place for place, layer in enumerate(LAYERS)}
    return tuple(sorted(groups, key=lambda group: rank.get(group.layer, len(rank))))
