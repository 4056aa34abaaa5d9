"""Days and times in the short words of lists: 11月20日, 15:00–16:30."""

from __future__ import annotations

from datetime import date, datetime


def short_day_words(day: date, *, beside: date) -> str:
    """Return 11月3日, with its year where that is not the one of the day it stands beside."""
    words = f"{day.month}月{day.day}日"
    return words if day.year == beside.year else f"{day.year}年{words}"


def clock_words(start: datetime, end: datetime) -> str:
    """Return 15:00–16:30, or 22:00–次日01:00."""
    next_day = "" if start.date() == end.date() else "次日"
    return f"{start:%H:%M}–{next_day}{end:%H:%M}"
