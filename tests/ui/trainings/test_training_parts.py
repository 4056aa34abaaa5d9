"""课次 and 学时 in the form of a training: made quickly, changed by line, reckoned while typing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from jz_training.domain.training import AudienceRule
from jz_training.errors import Refused
from jz_training.labels.hours import RULE_EXAMPLES
from jz_training.ui.context import Context
from jz_training.ui.trainings.training_fields import TrainingFields
from tests.services.stories import draft

MONDAY = date(2026, 12, 7)


@pytest.fixture
def fields(ctx: Context, qtbot: QtBot, settle: Callable[[], None]) -> TrainingFields:
    made = TrainingFields(ctx)
    qtbot.addWidget(made)
    made.show_draft(draft())
    made.show()
    settle()
    return made


def divide(fields: TrainingFields, days: int = 3) -> None:
    fields.parts.divide.click()
    fields.parts.quick.first.set_value(MONDAY)
    fields.parts.quick.days.setValue(days)
    fields.parts.quick.make.click()


def test_the_quick_maker_gives_each_day_a_morning_and_an_afternoon(fields: TrainingFields) -> None:
    divide(fields)
    made = fields.draft(AudienceRule())
    assert made is not None
    assert [part.name for part in made.parts][:3] == ["第1天上午", "第1天下午", "第2天上午"]
    assert (made.start, made.end) == (made.parts[0].start, made.parts[-1].end)
    assert fields.when.isHidden()


def test_a_line_is_changed_removed_and_added_and_keeps_what_it_is(fields: TrainingFields) -> None:
    divide(fields, days=1)
    first = fields.parts.value()[0]
    fields.parts.lines[0].name.setText("开班式")
    fields.parts.lines[1].gone.click()
    fields.parts.add.click()
    names = [(part.id == first.id, part.name) for part in fields.parts.value()]
    assert names == [(True, "开班式"), (False, "")]
    assert fields.parts.value()[1].start == first.start + timedelta(days=1)


def test_without_parts_the_one_time_is_back(fields: TrainingFields) -> None:
    divide(fields)
    fields.parts.none.click()
    made = fields.draft(AudienceRule())
    assert made is not None
    assert made.parts == ()
    assert made.start == draft().start


def test_a_line_that_cannot_be_read_is_told_by_its_number(fields: TrainingFields) -> None:
    divide(fields, days=1)
    fields.parts.lines[1].end.setText("下午晚些")
    assert fields.draft(AudienceRule()) is None
    assert fields.error("parts").startswith("第 2 个课次")


def test_a_refusal_stands_under_the_parts(fields: TrainingFields) -> None:
    divide(fields)
    refused = Refused("parts", "part_overlapping", name="下午")
    assert fields.show_fault(refused.field, str(refused))
    assert "“下午”与前一个课次" in fields.error("parts")


def test_a_rule_set_reckons_while_the_parts_are_changed(
    fields: TrainingFields, ctx: Context
) -> None:
    assert fields.rule.isHidden()
    ctx.desk.hours.add_rule(RULE_EXAMPLES[1][0])
    fields.offer_rules(ctx.desk.hours.rules())
    fields.rule.setCurrentIndex(1)
    fields.rule.rule_chosen.emit()
    divide(fields, days=2)
    assert fields.hours.text() == "16"
    assert fields.hours.isReadOnly()
    fields.parts.lines[0].gone.click()
    assert fields.hours.text() == "12"
    fields.rule.setCurrentIndex(0)
    fields.rule.rule_chosen.emit()
    assert not fields.hours.isReadOnly()


def test_the_next_free_time_moves_all_parts(fields: TrainingFields) -> None:
    divide(fields, days=2)
    starts = [part.start for part in fields.parts.value()]
    fields.move_to(starts[0] + timedelta(days=7), starts[-1])
    assert [part.start - timedelta(days=7) for part in fields.parts.value()] == starts
