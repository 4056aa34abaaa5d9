"""A series is what its rule says, counted by hand as well."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.repetition import MOST, Pattern, Repetition, SkipReason, Slot
from jz_training.domain.working_calendar import HolidayTable, SpecialDay, WorkingCalendar
from jz_training.errors import Refused
from jz_training.services.series import series_of

AFTERNOON = Slot(start=time(15), end=time(16, 30))
NO_TABLES = WorkingCalendar()
FIRST = date(2026, 3, 2)  # a Monday


def rule(pattern: Pattern = Pattern.WEEKLY, **facts: Any) -> Repetition:
    given_facts: dict[str, Any] = {"first": FIRST, "slots": (AFTERNOON,), "weekdays": (0,)}
    return Repetition(pattern=pattern, **(given_facts | facts))


def days_of(one: Repetition, calendar: WorkingCalendar = NO_TABLES) -> list[date]:
    return [made.start.date() for made in series_of(one, calendar).occurrences]


def naive(one: Repetition) -> list[date]:
    """Count a weekly rule day by day."""
    last = one.until
    assert last is not None
    monday = one.first - timedelta(days=one.first.weekday())
    found = set(one.include)
    day = one.first
    while day <= last:
        week = (day - monday).days // 7
        wanted = day.weekday() in one.weekdays and week % one.every == 0
        off = one.skip_days_off and day.weekday() >= 5
        if wanted and day not in one.exclude and not off:
            found.add(day)
        day += timedelta(days=1)
    return sorted(found)


NEAR = st.integers(0, 120).map(lambda n: FIRST + timedelta(days=n))


@given(
    first=NEAR,
    length=st.integers(0, 150),
    every=st.integers(1, 4),
    weekdays=st.sets(st.integers(0, 6), min_size=1).map(tuple),
    include=st.sets(NEAR, max_size=4).map(tuple),
    exclude=st.sets(NEAR, max_size=9).map(tuple),
    skip=st.booleans(),
)
def test_a_weekly_series_equals_a_count_day_by_day(
    first, length, every, weekdays, include, exclude, skip
):
    one = rule(
        first=first, until=first + timedelta(days=length), every=every, weekdays=weekdays,
        include=include, exclude=exclude, skip_days_off=skip,
    )  # fmt: skip
    assert days_of(one) == naive(one)


def test_the_first_friday_of_every_month():
    one = rule(Pattern.MONTHLY_WEEKDAY, weekdays=(4,), nth=1, count=3)
    assert days_of(one) == [date(2026, 3, 6), date(2026, 4, 3), date(2026, 5, 1)]


def test_the_last_weekday_of_a_month():
    one = rule(Pattern.MONTHLY_WEEKDAY, weekdays=(0,), nth=-1, count=2)
    assert days_of(one) == [date(2026, 3, 30), date(2026, 4, 27)]


def test_a_shift_comes_round_every_four_days_with_three_slots_a_day():
    slots = tuple(
        Slot(start=time(hour), end=time(hour + 1), name=name)
        for hour, name in ((6, "早班"), (14, "中班"), (22, "夜班"))
    )
    made = series_of(rule(Pattern.EVERY_DAYS, every=4, count=2, slots=slots), NO_TABLES)
    assert [(one.start, one.slot) for one in made.occurrences][3:] == [
        (datetime(2026, 3, 6, 6), "早班"),
        (datetime(2026, 3, 6, 14), "中班"),
        (datetime(2026, 3, 6, 22), "夜班"),
    ]


def test_29_february_every_year_says_which_years_have_none():
    one = rule(Pattern.YEARLY, first=date(2028, 2, 29), until=date(2032, 12, 31))
    made = series_of(one, NO_TABLES)
    assert [x.start.year for x in made.occurrences] == [2028, 2032]
    assert [(x.words, x.reason) for x in made.skipped] == [
        (f"{year}-02-29", SkipReason.NO_SUCH_DAY) for year in (2029, 2030, 2031)
    ]


def test_a_holiday_is_passed_over_by_name_and_a_day_worked_in_exchange_is_kept():
    holiday, worked = date(2026, 3, 9), date(2026, 3, 15)
    table = HolidayTable(
        year=2026,
        days=(
            SpecialDay(day=holiday, name="厂庆", off=True),
            SpecialDay(day=worked, name="厂庆", off=False),
        ),
    )
    one = rule(weekdays=(0, 6), until=date(2026, 3, 16), skip_days_off=True)
    made = series_of(one, WorkingCalendar.of([table]))
    assert [x.start.date() for x in made.occurrences] == [FIRST, worked, date(2026, 3, 16)]
    assert [(x.words, x.name) for x in made.skipped] == [("2026-03-08", ""), ("2026-03-09", "厂庆")]


def test_a_day_included_by_hand_is_kept_though_it_is_a_day_off():
    sunday = date(2026, 3, 8)
    one = rule(Pattern.CHOSEN, include=(sunday,), skip_days_off=True)
    assert days_of(one) == [sunday]


def test_a_series_without_an_end_is_refused():
    with pytest.raises(Refused) as told:
        series_of(rule(), NO_TABLES)
    assert (told.value.field, told.value.fault) == ("until", "missing")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"every": 0, "count": 1}, "every"),
        ({"until": FIRST - timedelta(days=1)}, "until"),
        ({"weekdays": (), "count": 1}, "weekdays"),
        ({"slots": (), "count": 1}, "slots"),
        ({"slots": (Slot(start=time(16), end=time(15)),), "count": 1}, "slots"),
        ({"slots": (AFTERNOON, Slot(start=time(16), end=time(17))), "count": 1}, "slots"),
    ],
)
def test_a_rule_that_means_nothing_names_its_field(facts, field):
    with pytest.raises(Refused) as told:
        series_of(rule(**facts), NO_TABLES)
    assert told.value.field == field


def test_a_series_is_never_longer_than_a_calendar_can_show():
    made = series_of(rule(Pattern.EVERY_DAYS, until=date(2099, 1, 1)), NO_TABLES)
    assert len(made.occurrences) == MOST
    assert made.cut


def test_days_off_do_not_shorten_a_series_before_its_last_day() -> None:
    last = date(2027, 6, 30)
    found = series_of(
        rule(Pattern.EVERY_DAYS, first=date(2026, 1, 1), until=last, skip_days_off=True), NO_TABLES
    )
    assert (found.occurrences[-1].start.date(), found.cut) == (last, False)


def test_a_pattern_of_days_off_without_an_end_in_sight_is_cut() -> None:
    endless = rule(weekdays=(5,), until=date(2999, 1, 1), skip_days_off=True)
    assert series_of(endless, NO_TABLES).cut
