"""Holidays and 调休 come from tables; a year without one is not guessed at."""

from __future__ import annotations

from datetime import date

import pytest

from jz_training.domain.working_calendar import DayKind, HolidayTable, SpecialDay, WorkingCalendar
from jz_training.paths import resources
from jz_training.readers.holidays import read_holidays


@pytest.fixture(scope="module")
def calendar() -> WorkingCalendar:
    tables = sorted((resources() / "calendar").glob("*.json"))
    return WorkingCalendar.of(map(read_holidays, tables))


@pytest.mark.parametrize(
    ("day", "kind", "name"),
    [
        (date(2026, 2, 17), DayKind.HOLIDAY, "春节"),
        (date(2026, 2, 14), DayKind.MAKEUP, "春节"),
        (date(2026, 2, 24), DayKind.WORKDAY, ""),
        (date(2026, 9, 20), DayKind.MAKEUP, "国庆节"),
        (date(2025, 10, 8), DayKind.HOLIDAY, "国庆节、中秋节"),
        (date(2025, 10, 11), DayKind.MAKEUP, "国庆节、中秋节"),
        (date(2026, 11, 22), DayKind.WEEKEND, ""),
    ],
)
def test_a_day_is_what_its_table_says(calendar, day, kind, name):
    info = calendar.of_day(day)
    assert (info.kind, info.name, info.known) == (kind, name, True)


@pytest.mark.parametrize(("year", "off", "worked"), [(2025, 28, 5), (2026, 33, 6)])
def test_a_year_has_as_many_days_off_as_were_published(calendar, year, off, worked):
    table = read_holidays(resources() / "calendar" / f"{year}.json")
    assert sum(day.off for day in table.days) == off
    assert sum(not day.off for day in table.days) == worked


def test_a_day_worked_in_exchange_is_always_a_weekend_day(calendar):
    for year in (2025, 2026):
        table = read_holidays(resources() / "calendar" / f"{year}.json")
        assert all(day.day.weekday() >= 5 for day in table.days if not day.off)


def test_a_year_without_a_table_is_not_known(calendar):
    info = calendar.of_day(date(2027, 1, 1))
    assert (info.kind, info.known) == (DayKind.WORKDAY, False)
    assert not calendar.knows(2027)


def test_the_next_workday_passes_over_holidays_and_takes_days_worked_in_exchange(calendar):
    assert calendar.next_workday(date(2026, 10, 1)) == date(2026, 10, 8)
    assert calendar.next_workday(date(2026, 10, 10)) == date(2026, 10, 10)


def test_of_two_tables_of_a_year_the_later_one_counts():
    day = date(2030, 1, 1)
    old = HolidayTable(year=2030, days=(SpecialDay(day=day, name="旧", off=True),))
    new = HolidayTable(year=2030, days=(SpecialDay(day=day, name="新", off=False),))
    assert WorkingCalendar.of([old, new]).of_day(day).name == "新"
