"""The time of a planned item, as it is typed and as it is shown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.ui.plans.span_words import Span, parse_span, span_shown

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("11月", "2026-11-01", "2026-11-30"),
        ("2027年2月", "2027-02-01", "2027-02-28"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("1月", "2027-01-01", "2027-01-31"),  # the nearest one
        ("11-20", "2026-11-20", "2026-11-20"),
        ("1120", "2026-11-20", "2026-11-20"),
        ("明天", "2026-11-23", "2026-11-23"),
        ("11-20至12-05", "2026-11-20", "2026-12-05"),
        ("11 月 20 日 到 12 月 5 日", "2026-11-20", "2026-12-05"),
        ("10月~11月", "2026-10-01", "2026-11-30"),
        ("11月上旬", "2026-11-01", "2026-11-10"),
        ("2月下旬", "2027-02-21", "2027-02-28"),
        ("12月底前", None, "2026-12-31"),
        ("11-30之前", None, "2026-11-30"),
        ("12月起", "2026-12-01", None),
        ("", None, None),
    ],
)
def test_a_time_is_understood_as_people_write_it(typed, first, last):
    found = parse_span(typed, today=TODAY)
    assert found == Span(*(day and date.fromisoformat(day) for day in (first, last)))


@pytest.mark.parametrize("typed", ["很快", "13月", "11-31", "1-2至3-4至5-6", "0000年1月", "前"])
def test_what_is_not_understood_is_no_time(typed):
    assert parse_span(typed, today=TODAY) is None


_DAYS = st.none() | st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(first=_DAYS, last=_DAYS)
def test_what_is_shown_is_read_as_the_same(first, last):
    if first is not None and last is not None:
        first, last = min(first, last), max(first, last)
    span = Span(first, last)
    assert parse_span(span_shown(span), today=TODAY) == span
