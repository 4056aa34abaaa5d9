"""How far everybody is with a requirement: counted in the database, persons only when asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Subquery, and_, func, literal, select, type_coerce
from sqlalchemy.orm import Session

from jz_training.domain.hours import HoursRequirement
from jz_training.domain.reach import HoursStanding, PersonReach, Standing, StandingRow
from jz_training.domain.statistics import NONE, StatisticsFilter
from jz_training.services.person_counts import PersonCounts
from jz_training.services.reach import reach_query, read_reach
from jz_training.services.tallies import NO_HOURS, number_of
from jz_training.services.unit_groups import UnitGroup, UnitGroups
from jz_training.storage.tables import Person
from jz_training.storage.types import Hundredths, Id


class HoursAgainst:
    """One requirement in its years up to that of a filter's end; from the counters by year."""

    def __init__(
        self,
        db: Session,
        chosen: StatisticsFilter,
        wanted: HoursRequirement,
        *,
        now: datetime,
        stand_in_counts: bool,
    ) -> None:
        self._db = db
        self._chosen = chosen
        self._wanted = wanted
        years = _years(chosen, wanted)
        self._groups = UnitGroups(db, years)
        self._counts = PersonCounts(
            db, years, self._groups, now=now, stand_in_counts=stand_in_counts
        )
        self._counted = self._counts.per_person()
        self._first_year = years.start.year

    def standing(self) -> HoursStanding:
        """Return how many persons of each part of the tree are how far."""
        hours = _hours(self._counted, self._wanted)
        of_standing = _conditions(hours, self._wanted)
        tops = self._groups.mapping
        query = (
            select(
                tops.c.top,
                func.count(),
                *(number_of(of_standing[standing]) for standing in Standing),
                func.sum(hours),
            )
            .select_from(Person)
            .outerjoin(self._counted, self._counted.c.person_id == Person.id)
            .join(tops, tops.c.unit_id == func.coalesce(Person.unit_id, literal(NONE, Id())))
            .where(*self._meant())
            .group_by(tops.c.top)
        )
        found = {row[0]: row for row in self._db.execute(query)}
        return HoursStanding(
            filter=self._chosen,
            requirement=self._wanted,
            first_year=self._first_year,
            last_year=self._chosen.end.year,
            units=self._units(found),
        )

    def people(self, standing: Standing | None) -> tuple[PersonReach, ...]:
        """Return the persons of one standing (None: of any), by unit and name."""
        query = reach_query(self._counted, all_of_them=True).where(*self._meant())
        if standing is not None:
            hours = _hours(self._counted, self._wanted)
            query = query.where(_conditions(hours, self._wanted)[standing])
        return read_reach(self._db, query)

    def _units(self, found: dict[UUID, Any]) -> tuple[StandingRow, ...]:
        return tuple(
            _row(group, found[group.key]) for group in self._groups.groups if group.key in found
        )

    def _meant(self) -> list[ColumnElement[bool]]:
        found = [*self._counts.meant(), Person.retired_on.is_(None)]
        if self._wanted.layers:
            found.append(Person.layer.in_(self._wanted.layers))
        if self._wanted.categories:
            found.append(Person.category.in_(self._wanted.categories))
        return found


def _years(chosen: StatisticsFilter, wanted: HoursRequirement) -> StatisticsFilter:
    """Return the filter of the requirement's years; it is about all study, whatever the form."""
    last = chosen.end.year
    return replace(
        chosen,
        start=date(last - wanted.years + 1, 1, 1),
        end=date(last, 12, 31),
        notice_id=None,
        forms=(),
    )


def _hours(counted: Subquery, wanted: HoursRequirement) -> ColumnElement[Any]:
    """Return the hours of a person that count, as PersonReach.counted tells them."""
    if wanted.online:
        return func.coalesce(counted.c.online_hours, NO_HOURS)
    whole = type_coerce(counted.c.hours + counted.c.made_up_hours, Hundredths())
    return func.coalesce(whole, NO_HOURS)


def _conditions(
    hours: ColumnElement[Any], wanted: HoursRequirement
) -> dict[Standing, ColumnElement[bool]]:
    """Return what makes each standing, as PersonReach.standing tells them apart."""
    enough = literal(wanted.hours, Hundredths())
    return {
        Standing.REACHED: hours >= enough,
        Standing.PART: and_(hours > NO_HOURS, hours < enough),
        Standing.NOTHING: and_(hours <= NO_HOURS, hours < enough),
    }


def _row(group: UnitGroup, found: Any) -> StandingRow:
    _, people, reached, part, nothing, hours = found
    return StandingRow(
        key=group.key.hex,
        name=group.name,
        itself=group.itself,
        people=people,
        reached=reached,
        part=part,
        nothing=nothing,
        hours=hours,
    )
