"""Days and times in the short words of lists."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from jz_training.labels.days import clock_words, short_day_words

NOON = datetime(2025, 2, 18, 12, 0)


def test_an_end_after_midnight_is_said_to_be_of_the_next_day() -> None:
    assert clock_words(NOON, NOON + timedelta(hours=2)) == "12:00–14:00"
    assert clock_words(NOON, NOON + timedelta(hours=13)) == "12:00–次日01:00"


def test_a_day_beside_another_names_its_year_only_where_it_differs() -> None:
    today = date(2026, 11, 20)
    assert short_day_words(date(2026, 12, 3), beside=today) == "12月3日"
    assert short_day_words(date(2027, 1, 3), beside=today) == "2027年1月3日"
