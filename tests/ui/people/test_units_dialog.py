"""The units: adding, renaming, putting in order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jz_training.domain.roster import UnitKind
from jz_training.ui.people.unit_dialog import UnitDialog
from jz_training.ui.people.units_dialog import UnitsDialog


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(parent, ctx, desk, settle):
    shop = desk.units.add(name="织造车间")
    desk.units.add(name="一班", kind=UnitKind.TEAM, parent_id=shop)
    desk.units.add(name="机关科室")
    made = UnitsDialog(ctx, parent)
    made.open()
    settle()
    return made


def _names(dialog) -> list[str]:
    model = dialog.table.model
    return [model.cell(at, 0).text.strip() for at in range(model.rowCount())]


def _choose(dialog, name: str) -> None:
    dialog.table.view.selectRow(_names(dialog).index(name))
    dialog.table.view.setFocus()


def test_units_stand_in_their_tree(dialog):
    assert _names(dialog) == ["织造车间", "一班", "机关科室"]
    assert dialog.table.model.cell(1, 0).text.startswith("\u3000")


def test_a_unit_is_added_beside_the_chosen_one(dialog, settle, desk):
    _choose(dialog, "一班")
    dialog.adding.click()
    adding = dialog.findChild(UnitDialog)
    adding.name.setText("二班")
    adding.verb.click()
    settle()
    settle()
    assert _names(dialog) == ["织造车间", "一班", "二班", "机关科室"]
    assert dialog.table.current_row()[0].name == "二班"


def test_a_unit_is_renamed_by_f2(dialog, settle, qtbot):
    _choose(dialog, "机关科室")
    qtbot.keyClick(dialog.table.view, Qt.Key.Key_F2)
    changing = dialog.findChild(UnitDialog)
    changing.name.setText("机关")
    changing.activateWindow()
    changing.above.setFocus()
    qtbot.waitUntil(changing.above.hasFocus)
    qtbot.keyClick(changing.above, Qt.Key.Key_Return)
    settle()
    settle()
    assert _names(dialog)[-1] == "机关"


def test_the_same_name_twice_is_refused_under_its_field(dialog, settle):
    dialog.table.view.clearSelection()
    dialog.add_unit()
    adding = dialog.findChild(UnitDialog)
    adding.name.setText("机关科室")
    adding.verb.click()
    settle()
    assert adding.form.error("name") == "已经有名为“机关科室”的单位。"


def test_a_unit_cannot_go_below_its_own_part(dialog, settle):
    _choose(dialog, "织造车间")
    dialog.change_unit()
    changing = dialog.findChild(UnitDialog)
    changing.above.setCurrentIndex(changing.above.findText("一班", Qt.MatchFlag.MatchContains))
    changing.verb.click()
    settle()
    assert changing.form.error("parent_id") == "上级单位不能是自己或自己的下级。"


def test_a_unit_moves_among_those_beside_it(dialog, settle, qtbot, desk):
    _choose(dialog, "机关科室")
    assert not dialog.down.isEnabled()
    dialog.up.click()
    settle()
    settle()
    assert _names(dialog) == ["机关科室", "织造车间", "一班"]
    assert dialog.table.current_row()[0].name == "机关科室"
    assert not dialog.up.isEnabled()
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(dialog.table.view, Qt.Key.Key_Down, modifier=alt)
    settle()
    settle()
    assert _names(dialog) == ["织造车间", "一班", "机关科室"]


def test_the_only_part_of_a_unit_has_nowhere_to_move(dialog):
    _choose(dialog, "一班")
    assert not dialog.up.isEnabled()
    assert not dialog.down.isEnabled()
