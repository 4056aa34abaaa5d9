"""Months, quarters, half-years and years in which a count is due again."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.obligation import Per
from jz_training.domain.recurrence import MONTHS, spans


@pytest.mark.parametrize(
    ("per", "first", "last"),
    [
        (Per.MONTH, date(2026, 11, 1), date(2026, 11, 30)),
        (Per.QUARTER, date(2026, 10, 1), date(2026, 12, 31)),
        (Per.HALF_YEAR, date(2026, 7, 1), date(2026, 12, 31)),
        (Per.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_first_span_is_the_calendars_own(per: Per, first: date, last: date) -> None:
    day = date(2026, 11, 22)
    assert spans(per, since=day, until=day) == ((first, last),)


def test_what_is_due_once_has_one_span_without_an_end() -> None:
    since = date(2026, 11, 22)
    assert spans(Per.ONCE, since=since, until=since) == ((since, date.max),)


def test_quarters_go_on_over_the_turn_of_the_year() -> None:
    found = spans(Per.QUARTER, since=date(2026, 11, 22), until=date(2027, 4, 1))
    assert [first for first, _ in found] == [
        date(2026, 10, 1), date(2027, 1, 1), date(2027, 4, 1),
    ]  # fmt: skip


def test_the_last_day_of_a_span_does_not_open_the_next() -> None:
    assert len(spans(Per.MONTH, since=date(2026, 2, 1), until=date(2026, 2, 28))) == 1
    assert len(spans(Per.MONTH, since=date(2026, 2, 1), until=date(2026, 3, 1))) == 2


days = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@given(st.sampled_from(sorted(MONTHS)), days, st.integers(0, 1500))
def test_spans_follow_each_other_without_gaps(per: Per, since: date, length: int) -> None:
    until = since + timedelta(days=length)
    found = spans(per, since=since, until=until)
    assert found[0][0] <= since
    assert found[-1][0] <= until <= found[-1][1]
    for (_, last), (first, _) in pairwise(found):
        assert first == last + timedelta(days=1)
