"""Days and times as papers write them: digits and years in full (GB/T 9704 7.3.5.4)."""

from __future__ import annotations

from datetime import date, datetime

_WEEKDAYS = "一二三四五六日"


def day_words(day: date) -> str:
    """Return 2025年2月18日: Arabic digits, nothing padded."""
    return f"{day.year}年{day.month}月{day.day}日"


def weekday_words(day: date) -> str:
    """Return 2025年2月18日（星期二）."""
    return f"{day_words(day)}（星期{_WEEKDAYS[day.weekday()]}）"


def clock_words(start: datetime, end: datetime) -> str:
    """Return 14:30–16:30, or 22:00–次日01:00."""
    next_day = "" if start.date() == end.date() else "次日"
    return f"{start:%H:%M}–{next_day}{end:%H:%M}"


def short_day_words(day: date, *, beside: date) -> str:
    """Return 11月3日, with its year where that is not the one of the day it stands beside."""
    words = f"{day.month}月{day.day}日"
    return words if day.year == beside.year else f"{day.year}年{words}"
