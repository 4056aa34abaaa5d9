"""A training as it stands in the calendar."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from jz_training.domain.training import TrainingForm, TrainingState


class CalendarEntry(NamedTuple):
    """One training of the calendar. `expected` is 应到, 0 while no list is fixed.

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
