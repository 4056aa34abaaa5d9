"""A training as it stands in the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from jz_training.domain.training import TrainingForm, TrainingState


class EntryPart(NamedTuple):
    """A part of a training of the calendar."""

    name: str
    start: datetime
    end: datetime


class CalendarEntry(NamedTuple):
    """One training of the calendar. `expected` is 应到, 0 while no list is fixed.

    A training of several `parts` has a chip for each of them: an entry like the whole one, with
    the times of the part and its name in `part`.

    `clashes` is how many clashes of room, speaker or chair it has; those of people are asked for
    one training at a time. A tuple, because a year has ten thousand and is made while one looks.
    """

    id: UUID
    version: int
    title: str
    form: TrainingForm
    start: datetime
    end: datetime
    venue: str
    speaker: str
    state: TrainingState
    held: bool
    series_id: UUID | None = None
    expected: int = 0
    clashes: int = 0
    parts: tuple[EntryPart, ...] = ()
    part: str = ""

    @property
    def headline(self) -> str:
        """Return the title; the chip of a part has the name of the part first."""
        return f"{self.part} · {self.title}" if self.part else self.title


def chips(entries: Iterable[CalendarEntry]) -> tuple[CalendarEntry, ...]:
    """Return what has a chip of its own, in order of time: trainings, or their parts."""
    found: list[CalendarEntry] = []
    for entry in entries:
        if entry.parts:
            found += [
                entry._replace(start=part.start, end=part.end, part=part.name, parts=())
                for part in entry.parts
            ]
        else:
            found.append(entry)
    return tuple(sorted(found, key=lambda one: (one.start, one.id)))
