"""An item of a plan: what may be saved, and how it stands on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from jz_training.domain.plan import ItemState, PlanItemRow, PlannedTraining, PlanView, faults
from tests.duties_factories import plan_item
from tests.factories import identity

TODAY = date(2026, 11, 22)


def row(*trainings: PlannedTraining, **changes: Any) -> PlanItemRow:
    return PlanItemRow(
        id=identity(1), version=1, position=0, draft=plan_item(**changes), trainings=trainings
    )


def training(*, held: bool) -> PlannedTraining:
    return PlannedTraining(training_id=identity(2), start=TODAY, held=held)


def test_an_item_needs_nothing_but_a_title_and_a_form() -> None:
    assert faults(plan_item()) == {}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"title": "　"}, {"title": "missing"}),
        ({"first": date(2026, 11, 2), "last": date(2026, 11, 1)}, {"last": "last_before_first"}),
        ({"hours": Decimal(-1)}, {"hours": "negative"}),
        ({"hours": Decimal(1000)}, {"hours": "too_many_hours"}),
        ({"hours": Decimal("NaN")}, {"hours": "too_many_hours"}),
        ({"people": 0}, {"people": "not_positive"}),
        ({"phase": -1}, {"phase": "not_positive"}),
        ({"batch": 0}, {"batch": "not_positive"}),
        ({"people": 10**30}, {"people": "too_large"}),
    ],
)
def test_a_fault_names_its_field(changes: dict[str, Any], fault: dict[str, str]) -> None:
    assert faults(plan_item(**changes)) == fault


def test_one_day_is_a_span_too() -> None:
    assert faults(plan_item(first=TODAY, last=TODAY)) == {}


def test_an_item_is_held_as_soon_as_one_training_was() -> None:
    assert row(training(held=False), training(held=True)).state(TODAY) is ItemState.HELD


def test_a_training_to_come_makes_it_scheduled_even_when_it_is_late() -> None:
    assert row(training(held=False), last=date(2026, 1, 1)).state(TODAY) is ItemState.SCHEDULED


def test_an_item_is_overdue_only_after_its_last_day() -> None:
    assert row(last=TODAY).state(TODAY) is ItemState.NOT_SCHEDULED
    assert row(last=date(2026, 11, 21)).state(TODAY) is ItemState.OVERDUE
    assert row().state(TODAY) is ItemState.NOT_SCHEDULED


def test_a_plan_counts_the_items_that_were_held() -> None:
    items = (row(training(held=True)), row(training(held=False)), row())
    plan = PlanView(id=identity(3), version=1, title="计划", organiser="", as_of=TODAY, items=items)
    assert plan.held == 1
