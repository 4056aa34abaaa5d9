"""Who was reached: what each person earned, hours against a requirement, who was left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Subquery, func, select
from sqlalchemy.orm import Session

from jz_training.domain.hours import HoursRequirement
from jz_training.domain.reach import (
    HoursStanding,
    PersonReach,
    Standing,
    StandingRow,
    Unreached,
)
from jz_training.domain.statistics import NONE, StatisticsFilter
from jz_training.services.person_counts import PersonCounts
from jz_training.services.unit_groups import UnitGroups
from jz_training.storage.tables import Person, Unit

_FIELDS = ("expected", "present", "unrecorded", "made_up", "hours", "online_hours",
           "made_up_hours")  # fmt: skip

Query = Select[*tuple[Any, ...]]


def people_counted(db: Session, counts: PersonCounts) -> tuple[PersonReach, ...]:
    """Return everybody a filter means who was expected or earned something."""
    counted = counts.per_person()
    earned = (counted.c.expected > 0) | (counted.c.hours > Decimal(0))
    return _read(db, _people(counted).where(earned, *counts.meant()))


def unreached(db: Session, counts: PersonCounts) -> Unreached:
    """Return who never came and who was never expected; who has left the roster is in neither."""
    counted = counts.per_person()
    nothing = func.coalesce(counted.c.present + counted.c.made_up, 0) == 0
    everybody = _people(counted, all_of_them=True).where(
        nothing, *counts.meant(), Person.retired_on.is_(None)
    )
    found = _read(db, everybody)
    return Unreached(
        never_came=tuple(person for person in found if person.expected),
        never_expected=tuple(
            person for person in found if not person.expected and not person.hours
        ),
    )


def hours_standing(
    db: Session,
    chosen: StatisticsFilter,
    wanted: HoursRequirement,
    *,
    now: datetime,
    stand_in_counts: bool,
) -> HoursStanding:
    """Return how far everybody meant is; read from the counters by year alone."""
    last = chosen.end.year
    years = replace(
        chosen,
        start=date(last - wanted.years + 1, 1, 1),
        end=date(last, 12, 31),
        notice_id=None,
        forms=(),
    )
    groups = UnitGroups(db, years)
    counts = PersonCounts(db, years, groups, now=now, stand_in_counts=stand_in_counts)
    query = _people(counts.per_person(), all_of_them=True).where(
        *counts.meant(), *_meant(wanted), Person.retired_on.is_(None)
    )
    persons = _read(db, query)
    return HoursStanding(
        requirement=wanted,
        first_year=years.start.year,
        last_year=last,
        units=_units(persons, wanted, groups),
        persons=persons,
        group_of=_keys(groups),
    )


def _meant(wanted: HoursRequirement) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.layers:
        found.append(Person.layer.in_(wanted.layers))
    if wanted.categories:
        found.append(Person.category.in_(wanted.categories))
    return found


def _units(
    persons: Iterable[PersonReach], wanted: HoursRequirement, groups: UnitGroups
) -> tuple[StandingRow, ...]:
    standings: dict[UUID, Counter[Standing]] = defaultdict(Counter)
    hours: dict[UUID, Decimal] = defaultdict(Decimal)
    for person in persons:
        group = groups.group_of[person.unit_id or NONE].key
        standings[group][person.standing(wanted)] += 1
        hours[group] += person.counted(wanted)
    return tuple(
        StandingRow(
            key=group.key.hex,
            name=group.name,
            itself=group.itself,
            people=standings[group.key].total(),
            reached=standings[group.key][Standing.REACHED],
            part=standings[group.key][Standing.PART],
            nothing=standings[group.key][Standing.NOTHING],
            hours=hours[group.key],
        )
        for group in groups.groups
        if group.key in standings
    )


def _keys(groups: UnitGroups) -> dict[UUID | None, str]:
    found: dict[UUID | None, str] = {unit: group.key.hex for unit, group in groups.group_of.items()}
    found[None] = NONE.hex
    return found


def _people(counted: Subquery, *, all_of_them: bool = False) -> Query:
    """Return persons with what they have, by unit and name; all, or those who have anything."""
    numbers = (func.coalesce(counted.c[name], 0).label(name) for name in _FIELDS[:4])
    hours = (counted.c[name] for name in _FIELDS[4:])
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


def _read(db: Session, query: Query) -> tuple[PersonReach, ...]:
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
