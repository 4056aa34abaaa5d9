"""Short stories that tests begin with: people on the roster, a training, a fixed list."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from jz_training.domain.roster_reading import RosterPerson, RosterReading
from jz_training.domain.training import AudienceRule, SheetOrder, TrainingDraft, TrainingForm
from jz_training.services.desk import Desk
from tests.factories import CATEGORIES, LAYERS, UNITS, invented_name


def reading_of(count: int, **changes: Any) -> RosterReading:
    """Return what a file with so many invented people says."""
    people = tuple(
        RosterPerson(
            name=invented_name(number),
            unit=UNITS[number % len(UNITS)],
            layer=LAYERS[number % len(LAYERS)],
            category=CATEGORIES[number % len(CATEGORIES)],
            row=number + 1,
        )
        for number in range(1, count + 1)
    )
    return RosterReading(**({"file_name": "名册.xlsx", "people": people} | changes))


def some_people(desk: Desk, count: int) -> None:
    """Put invented people on the roster."""
    reading = reading_of(count)
    desk.imports.carry_out(reading, desk.imports.preview(reading))


def draft(**changes: Any) -> TrainingDraft:
    """Return a training of an afternoon for everybody."""
    facts: dict[str, Any] = {
        "title": "代表大会精神专题学习会",
        "form": TrainingForm.STUDY,
        "start": datetime(2026, 11, 20, 15, 0),
        "end": datetime(2026, 11, 20, 16, 30),
        "audience": AudienceRule(),
    }
    return TrainingDraft(**(facts | changes))


def a_training(desk: Desk, **changes: Any) -> UUID:
    """Schedule a training."""
    return desk.trainings.schedule(draft(**changes))


def a_listed_training(
    desk: Desk, *, people: int = 5, order: SheetOrder = SheetOrder.UNIT, **changes: Any
) -> UUID:
    """Schedule a training for so many people and fix its list."""
    some_people(desk, people)
    training = a_training(desk, **changes)
    desk.lists.freeze(training, order=order)
    return training
