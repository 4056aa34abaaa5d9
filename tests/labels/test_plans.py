"""The words of plans and tasks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jz_training.domain.plan import ItemState
from jz_training.domain.task import TaskState
from jz_training.domain.training import TrainingForm
from jz_training.labels import (
    ITEM_STATES,
    TASK_STATES,
    period_words,
    phase_words,
    plan_item_title,
)
from tests.duties_factories import plan_item


def test_every_state_has_its_word() -> None:
    assert set(ITEM_STATES) == set(ItemState)
    assert set(TASK_STATES) == set(TaskState)


def test_phase_and_batch_are_said_where_they_are_given() -> None:
    assert phase_words(1, 2) == "第1期第2批"
    assert phase_words(3, None) == "第3期"
    assert phase_words(None, 2) == "第2批"
    assert phase_words(None, None) == ""


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"batch": 1, "layers": ("中层干部",)}, "专题学习会（第1批 中层干部）"),
        ({"phase": 2}, "专题学习会（第2期）"),
        ({"layers": ("一般干部", "职工")}, "专题学习会（一般干部、职工）"),
        ({}, "专题学习会"),
    ],
)
def test_an_item_without_a_title_is_called_after_its_form(
    changes: dict[str, Any], title: str
) -> None:
    assert plan_item_title(plan_item(title="", form=TrainingForm.STUDY, **changes)) == title


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, ""),
        ((2026, 11, 20), (2026, 11, 20), "2026年11月20日"),
        ((2026, 11, 1), (2026, 11, 30), "2026年11月"),
        ((2028, 2, 1), (2028, 2, 29), "2028年2月"),
        ((2026, 10, 1), (2026, 12, 31), "2026年10月至12月"),
        ((2026, 12, 1), (2027, 1, 31), "2026年12月至2027年1月"),
        ((2026, 11, 3), (2026, 11, 14), "2026年11月3日至14日"),
        ((2026, 11, 3), (2026, 12, 4), "2026年11月3日至12月4日"),
        ((2026, 12, 30), (2027, 1, 2), "2026年12月30日至2027年1月2日"),
        (None, (2026, 12, 10), "2026年12月10日前"),
        ((2026, 11, 3), None, "2026年11月3日起"),
        ((9999, 12, 1), (9999, 12, 31), "9999年12月"),
    ],
)
def test_a_period_says_nothing_twice(
    first: tuple[int, int, int] | None, last: tuple[int, int, int] | None, words: str
) -> None:
    day = lambda parts: None if parts is None else date(*parts)  # noqa: E731
    assert period_words(day(first), day(last)) == words
