"""Adding and changing a person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jz_training.domain.roster import PersonDraft
from jz_training.services.people import PeopleQuery
from jz_training.ui.people.person_dialog import PersonChoices, PersonDialog
from tests.ui.typing_words import type_words


@pytest.fixture
def open_dialog(qtbot, ctx, desk, settle):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def opened(**what) -> PersonDialog:
        choices = PersonChoices(units=desk.units.all(), layers=("派遣",))
        dialog = PersonDialog(ctx, parent, choices=choices, **what)
        dialog.open()
        settle()
        return dialog

    return opened


def _only(desk):
    (person_id,) = desk.people.ids(PeopleQuery())
    return desk.people.get(person_id)


def test_a_person_is_added_by_the_keyboard_alone(open_dialog, qtbot, desk, settle):
    shop = desk.units.add(name="织造车间")
    dialog = open_dialog()
    for typed in ("丁静", None, "挡车工", "职工", "工会积极分子", "13800001111"):
        field = dialog.focusWidget()
        if typed is None:
            qtbot.keyClick(field, Qt.Key.Key_Down)
        else:
            type_words(qtbot, field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()
    person = _only(desk)
    assert (person.name, person.unit_id, person.post) == ("丁静", shop, "挡车工")
    assert (person.layer, person.category, person.phone) == (
        "职工",
        "工会积极分子",
        "13800001111",
    )


def test_a_missing_name_is_asked_for_under_its_field(open_dialog, qtbot, desk):
    dialog = open_dialog()
    dialog.verb.click()
    assert dialog.form.error("name") == "请填写姓名。"
    assert dialog.isVisible()
    assert desk.people.count(PeopleQuery()) == 0


def test_a_refusal_is_shown_under_its_field(open_dialog, settle):
    dialog = open_dialog()
    dialog.name.setText("张" * 60)
    dialog.verb.click()
    settle()
    assert dialog.form.error("name") == "姓名最多 50 个字，请检查是否粘贴了别的内容。"
    assert dialog.verb.isEnabled()


def test_a_refusal_in_the_folded_part_unfolds_it(open_dialog, settle):
    dialog = open_dialog()
    dialog.name.setText("丁静")
    dialog.department.setText("部" * 201)
    dialog.verb.click()
    settle()
    assert dialog.more.isVisible()
    assert dialog.more.error("department") == "这一项最多 200 个字。"


def test_what_was_known_is_there_to_be_changed(open_dialog, settle, desk):
    added = desk.people.add(PersonDraft(name="丁静", post="干事", sex="女", number="A7"))
    dialog = open_dialog(person=desk.people.get(added))
    assert dialog.more.isVisible()
    assert dialog.draft() == PersonDraft(name="丁静", post="干事", sex="女", number="A7")
    dialog.post.setText("主席")
    dialog.verb.click()
    settle()
    assert desk.people.get(added).post == "主席"


def test_a_change_made_elsewhere_meanwhile_is_not_overwritten(open_dialog, settle, desk):
    added = desk.people.add(PersonDraft(name="丁静"))
    person = desk.people.get(added)
    dialog = open_dialog(person=person)
    desk.people.change(added, version=person.version, draft=PersonDraft(name="丁静", post="干事"))
    dialog.post.setText("主席")
    dialog.verb.click()
    settle()
    assert "刚被别处改动过" in dialog.trouble.text()
    assert dialog.trouble.isVisible()
    assert desk.people.get(added).post == "干事"


def test_the_next_person_keeps_unit_and_layer(open_dialog, settle, desk, qtbot):
    shop = desk.units.add(name="织造车间")
    dialog = open_dialog(unit_id=shop)
    for name in ("丁静", "毛曦"):
        dialog.name.setText(name)
        dialog.layer.setText("职工")
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
        settle()
    assert desk.people.count(PeopleQuery(unit_id=shop, layer="职工")) == 2
    assert dialog.name.text() == ""
    assert dialog.isVisible()


def test_a_click_offers_the_usual_words_and_those_in_use(open_dialog, qtbot):
    dialog = open_dialog()
    qtbot.mouseClick(dialog.layer, Qt.MouseButton.LeftButton)
    assert dialog.layer._list.words() == ["领导干部", "中层干部", "一般干部", "职工", "派遣"]


def test_escape_closes_without_saving(open_dialog, qtbot, desk):
    dialog = open_dialog()
    dialog.name.setText("丁静")
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Escape)
    assert desk.people.count(PeopleQuery()) == 0
