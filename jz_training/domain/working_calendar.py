"""Working days, weekends, holidays and 调休, from tables that were imported (domain.md §7).

The State Council publishes the table of a year around the November before. A year without a table
is not guessed at: its days are told as workdays and weekends, and as not certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum


class DayKind(StrEnum):
    """What a day is for those who work by the calendar."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKEUP = "makeup"  # a weekend day worked in exchange (调休上班)

    @property
    def off(self) -> bool:
        """Tell whether people are at home."""
        return self in (DayKind.WEEKEND, DayKind.HOLIDAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDay:
    """A day that the table of its year names: off, or worked in exchange."""

    day: date
    name: str
    off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayInfo:
    """A day with its kind and, where a table names it, its holiday; `known` False: no table."""

    day: date
    kind: DayKind
    name: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayTable:
    """The holidays and 调休 workdays of one year."""

    year: int
    days: tuple[SpecialDay, ...]


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The tables there are. A year that none speaks of is unknown."""

    _years: frozenset[int] = frozenset()
    _days: Mapping[date, SpecialDay] = field(default_factory=dict)

    @classmethod
    def of(cls, tables: Iterable[HolidayTable]) -> WorkingCalendar:
        """Return the calendar of some tables; of two for one year the later one counts."""
        by_year = {table.year: table for table in tables}
        days = {day.day: day for table in by_year.values() for day in table.days}
        return cls(frozenset(by_year), days)

    def knows(self, year: int) -> bool:
        """Tell whether the table of a year was imported."""
        return year in self._years

    def of_day(self, day: date) -> DayInfo:
        """Return what a day is."""
        special = self._days.get(day)
        known = self.knows(day.year)
        if special is not None:
            kind = DayKind.HOLIDAY if special.off else DayKind.MAKEUP
            return DayInfo(day=day, kind=kind, name=special.name, known=known)
        kind = DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WORKDAY
        return DayInfo(day=day, kind=kind, known=known)

    def next_workday(self, day: date) -> date:
        """Return the day itself when it is worked, else the first one after it that is."""
        while self.of_day(day).kind.off:
            day += timedelta(days=1)
        return day
