"""A task: what may be saved, and how it stands on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jz_training.domain.task import TaskState, faults
from tests.duties_factories import task, task_draft

TODAY = date(2026, 11, 22)
YESTERDAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, TaskState.NOT_BEGUN),
        ({"progress": 1}, TaskState.UNDER_WAY),
        ({"start": TODAY}, TaskState.UNDER_WAY),
        ({"start": TOMORROW}, TaskState.NOT_BEGUN),
        ({"start": YESTERDAY, "due": TODAY}, TaskState.UNDER_WAY),
        ({"due": YESTERDAY, "progress": 99}, TaskState.OVERDUE),
        ({"due": YESTERDAY, "progress": 100}, TaskState.DONE),
    ],
)
def test_a_task_stands_by_its_days_and_its_progress(
    changes: dict[str, Any], state: TaskState
) -> None:
    assert task(**changes).state(TODAY) is state


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({}, {}),
        ({"measure": " "}, {"measure": "missing"}),
        ({"start": TODAY, "due": YESTERDAY}, {"due": "last_before_first"}),
        ({"start": TODAY, "due": TODAY}, {}),
        ({"progress": -1}, {"progress": "not_per_cent"}),
        ({"progress": 101}, {"progress": "not_per_cent"}),
    ],
)
def test_a_fault_names_its_field(changes: dict[str, Any], fault: dict[str, str]) -> None:
    assert faults(task_draft(**changes)) == fault
