"""Days as papers write them: digits and years in full (GB/T 9704 7.3.5.4)."""

from __future__ import annotations

from datetime import date

_WEEKDAYS = "一二三四五六日"


def day_words(day: date) -> str:
    """Return 2025年2月18日: Arabic digits, nothing padded."""
    return f"{day.year}年{day.month}月{day.day}日"


def weekday_words(day: date) -> str:
    """Return 2025年2月18日（星期二）."""
    return f"{day_words(day)}（星期{_WEEKDAYS[day.weekday()]}）"
