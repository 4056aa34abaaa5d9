"""The weeks of a month's page and what of a day's trainings its square has room for."""

from __future__ import annotations

from calendar import MONDAY, Calendar
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jz_training.domain.meeting_papers import MonthEntry

#: A title takes at most so many lines of its square; … marks that there is more of it.
LINES_OF_ENTRY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """What a day's square shows: lines of text, and how many trainings found no room."""

    lines: tuple[str, ...]
    more: int


def weeks_of(year: int, month: int) -> list[list[date]]:
    """Return the weeks of a month, from Monday, with the days of its neighbours."""
    return Calendar(MONDAY).monthdatescalendar(year, month)


def by_day(entries: Iterable[MonthEntry]) -> Mapping[date, tuple[MonthEntry, ...]]:
    """Return the trainings of each day, the earliest first."""
    days: dict[date, list[MonthEntry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (entry.start, entry.title)):
        days[entry.start.date()].append(entry)
    return {day: tuple(found) for day, found in days.items()}


def square(
    entries: Sequence[MonthEntry],
    *,
    room: int,
    broken: Callable[[MonthEntry], Sequence[str]],
) -> Square:
    """Return what fits into `room` lines; where not all fit, the last line is left for 另有 n 场.

    Titles are shortened to one line before a training is left out.
    """
    for most in range(LINES_OF_ENTRY, 0, -1):
        texts = [_shortened(broken(entry), most) for entry in entries]
        if sum(map(len, texts)) <= room:
            return Square(lines=tuple(line for text in texts for line in text), more=0)
    kept = [_shortened(broken(entry), 1) for entry in entries[: max(0, room - 1)]]
    return Square(
        lines=tuple(line for text in kept for line in text), more=len(entries) - len(kept)
    )


def _shortened(lines: Sequence[str], most: int) -> list[str]:
    if len(lines) <= most:
        return list(lines)
    return [*lines[: most - 1], f"{lines[most - 1][:-1]}…"]
