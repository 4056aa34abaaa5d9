"""When a training is held, in the words of lists: 11月20日 15:00–16:30."""

from __future__ import annotations

from datetime import date, datetime

from jz_training.labels.days import clock_words, short_day_words


def day_words(day: date, *, today: date) -> str:
    """Return 11月20日, with the year when it is not this one."""
    return short_day_words(day, beside=today)


def time_words(start: datetime, end: datetime, *, parts: int = 0) -> str:
    """Return 15:00–16:30, 22:00–次日01:00, or of several days until when, with their parts."""
    return clock_words(start, end, parts=parts)


def when_words(start: datetime, end: datetime, *, today: date, parts: int = 0) -> str:
    """Return day and time of a training: 11月20日 08:30 至 11月22日 17:30（6 课次）."""
    return f"{day_words(start.date(), today=today)} {time_words(start, end, parts=parts)}"


def weekday_words(day: date) -> str:
    """Return 11月22日 星期日."""
    return f"{day.month}月{day.day}日 星期{'一二三四五六日'[day.weekday()]}"
