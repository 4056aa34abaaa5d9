"""Months, quarters, half-years and years: the spans in which a count is due again."""

from __future__ import annotations

from datetime import date, timedelta

from jz_training.domain.obligation import Per

#: How many months each span has.
MONTHS = {Per.MONTH: 1, Per.QUARTER: 3, Per.HALF_YEAR: 6, Per.YEAR: 12}


def spans(per: Per, *, since: date, until: date) -> tuple[tuple[date, date], ...]:
    """Return the first and last day of every span from the one of `since` to the one of `until`.

    A count that is due once has one span, from `since` on without an end.
    """
    if per is Per.ONCE:
        return ((since, date.max),)
    months = MONTHS[per]
    first = date(since.year, (since.month - 1) // months * months + 1, 1)
    found = []
    while first <= until:
        after = _months_later(first, months)
        found.append((first, after - timedelta(days=1)))
        first = after
    return tuple(found)


def _months_later(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
