"""The geometry of a timeline (时间表和路线图): whole months, and where a day and a task stand.

Screen and paper draw the same picture from it; lengths are shares of the width, 0 to 1.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jz_training.domain.task import TaskDraft

#: A timeline is never shorter: a single task would else fill it from edge to edge.
LEAST_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the beginning of one day to the end of another, as shares of the width."""

    begin: float
    end: float

    @property
    def length(self) -> float:
        """Return how much of the width it takes."""
        return self.end - self.begin


@dataclass(frozen=True, slots=True)
class Timeline:
    """The time shown: from the first day of a month to the last day of another."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Return how many days there are."""
        return (self.last - self.first).days + 1

    def at(self, day: date) -> float:
        """Return where a day begins; days outside stand at the edge."""
        return min(1.0, max(0.0, (day - self.first).days / self.days))

    def stretch(self, first: date, last: date) -> Stretch:
        """Return where days from one to another stand, both included."""
        return Stretch(self.at(first), min(1.0, self.at(last) + 1 / self.days))

    def months(self) -> tuple[date, ...]:
        """Return the first days of the months shown."""
        year, month = self.first.year, self.first.month
        found = []
        while (year, month) <= (self.last.year, self.last.month):
            found.append(date(year, month, 1))
            year, month = _next(year, month)
        return tuple(found)


def days_of(task: TaskDraft) -> tuple[date, date] | None:
    """Return from when to when a task runs; with one day known it is that day, else None."""
    first, last = task.start or task.due, task.due or task.start
    if first is None or last is None:
        return None
    return min(first, last), max(first, last)


def timeline_of(tasks: Iterable[TaskDraft], *, today: date) -> Timeline:
    """Return the months that hold every day of the tasks, and today."""
    spans = [span for task in tasks if (span := days_of(task)) is not None]
    first = min([today, *(span[0] for span in spans)])
    last = max([today, *(span[1] for span in spans)])
    year, month = first.year, first.month
    for _ in range(LEAST_MONTHS - 1):
        if (year, month) < (9999, 12):
            year, month = _next(year, month)
    last = max(last, date(year, month, 1))
    return Timeline(first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1]))


def _next(year: int, month: int) -> tuple[int, int]:
    return (year, month + 1) if month < 12 else (year + 1, 1)
