"""Which days a view of the calendar shows, and where its arrows lead."""

from __future__ import annotations

from calendar import MONDAY, Calendar, monthrange
from datetime import date, timedelta
from enum import StrEnum

#: Calendars go no further: the day before the first and after the last must exist as well.
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)


class View(StrEnum):
    """How the days are shown."""

    MONTH = "month"
    WEEK = "week"
    LIST = "list"


def weeks_of(day: date) -> tuple[tuple[date, ...], ...]:
    """Return the weeks of a day's month, from Monday, with the days of its neighbours."""
    return tuple(map(tuple, Calendar(MONDAY).monthdatescalendar(day.year, day.month)))


def week_of(day: date) -> tuple[date, ...]:
    """Return the seven days of a day's week, from Monday."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=number) for number in range(7))


def span(view: View, day: date) -> tuple[date, date]:
    """Return the first and the last day a view shows; the list holds a month and nothing more."""
    if view is View.WEEK:
        return week_of(day)[0], week_of(day)[-1]
    if view is View.LIST:
        return day.replace(day=1), day.replace(day=_length(day))
    weeks = weeks_of(day)
    return weeks[0][0], weeks[-1][-1]


def step(view: View, day: date, by: int) -> date:
    """Return the day so many weeks or months away; the 31st becomes the last of a short month."""
    if view is View.WEEK:
        return within(day + timedelta(weeks=by))
    months = day.year * 12 + day.month - 1 + by
    first = within(date(months // 12, months % 12 + 1, 1))
    return first.replace(day=min(day.day, _length(first)))


def within(day: date) -> date:
    """Return the nearest day that the calendar can show."""
    return min(max(day, FIRST), LAST)


def span_title(view: View, day: date) -> str:
    """Return what stands above the days: 2026年11月, or 2026年11月23日–29日."""
    if view is not View.WEEK:
        return f"{day.year}年{day.month}月"
    first, last = span(view, day)
    begin = f"{first.year}年{first.month}月{first.day}日"
    if first.year != last.year:
        return f"{begin}–{last.year}年{last.month}月{last.day}日"
    month = "" if first.month == last.month else f"{last.month}月"
    return f"{begin}–{month}{last.day}日"


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]
