"""What batches would come to before they are entered: clashes among them too, unusual times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from jz_training.domain.clashes import Clash
from jz_training.domain.day_warnings import DayWarning
from jz_training.domain.working_calendar import WorkingCalendar

#: A calendar without a workday for so long is not one.
_MOST_DAYS_OFF = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchPreview:
    """Clashes and warnings in the order of the batches."""

    clashes: tuple[tuple[Clash, ...], ...]
    warnings: tuple[tuple[DayWarning, ...], ...]


def spread(
    first: datetime, count: int, *, every: int, calendar: WorkingCalendar, skip_days_off: bool
) -> tuple[datetime, ...]:
    """Return when batches begin, `every` days apart; days off are passed over when asked.

    The first begins when it was said, whatever day that is. Counted in workdays when days off are
    passed over, in days otherwise; with `every` 0 all begin at once.
    """
    starts, day = [], first.date()
    for _ in range(count):
        starts.append(datetime.combine(day, first.time()))
        for _ in range(every):
            day = _next_day(day, calendar, skip_days_off=skip_days_off)
    return tuple(starts)


def _next_day(day: date, calendar: WorkingCalendar, *, skip_days_off: bool) -> date:
    later = day + timedelta(days=1)
    if not skip_days_off:
        return later
    ahead = (later + timedelta(days=n) for n in range(_MOST_DAYS_OFF))
    return next((one for one in ahead if not calendar.of_day(one).kind.off), later)
