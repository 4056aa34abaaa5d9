"""Every training of a month stands somewhere, on each day it touches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jz_training.ui.calendar.calendar_span import View, span, span_title, step, week_of, weeks_of
from jz_training.ui.calendar.month_layout import by_day, days_of, lay_out


@dataclass(frozen=True)
class Event:
    start: datetime
    end: datetime


DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
EVENTS = st.builds(
    lambda day, minute, length: Event(
        datetime(2026, 11, 1) + timedelta(days=day, minutes=minute),
        datetime(2026, 11, 1) + timedelta(days=day, minutes=minute + length),
    ),
    st.integers(0, 29),
    st.integers(0, 24 * 60 - 1),
    st.integers(1, 24 * 60),
)


@given(st.lists(EVENTS, max_size=20), st.integers(-1, 6))
def test_every_training_of_the_month_is_shown_or_counted(events: list[Event], room: int) -> None:
    cells = lay_out(weeks_of(date(2026, 11, 1)), by_day(events), room=room)
    for event in events:
        (cell,) = (cell for cell in cells if cell.day == event.start.date())
        assert event in cell.shown or cell.more
    placed = sum(len(cell.shown) + cell.more for cell in cells)
    assert placed == sum(len(list(days_of(event))) for event in events)


@given(st.lists(EVENTS, max_size=20), st.integers(0, 6))
def test_no_cell_holds_more_lines_than_it_has(events: list[Event], room: int) -> None:
    for cell in lay_out(weeks_of(date(2026, 11, 1)), by_day(events), room=room):
        assert len(cell.shown) + bool(cell.more) <= max(room, 1)


@given(DAYS)
def test_a_month_is_whole_weeks_from_monday(day: date) -> None:
    weeks = weeks_of(day)
    days = [one for week in weeks for one in week]
    assert (days[0], days[-1]) == span(View.MONTH, day)
    assert all(week == week_of(week[3]) for week in weeks)
    assert {one for one in days if one.month == day.month} >= {day, day.replace(day=1)}


def test_a_training_that_ends_at_midnight_stays_on_its_day() -> None:
    night = Event(datetime(2026, 11, 20, 22), datetime(2026, 11, 21))
    assert list(days_of(night)) == [date(2026, 11, 20)]


@given(DAYS, st.sampled_from(View), st.integers(-30, 30))
def test_going_on_and_back_shows_the_same_days(day: date, view: View, by: int) -> None:
    there = step(view, day, by)
    assert span(view, step(view, there, -by)) == span(view, day)


def test_the_last_of_january_leads_to_the_last_of_february() -> None:
    assert step(View.MONTH, date(2028, 1, 31), 1) == date(2028, 2, 29)


def test_the_calendar_ends_without_a_fault() -> None:
    assert step(View.MONTH, date(2199, 12, 31), 5) == date(2199, 12, 31)
    assert step(View.WEEK, date(1900, 1, 1), -9) == date(1900, 1, 1)


def test_titles_say_what_is_shown() -> None:
    assert span_title(View.LIST, date(2026, 11, 5)) == "2026年11月"
    assert span_title(View.WEEK, date(2026, 11, 25)) == "2026年11月23日–29日"
    assert span_title(View.WEEK, date(2026, 11, 30)) == "2026年11月30日–12月6日"
    assert span_title(View.WEEK, date(2026, 12, 31)) == "2026年12月28日–2027年1月3日"
