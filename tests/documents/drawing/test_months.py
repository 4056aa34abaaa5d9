"""Months to scale: each day inside its month, lines never crowded, any dates at all."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jz_training.documents.drawing.months import NARROWEST, Months

TODAY = date(2026, 11, 20)


def test_days_stand_in_proportion() -> None:
    months = Months.of([date(2026, 10, 5), date(2026, 12, 1)], today=TODAY)
    assert months.place(date(2026, 10, 1)) == 0
    assert months.place(date(2026, 12, 31)) + months.one_day == 1
    assert months.place(date(2026, 11, 1)) == 31 / 92


def test_today_is_shown_unless_it_is_far() -> None:
    assert Months.of([date(2026, 9, 5)], today=TODAY).shows(TODAY)
    assert not Months.of([date(2025, 9, 5)], today=TODAY).shows(TODAY)
    assert Months.of([], today=TODAY).shows(TODAY)


def test_the_year_is_named_at_the_beginning_and_in_january() -> None:
    months = Months.of([date(2026, 11, 5), date(2027, 2, 1)], today=TODAY)
    assert [name for _, name in months.lines(400)] == ["2026年11月", "12月", "2027年1月", "2月"]


@given(st.lists(st.dates(), min_size=1, max_size=5), st.dates())
def test_any_dates_are_on_the_scale_and_no_line_is_crowded(days: list[date], today: date) -> None:
    months = Months.of(days, today=today)
    for day in days:
        assert 0 <= months.place(day) < 1
    places = [place * 400 for place, _ in months.lines(400)]
    gaps = [later - sooner for sooner, later in pairwise(places)]
    assert all(gap >= NARROWEST * 0.9 for gap in gaps)
