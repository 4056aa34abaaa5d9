"""Who was reached: what each person was expected at and earned, and who was left out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import Select, Subquery, func, select
from sqlalchemy.orm import Session

from jz_training.domain.reach import PersonReach, Unreached
from jz_training.services.person_counts import HOURS, NUMBERS, PersonCounts
from jz_training.storage.tables import Person, Unit

Query = Select[*tuple[Any, ...]]


def people_counted(db: Session, counts: PersonCounts) -> tuple[PersonReach, ...]:
    """Return everybody a filter means who was expected or earned something."""
    counted = counts.per_person()
    earned = (counted.c.expected > 0) | (counted.c.hours > Decimal(0))
    return read_reach(db, reach_query(counted).where(earned, *counts.meant()))


def unreached(db: Session, counts: PersonCounts) -> Unreached:
    """Return who never came and who was never expected; who has left the roster is in neither."""
    counted = counts.per_person()
    nothing = func.coalesce(counted.c.present + counted.c.made_up, 0) == 0
    everybody = reach_query(counted, all_of_them=True).where(
        nothing, *counts.meant(), Person.retired_on.is_(None)
    )
    found = read_reach(db, everybody)
    return Unreached(
        never_came=tuple(person for person in found if person.expected),
        never_expected=tuple(
            person for person in found if not person.expected and not person.hours
        ),
    )


def reach_query(counted: Subquery, *, all_of_them: bool = False) -> Query:
    """Return persons with what they have, by unit and name; all, or those who have anything."""
    numbers = (func.coalesce(counted.c[name], 0).label(name) for name in NUMBERS)
    hours = (counted.c[name] for name in HOURS)
    return (
        select(
            *(Person.id, Person.name, Person.unit_id, Unit.name, Person.layer, Person.category),
            *numbers,
            *hours,
        )
        .join(counted, counted.c.person_id == Person.id, isouter=all_of_them)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .order_by(Unit.position.is_(None), Unit.position, Unit.id, Person.pinyin, Person.id)
    )


def read_reach(db: Session, query: Query) -> tuple[PersonReach, ...]:
    none = Decimal(0)
    return tuple(
        PersonReach(
            person_id=person_id,
            name=name,
            unit_id=unit_id,
            unit=unit or "",
            layer=layer,
            category=category,
            expected=expected,
            present=present,
            unrecorded=unrecorded,
            made_up=made_up,
            hours=hours or none,
            online_hours=online or none,
            made_up_hours=made_up_hours or none,
        )
        for (
            person_id, name, unit_id, unit, layer, category,
            expected, present, unrecorded, made_up, hours, online, made_up_hours,
        ) in db.execute(query)
    )  # fmt: skip
