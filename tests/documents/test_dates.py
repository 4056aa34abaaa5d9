"""Days on paper."""

from __future__ import annotations

from datetime import date

from jz_training.documents.dates import day_words, weekday_words


def test_days_are_written_as_the_standard_has_them() -> None:
    assert day_words(date(2025, 2, 8)) == "2025年2月8日"
    assert weekday_words(date(2025, 2, 18)) == "2025年2月18日（星期二）"
