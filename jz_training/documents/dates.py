"""Days and times as papers write them: digits and years in full (GB/T 9704 7.3.5.4)."""

from __future__ import annotations

from calendar import monthrange
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


def stretch_words(first: date | None, last: date | None) -> str:
    """Return when something is to be held: 2026年11月, 2026年11月3日至14日, 2026年11月3日前.

    A month from its first day to its last is the month; nothing known gives nothing.
    """
    if first is None or last is None:
        only = first or last
        if only is None:
            return ""
        return f"{day_words(only)}{'起' if last is None else '前'}"
    if first == last:
        return day_words(first)
    months = _months_words(first, last)
    return months or f"{day_words(first)}至{_end_words(first, last)}"


def _months_words(first: date, last: date) -> str:
    """Return 2026年11月 or 2026年10月至12月 for whole months, nothing for anything else."""
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return ""
    begin = f"{first.year}年{first.month}月"
    if (first.year, first.month) == (last.year, last.month):
        return begin
    year = "" if first.year == last.year else f"{last.year}年"
    return f"{begin}至{year}{last.month}月"


def _end_words(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{last.day}日"
    return short_day_words(last, beside=first)
