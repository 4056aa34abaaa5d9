"""Days and times on paper."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from jz_training.documents.dates import clock_words, day_words, weekday_words

NOON = datetime(2025, 2, 18, 12, 0)


def test_days_and_times_are_written_as_the_standard_has_them() -> None:
    assert day_words(date(2025, 2, 8)) == "2025年2月8日"
    assert clock_words(NOON, NOON + timedelta(hours=2)) == "12:00–14:00"
    assert clock_words(NOON, NOON + timedelta(hours=13)) == "12:00–次日01:00"
    assert weekday_words(NOON) == "2025年2月18日（星期二）"
