"""Rule sets and requirements: offered, entered, changed, each step undone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from jz_training.errors import ChangedMeanwhile, NotFound, Refused
from jz_training.labels.hours import REQUIREMENT_EXAMPLES, RULE_EXAMPLES
from tests.factories import identity

RULE = RULE_EXAMPLES[2][0]
WANTED = REQUIREMENT_EXAMPLES[0]


def test_nothing_is_set_until_the_secretary_chooses(desk):
    assert desk.hours.rules() == ()
    assert desk.hours.requirements() == ()


def test_a_rule_set_comes_back_as_entered_and_can_be_changed_removed_and_had_again(desk):
    row_id = desk.hours.add_rule(replace(RULE, name=" 本会\t规则 "))
    (row,) = desk.hours.rules()
    assert (row.id, row.rule) == (row_id, replace(RULE, name="本会 规则"))
    desk.hours.change_rule(row_id, version=row.version, rule=RULE)
    with pytest.raises(ChangedMeanwhile):
        desk.hours.change_rule(row_id, version=row.version, rule=RULE)
    desk.hours.remove_rule(row_id)
    assert desk.hours.rules() == ()
    desk.history.undo_last()
    assert [row.rule for row in desk.hours.rules()] == [RULE]


def test_a_requirement_comes_back_as_entered_and_can_be_changed_removed_and_had_again(desk):
    wanted = replace(WANTED, layers=("领导干部", "领导干部", ""), online=True)
    row_id = desk.hours.add_requirement(wanted)
    (row,) = desk.hours.requirements()
    assert row.requirement == replace(wanted, layers=("领导干部",))
    desk.hours.change_requirement(row_id, version=row.version, requirement=WANTED)
    desk.hours.remove_requirement(row_id)
    with pytest.raises(NotFound):
        desk.hours.remove_requirement(row_id)
    desk.history.undo_last()
    assert [row.requirement for row in desk.hours.requirements()] == [WANTED]


@pytest.mark.parametrize(
    ("entered", "field"),
    [
        (replace(RULE, name=""), "name"),
        (replace(RULE, day_cap=Decimal(1000)), "day_cap"),
        (replace(RULE, basis="\ud800"), "basis"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_field(desk, entered, field):
    with pytest.raises(Refused) as refused:
        desk.hours.add_rule(entered)
    assert refused.value.field == field
    assert str(refused.value)


def test_two_of_one_name_are_refused(desk):
    desk.hours.add_rule(RULE)
    desk.hours.add_requirement(WANTED)
    for again in (
        lambda: desk.hours.add_rule(RULE),
        lambda: desk.hours.add_requirement(WANTED),
    ):
        with pytest.raises(Refused, match="请换一个名称"):
            again()


def test_what_is_gone_is_told(desk):
    with pytest.raises(NotFound, match="学时规则"):
        desk.hours.remove_rule(identity(1))
