"""学时 in the settings: an example is taken over, changed and removed; nothing is set before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from jz_training.labels.hours import REQUIREMENT_EXAMPLES, RULE_EXAMPLES
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.settings.hours_rule_dialog import HoursRuleDialog
from jz_training.ui.settings.hours_wanted_dialog import HoursWantedDialog
from jz_training.ui.settings.settings_hours import HoursTab

Settle = Callable[[], None]


@pytest.fixture
def tab(ctx: Context, qtbot: QtBot, settle: Settle) -> HoursTab:
    made = HoursTab(ctx)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    settle()
    return made


def test_an_example_is_a_dialog_that_was_filled_in(
    tab: HoursTab, desk: Desk, settle: Settle
) -> None:
    assert len(tab.rules.example.menu().actions()) == len(RULE_EXAMPLES)
    tab.rules.example.menu().actions()[2].trigger()
    dialog = tab.rules.findChildren(HoursRuleDialog)[0]
    dialog.training_cap.setText("20")
    dialog.accept()
    settle()
    (row,) = desk.hours.rules()
    assert (row.rule.name, str(row.rule.training_cap)) == ("全天 6、半天 3", "20")
    assert row.rule.form_values == RULE_EXAMPLES[2][0].form_values
    assert tab.rules.table.model.rowCount() == 1


def test_a_requirement_is_changed_and_removed(tab: HoursTab, desk: Desk, settle: Settle) -> None:
    row_id = desk.hours.add_requirement(REQUIREMENT_EXAMPLES[0])
    tab.refresh()
    settle()
    tab.requirements.table.select(row_id)
    tab.requirements.change_button.click()
    dialog = tab.requirements.findChildren(HoursWantedDialog)[0]
    dialog.hours.setText("100")
    dialog.layers.add("领导干部")
    dialog.accept()
    settle()
    (row,) = desk.hours.requirements()
    assert (str(row.requirement.hours), row.requirement.layers) == ("100", ("领导干部",))
    tab.requirements.table.select(row_id)
    tab.requirements.remove_button.click()
    settle()
    assert desk.hours.requirements() == ()


def test_what_is_no_number_is_told_under_its_field(tab: HoursTab, desk: Desk) -> None:
    tab.rules.enter(RULE_EXAMPLES[0][0])
    dialog = tab.rules.findChildren(HoursRuleDialog)[0]
    dialog.day_cap.setText("八")
    dialog.values.add.click()
    dialog.accept()
    assert dialog.form.error("day_cap").startswith("请写数字")
    assert dialog.form.error("form_values")
    assert desk.hours.rules() == ()
