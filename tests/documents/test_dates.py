"""Days and times on paper."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from jz_training.documents.dates import clock_words, day_words, short_day_words, weekday_words

NOON = datetime(2025, 2, 18, 12, 0)


def test_days_and_times_are_written_as_the_standard_has_them() -> None:
    assert day_words(date(2025, 2, 8)) == "2025年2月8日"
    assert clock_words(NOON, NOON + timedelta(hours=2)) == "12:00–14:00"
    assert clock_words(NOON, NOON + timedelta(hours=13)) == "12:00–次日01:00"
    assert weekday_words(NOON) == "2025年2月18日（星期二）"


def test_a_day_beside_another_names_its_year_only_where_it_differs() -> None:
    today = date(2026, 11, 20)
    assert short_day_words(date(2026, 12, 3), beside=today) == "12月3日"
    assert short_day_words(date(2027, 1, 3), beside=today) == "2027年1月3日"
