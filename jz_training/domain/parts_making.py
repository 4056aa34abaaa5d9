"""Making the parts of a course in one go: so many days, each with the same half-days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from jz_training.domain.ids import new_ids
from jz_training.domain.parts import TrainingPart
from jz_training.domain.repetition import Slot


def made_parts(first: date, *, days: int, slots: Sequence[Slot]) -> tuple[TrainingPart, ...]:
    """Return a part for each slot of each of the days that follow one another.

    They are named after the slots; of several days with the number of the day (第2天上午).
    """
    told = [(day, slot) for day in range(days) for slot in slots]
    return tuple(
        TrainingPart(
            id=own,
            name=f"第{day + 1}天{slot.name}" if days > 1 else slot.name,
            start=datetime.combine(first + timedelta(days=day), slot.start),
            end=datetime.combine(first + timedelta(days=day), slot.end),
        )
        for own, (day, slot) in zip(new_ids(len(told)), told, strict=True)
    )
