"""What to think about before a training is put on a day: holiday, weekend, late hour, past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from jz_training.domain.working_calendar import DayKind, WorkingCalendar

#: Before and after these hours a training is unusual, and possibly a slip of the pen.
EARLY, LATE = time(7), time(21)


class DayWarningCode(StrEnum):
    """Why a day or hour is unusual; `labels` has the sentences."""

    HOLIDAY = "holiday"
    WEEKEND = "weekend"
    MAKEUP = "makeup"  # good to know: a weekend day on which people work
    UNKNOWN_YEAR = "unknown_year"
    PAST = "past"
    ODD_HOUR = "odd_hour"
    OVER_MIDNIGHT = "over_midnight"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWarning:
    """One warning, with the name of the holiday where there is one."""

    code: DayWarningCode
    name: str = ""


def day_warnings(
    start: datetime, end: datetime, *, calendar: WorkingCalendar, now: datetime
) -> tuple[DayWarning, ...]:
    """Return what is unusual about a time, the weightiest first; nothing is forbidden."""
    found = []
    info = calendar.of_day(start.date())
    codes = {
        DayKind.HOLIDAY: DayWarningCode.HOLIDAY,
        DayKind.WEEKEND: DayWarningCode.WEEKEND,
        DayKind.MAKEUP: DayWarningCode.MAKEUP,
    }
    if info.kind in codes:
        found.append(DayWarning(code=codes[info.kind], name=info.name))
    if not info.known:
        found.append(DayWarning(code=DayWarningCode.UNKNOWN_YEAR, name=str(start.year)))
    if start < now:
        found.append(DayWarning(code=DayWarningCode.PAST))
    if end.date() > start.date() and end.time() != time(0):
        found.append(DayWarning(code=DayWarningCode.OVER_MIDNIGHT))
    elif start.time() < EARLY or start.time() >= LATE or end.time() > time(22):
        found.append(DayWarning(code=DayWarningCode.ODD_HOUR))
    return tuple(found)
