"""Days and times in the short words of lists: 11月20日, 15:00–16:30."""

from __future__ import annotations

from datetime import date, datetime


def short_day_words(day: date, *, beside: date) -> str:
    """Return 11月3日, with its year where that is not the one of the day it stands beside."""
    words = f"{day.month}月{day.day}日"
    return words if day.year == beside.year else f"{day.year}年{words}"


def clock_words(start: datetime, end: datetime, *, parts: int = 0) -> str:
    """Return 15:00–16:30, 22:00–次日01:00, or 08:30 至 11月22日 17:30（6 课次）.

    `parts` is the number of parts of the training, 0 without any.
    """
    told = f"（{parts} 课次）" if parts else ""
    days = (end.date() - start.date()).days
    if not days:
        return f"{start:%H:%M}–{end:%H:%M}{told}"
    if days == 1 and not parts:
        return f"{start:%H:%M}–次日{end:%H:%M}"
    return f"{start:%H:%M} 至 {short_day_words(end, beside=start)} {end:%H:%M}{told}"
