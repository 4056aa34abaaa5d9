"""Who was reached: hours against a requirement, people never reached, absences in a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.hours import HoursRequirement
from jz_training.domain.statistics import StatisticsFilter

Item = TypeVar("Item")

#: From so many absences in a row on, the secretary gets a hint.
LEAST_ABSENCES = 3


class Standing(StrEnum):
    """How far somebody is with the hours required."""

    REACHED = "reached"
    PART = "part"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonReach:
    """What one person was expected at, came to and earned; unit and layer are those of now."""

    person_id: UUID
    name: str
    unit_id: UUID | None
    unit: str
    layer: str
    category: str
    expected: int = 0
    present: int = 0
    unrecorded: int = 0
    made_up: int = 0
    hours: Decimal = Decimal(0)
    online_hours: Decimal = Decimal(0)
    made_up_hours: Decimal = Decimal(0)

    @property
    def all_hours(self) -> Decimal:
        """Return the hours earned, make-ups included."""
        return self.hours + self.made_up_hours

    def counted(self, wanted: HoursRequirement) -> Decimal:
        """Return the hours that count for a requirement: online ones only where it says so."""
        return self.online_hours if wanted.online else self.all_hours

    def standing(self, wanted: HoursRequirement) -> Standing:
        """Return how far the person is."""
        hours = self.counted(wanted)
        if hours >= wanted.hours:
            return Standing.REACHED
        return Standing.PART if hours > 0 else Standing.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRow:
    """How far the persons of one unit are: how many of each standing, and their hours."""

    key: str
    name: str
    itself: bool
    people: int
    reached: int
    part: int
    nothing: int
    hours: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursStanding:
    """How far everybody is with one requirement, in the years from `first_year` to `last_year`.

    `units` are the direct parts of the unit chosen by `filter`; the persons of one are read when
    somebody asks for them (`of_unit`).
    """

    filter: StatisticsFilter
    requirement: HoursRequirement
    first_year: int
    last_year: int
    units: tuple[StandingRow, ...]

    def of_unit(self, row: StandingRow) -> StatisticsFilter:
        """Return the filter that means the persons of one line."""
        return replace(self.filter, unit_id=UUID(hex=row.key), itself=row.itself)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreached:
    """People of the roster whom nothing reached, told apart; in order of unit and name.

    `never_came` were expected and neither came nor made anything up; `never_expected` stood on no
    list at all.
    """

    never_came: tuple[PersonReach, ...]
    never_expected: tuple[PersonReach, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """One training that somebody was absent from."""

    training_id: UUID
    title: str
    start: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceHint:
    """Somebody absent several times in a row: for the secretary only, to ask what is the matter."""

    person_id: UUID
    name: str
    unit: str
    missed: tuple[Missed, ...]


def absences_in_a_row(lines: Iterable[tuple[AttendanceStatus, Item]]) -> list[Item]:
    """Return what somebody was absent from since coming or being excused last.

    `lines` are all trainings the person was expected at, in order of time. Coming ends a run;
    leave ends it too and counts for nothing; what is unrecorded is not known and is passed over.
    """
    run: list[Item] = []
    for status, item in lines:
        if status is AttendanceStatus.ABSENT:
            run.append(item)
        elif status is not AttendanceStatus.UNRECORDED:
            run.clear()
    return run
