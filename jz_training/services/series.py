"""Counting out the rule of a series: dateutil gives the days, the calendar takes days off out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from dateutil import rrule

from jz_training.domain.repetition import (
    MOST,
    Occurrence,
    Pattern,
    Repetition,
    Series,
    SkippedDay,
    SkipReason,
    faults,
)
from jz_training.domain.working_calendar import WorkingCalendar
from jz_training.errors import Refused

#: Days of a pattern that are looked at: enough for a series of MOST of which most are days off.
MOST_DAYS = 5 * MOST


def series_of(rule: Repetition, calendar: WorkingCalendar) -> Series:
    """Return the trainings a rule comes to, in order of time, and the days left out with why.

    Raises Refused with the field at fault.
    """
    for field, code in faults(rule).items():
        raise Refused(field, code)
    days: set[date] = set(rule.include)
    skipped = []
    pattern = list(_pattern_days(rule))
    for day in pattern:
        reason, name = _left_out(day, rule, calendar)
        if reason is None or day in days:
            days.add(day)
        else:
            skipped.append(SkippedDay(words=day.isoformat(), reason=reason, name=name))
    skipped += _days_that_are_not(rule)
    found = [one for day in sorted(days) for one in _of_day(day, rule)]
    return Series(
        occurrences=tuple(found[:MOST]),
        skipped=tuple(skipped),
        cut=len(found) > MOST or len(pattern) > MOST_DAYS,
    )


def _left_out(
    day: date, rule: Repetition, calendar: WorkingCalendar
) -> tuple[SkipReason | None, str]:
    if day in rule.exclude:
        return SkipReason.EXCLUDED, ""
    info = calendar.of_day(day)
    if rule.skip_days_off and info.kind.off:
        return SkipReason.DAY_OFF, info.name
    return None, ""


def _of_day(day: date, rule: Repetition) -> Iterator[Occurrence]:
    for slot in sorted(rule.slots, key=lambda slot: slot.start):
        yield Occurrence(
            start=datetime.combine(day, slot.start),
            end=datetime.combine(day, slot.end),
            slot=slot.name,
        )


def _pattern_days(rule: Repetition) -> Iterator[date]:
    """Yield the days of the pattern; one more than MOST_DAYS tells that it is too long."""
    if rule.pattern is Pattern.CHOSEN:
        return
    found = rrule.rrule(
        dtstart=datetime.combine(rule.first, time.min),
        interval=rule.every,
        until=None if rule.until is None else datetime.combine(rule.until, time.min),
        **_frequency(rule),
    )
    most = MOST_DAYS + 1 if rule.count is None else min(rule.count, MOST_DAYS + 1)
    for number, day in enumerate(found):
        if number == most:
            return
        yield day.date()


def _frequency(rule: Repetition) -> dict[str, Any]:
    first = rule.first
    if rule.pattern is Pattern.WEEKLY:
        return {"freq": rrule.WEEKLY, "byweekday": rule.weekdays}
    if rule.pattern is Pattern.MONTHLY_DAY:
        return {"freq": rrule.MONTHLY, "bymonthday": first.day}
    if rule.pattern is Pattern.MONTHLY_WEEKDAY:
        weekday = rule.weekdays[0] if rule.weekdays else first.weekday()
        return {"freq": rrule.MONTHLY, "byweekday": rrule.weekday(weekday, rule.nth)}
    if rule.pattern is Pattern.YEARLY:
        return {"freq": rrule.YEARLY, "bymonth": first.month, "bymonthday": first.day}
    return {"freq": rrule.DAILY}


def _days_that_are_not(rule: Repetition) -> Iterator[SkippedDay]:
    """Yield the 31sts and 29ths of February that a month or year does not have, until the end."""
    if rule.pattern not in (Pattern.MONTHLY_DAY, Pattern.YEARLY) or rule.first.day <= 28:
        return
    last = max(_pattern_days(rule), default=rule.first) if rule.until is None else rule.until
    step = rule.every * (12 if rule.pattern is Pattern.YEARLY else 1)
    month = rule.first.year * 12 + rule.first.month - 1
    while month <= last.year * 12 + last.month - 1:
        year, number = month // 12, month % 12 + 1
        if not _exists(year, number, rule.first.day):
            yield SkippedDay(
                words=f"{year}-{number:02}-{rule.first.day}", reason=SkipReason.NO_SUCH_DAY
            )
        month += step


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
