"""Which trainings stand on which day of a month, and how many find no room there (no Qt)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Generic, Protocol, TypeVar


class Timed(Protocol):
    """Anything with a beginning and an end."""

    @property
    def start(self) -> datetime:
        """Return when it begins."""
        ...

    @property
    def end(self) -> datetime:
        """Return when it is over."""
        ...


E = TypeVar("E", bound=Timed)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCell(Generic[E]):
    """A day: `shown` are the trainings with a chip, `more` how many are behind +n 更多."""

    day: date
    row: int
    column: int
    shown: tuple[E, ...] = ()
    more: int = 0


def days_of(entry: Timed) -> Iterable[date]:
    """Return the days a training touches; one that ends at midnight does not touch the next."""
    day = entry.start.date()
    yield day
    while datetime.combine(day + timedelta(days=1), time.min) < entry.end:
        day += timedelta(days=1)
        yield day


def by_day(entries: Iterable[E]) -> Mapping[date, tuple[E, ...]]:
    """Return the trainings of each day in the order given, which is that of time."""
    found: dict[date, list[E]] = defaultdict(list)
    for entry in entries:
        for day in days_of(entry):
            found[day].append(entry)
    return {day: tuple(several) for day, several in found.items()}


def lay_out(
    weeks: Sequence[Sequence[date]], entries: Mapping[date, Sequence[E]], *, room: int
) -> tuple[DayCell[E], ...]:
    """Return the cells of a month; `room` is how many lines there are, the last for +n 更多.

    A cell without room for a line counts all its trainings as more.
    """
    return tuple(
        _cell(day, row, column, entries.get(day, ()), max(0, room))
        for row, week in enumerate(weeks)
        for column, day in enumerate(week)
    )


def _cell(day: date, row: int, column: int, entries: Sequence[E], room: int) -> DayCell[E]:
    kept = len(entries) if len(entries) <= room else max(0, room - 1)
    return DayCell(
        day=day, row=row, column=column, shown=tuple(entries[:kept]), more=len(entries) - kept
    )
