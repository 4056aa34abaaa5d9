"""Where the trainings of a week stand: by day and minute, those of one time side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Generic, TypeVar

from jz_training.ui.calendar.month_layout import Timed, days_of

E = TypeVar("E", bound=Timed)

#: The hours that are always there (domain.day_warnings: outside of them a training is unusual).
FIRST_HOUR, LAST_HOUR = 7, 21
#: Times are moved in steps of so many minutes.
STEP = 15
#: A training is drawn at least as high as so many minutes, to be hit and read.
LEAST = 30

_DAY = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Generic[E]):
    """A training, or its part on one day: minutes since midnight, `lane` of `lanes` columns."""

    entry: E
    day: int
    top: int
    bottom: int
    lane: int
    lanes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLayout(Generic[E]):
    """The blocks of a week and the hours it shows."""

    blocks: tuple[Block[E], ...] = ()
    first_hour: int = FIRST_HOUR
    last_hour: int = LAST_HOUR

    @property
    def minutes(self) -> int:
        """Return how many minutes are shown."""
        return (self.last_hour - self.first_hour) * 60


def lay_out(days: Sequence[date], entries: Iterable[E]) -> WeekLayout[E]:
    """Return a week; its hours grow where a training begins earlier or ends later."""
    parts: dict[int, list[_Part[E]]] = defaultdict(list)
    places = {day: number for number, day in enumerate(days)}
    for entry in entries:
        for day in days_of(entry):
            if day in places:
                parts[places[day]].append(_part(entry, day))
    blocks = tuple(
        block for number in sorted(parts) for block in _side_by_side(number, parts[number])
    )
    return WeekLayout(
        blocks=blocks,
        first_hour=min((FIRST_HOUR, *(block.top // 60 for block in blocks))),
        last_hour=max((LAST_HOUR, *(-(-block.bottom // 60) for block in blocks))),
    )


def snapped(minutes: float) -> int:
    """Return the nearest step to some minutes since midnight, on the same day."""
    return min(max(0, round(minutes / STEP) * STEP), _DAY - STEP)


def moved(entry: Timed, *, days: int, minutes: int) -> tuple[datetime, datetime]:
    """Return a training's times after a move by days and minutes; its length stays."""
    by = timedelta(days=days, minutes=minutes)
    return entry.start + by, entry.end + by


def stretched(entry: Timed, *, minutes: int, longest: timedelta) -> tuple[datetime, datetime]:
    """Return a training's times when its end is moved: one step long at least, `longest` at most.

    An end between two steps goes to the nearest one.
    """
    length = entry.end - entry.start + timedelta(minutes=minutes)
    return entry.start, entry.start + min(max(length, timedelta(minutes=STEP)), longest)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part(Generic[E]):
    entry: E
    top: int
    bottom: int


def _part(entry: E, day: date) -> _Part[E]:
    midnight = datetime.combine(day, time.min)
    top = max(0, int((entry.start - midnight).total_seconds() // 60))
    bottom = min(_DAY, int((entry.end - midnight).total_seconds() // 60))
    top = min(top, _DAY - LEAST)
    return _Part(entry=entry, top=top, bottom=max(bottom, top + LEAST))


def _side_by_side(day: int, parts: Sequence[_Part[E]]) -> Iterable[Block[E]]:
    """Return the blocks of a day: those that hang together in time share its width equally."""
    group: list[_Part[E]] = []
    until = -1
    for part in sorted(parts, key=lambda part: (part.top, -part.bottom)):
        if group and part.top >= until:
            yield from _lanes(day, group)
            group = []
        group.append(part)
        until = max(until, part.bottom) if len(group) > 1 else part.bottom
    yield from _lanes(day, group)


def _lanes(day: int, group: Sequence[_Part[E]]) -> Iterable[Block[E]]:
    ends: list[int] = []
    places = []
    for part in group:
        lane = next((at for at, end in enumerate(ends) if end <= part.top), len(ends))
        ends[lane : lane + 1] = [part.bottom]
        places.append(lane)
    return [
        Block(entry=part.entry, day=day, top=part.top, bottom=part.bottom, lane=at, lanes=len(ends))
        for part, at in zip(group, places, strict=True)
    ]
