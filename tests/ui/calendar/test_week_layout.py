"""Blocks of one time stand side by side and never over each other."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from jz_training.ui.calendar.calendar_span import week_of
from jz_training.ui.calendar.week_layout import Block, lay_out, moved, snapped, stretched
from tests.ui.calendar.test_month_layout import EVENTS, Event

WEEK = week_of(date(2026, 11, 18))
DAY = timedelta(hours=24)


def event(start: str, end: str, *, day: int = 18) -> Event:
    def at(clock: str) -> datetime:
        hour, minute = map(int, clock.split(":"))
        return datetime(2026, 11, day) + timedelta(hours=hour, minutes=minute)

    return Event(at(start), at(end))


def _apart(one: Block[Event], other: Block[Event]) -> bool:
    in_time = one.bottom <= other.top or other.bottom <= one.top
    left, right = sorted((one, other), key=lambda block: block.lane / block.lanes)
    return in_time or (left.lane + 1) / left.lanes <= right.lane / right.lanes


@given(st.lists(EVENTS, max_size=20))
def test_no_two_blocks_of_a_day_overlap(events: list[Event]) -> None:
    for one, other in combinations(lay_out(WEEK, events).blocks, 2):
        assert one.day != other.day or _apart(one, other)


@given(st.lists(EVENTS, max_size=20))
def test_every_training_of_the_week_is_inside_the_hours_shown(events: list[Event]) -> None:
    week = lay_out(WEEK, events)
    shown = [block.entry for block in week.blocks]
    for one in events:
        if WEEK[0] <= one.start.date() <= WEEK[-1]:
            assert one in shown
    for block in week.blocks:
        assert week.first_hour * 60 <= block.top < block.bottom <= week.last_hour * 60
        assert 0 <= block.lane < block.lanes


def test_two_at_once_share_the_width_and_a_third_later_has_it_all() -> None:
    one, other, later = event("9:00", "10:00"), event("9:30", "11:00"), event("11:00", "12:00")
    blocks = {block.entry: block for block in lay_out(WEEK, (one, other, later)).blocks}
    assert (blocks[one].lane, blocks[other].lane, blocks[one].lanes) == (0, 1, 2)
    assert blocks[later].lanes == 1


def test_the_usual_hours_are_shown_and_early_ones_only_when_used() -> None:
    assert (lay_out(WEEK, ()).first_hour, lay_out(WEEK, ()).last_hour) == (7, 21)
    early = lay_out(WEEK, (event("5:40", "6:10"), event("21:00", "22:30")))
    assert (early.first_hour, early.last_hour) == (5, 23)


def test_a_night_is_shown_on_both_of_its_days() -> None:
    night = event("22:00", "25:00")
    assert [(block.day, block.top) for block in lay_out(WEEK, (night,)).blocks] == [
        (2, 22 * 60),
        (3, 0),
    ]


def test_times_move_in_quarters_of_an_hour() -> None:
    assert [snapped(607), snapped(608), snapped(-20), snapped(5000)] == [600, 615, 0, 1425]


def test_a_training_keeps_its_length_when_moved_and_a_quarter_when_shortened() -> None:
    one = event("9:00", "10:30")
    start, end = moved(one, days=1, minutes=-15)
    assert (start, end - start) == (datetime(2026, 11, 19, 8, 45), timedelta(minutes=90))
    assert stretched(one, minutes=-600, longest=DAY)[1] == datetime(2026, 11, 18, 9, 15)
    assert stretched(one, minutes=6000, longest=DAY)[1] == datetime(2026, 11, 19, 9, 0)
