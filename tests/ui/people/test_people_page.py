"""The list of people: filters, order, phones, retiring."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from jz_training.domain.roster import PersonDraft, UnitKind
from jz_training.domain.roster_reading import RosterPerson, RosterReading
from jz_training.services.people import PeopleQuery
from jz_training.ui.people.people_page import PeoplePage
from jz_training.ui.people.person_dialog import PersonDialog
from tests.ui.typing_words import type_words


@pytest.fixture
def union(desk):
    """Return three people: one in a workshop, one in its team, one in the office."""
    people = desk.people
    shop = desk.units.add(name="织造车间")
    team = desk.units.add(name="一班", kind=UnitKind.TEAM, parent_id=shop)
    office = desk.units.add(name="机关科室")
    return {
        "丁静": people.add(
            PersonDraft(name="丁静", unit_id=shop, layer="职工", phone="13800001111")
        ),
        "毛曦": people.add(PersonDraft(name="毛曦", unit_id=team, layer="中层干部")),
        "安远": people.add(
            PersonDraft(name="安远", unit_id=office, layer="职工", category="工会积极分子")
        ),
        "shop": shop,
    }


@pytest.fixture
def page(qtbot, ctx, settle):
    made = PeoplePage(ctx)
    qtbot.addWidget(made)
    ctx.work.changed.connect(lambda _: made.refresh())  # as the window does
    made.resize(1100, 700)
    made.show()

    def opened(**what) -> PeoplePage:
        made.show_for(**what)
        settle()
        settle()
        return made

    return opened


def _names(page, settle) -> list[str]:
    page.grab()  # rows are fetched when they are drawn
    settle()
    model = page.table.model
    return [model.cell(at, 0).text for at in range(model.rowCount())]


def _press(qtbot, page, word: str) -> None:
    made = next(b for b in page.findChildren(QPushButton) if b.text() == word and b.isVisible())
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def test_everybody_is_listed_by_unit(union, page, settle):
    assert _names(page(), settle) == ["丁静", "毛曦", "安远"]
    assert page().count.text() == "共 3 人"


def test_a_unit_is_listed_with_its_parts(union, page, settle):
    shown = page()
    shown.filters.unit.set_value(union["shop"])
    settle()
    assert _names(shown, settle) == ["丁静", "毛曦"]
    assert shown.filters.unit.currentText() == "织造车间（2）"


@pytest.mark.parametrize(("typed", "found"), [("静", "丁静"), ("mx", "毛曦"), ("1111", "丁静")])
def test_typing_finds_by_name_initials_and_phone(union, page, settle, qtbot, typed, found):
    shown = page()
    shown.focus_filter()
    type_words(qtbot, shown.filters.text, typed)
    qtbot.waitUntil(lambda: shown.table.model.rowCount() == 1)
    assert _names(shown, settle) == [found]


def test_filters_work_together(union, page, settle):
    shown = page()
    layer = shown.filters.layer
    layer.setCurrentIndex(layer.findData("职工"))
    category = shown.filters.category
    category.setCurrentIndex(category.findData("工会积极分子"))
    settle()
    assert _names(shown, settle) == ["安远"]


def test_nobody_found_offers_to_clear_the_filters(union, page, settle, qtbot):
    shown = page()
    shown.filters.text.setText("没有这个人")
    qtbot.waitUntil(lambda: shown.table.model.rowCount() == 0)
    _press(qtbot, shown, "清除条件")
    settle()
    assert len(_names(shown, settle)) == 3


def test_an_empty_roster_offers_the_import(page, qtbot, said):
    _press(qtbot, page(), "导入名册")
    assert said.opened == [("import", {})]


def test_the_order_of_names_turns_round_at_the_second_click(union, page, settle):
    shown = page()
    shown.table.sort_requested.emit("pinyin", False)
    settle()
    assert _names(shown, settle) == ["安远", "丁静", "毛曦"]
    shown.table.sort_requested.emit("pinyin", True)
    settle()
    assert _names(shown, settle) == ["毛曦", "丁静", "安远"]


def test_phones_are_masked_until_asked_for_and_again_after_leaving(union, page, settle, qtbot):
    shown = page()
    _names(shown, settle)
    phone = len(shown.table.model.columns) - 1
    assert shown.table.model.cell(0, phone).text == "138****1111"
    shown.whole_phones.click()
    assert shown.table.model.cell(0, phone).text == "13800001111"
    shown.hide()
    shown.show()
    assert shown.table.model.cell(0, phone).text == "138****1111"


def test_copied_rows_have_masked_phones(union, page, settle):
    shown = page()
    _names(shown, settle)
    shown.table.view.selectRow(0)
    shown.table.copy()
    copied = QGuiApplication.clipboard().text()
    assert "138****1111" in copied
    assert "13800001111" not in copied


def test_somebody_is_retired_by_a_key_and_brought_back(union, page, settle, qtbot, desk, said):
    shown = page()
    _names(shown, settle)
    shown.table.view.selectRow(0)
    shown.table.view.setFocus()
    qtbot.keyClick(shown.table.view, Qt.Key.Key_Delete)
    settle()
    assert said.toasts == ["已停用“丁静”，过去的场次不变。"]
    assert _names(shown, settle) == ["毛曦", "安远"]
    shown.filters.retired.click()
    settle()
    shown.table.view.selectRow(0)
    _press(qtbot, shown, "恢复")
    settle()
    assert desk.people.count(PeopleQuery()) == 3


def test_several_are_retired_in_one_act(union, page, settle, qtbot, desk, said):
    shown = page()
    shown.table.view.selectAll()
    _press(qtbot, shown, "停用")
    settle()
    assert said.toasts == ["已停用 3 人，过去的场次不变。"]
    desk.history.undo_last()
    assert desk.people.count(PeopleQuery()) == 3


def test_only_one_person_can_be_changed_at_a_time(union, page):
    shown = page()
    shown.table.view.selectAll()
    assert not shown.editing.isEnabled()
    assert shown.retiring.isEnabled()
    assert shown.count.text() == "共 3 人，已选 3 人"


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_keys_open_the_selected_person(union, page, settle, qtbot, key):
    shown = page()
    _names(shown, settle)
    shown.table.view.selectRow(1)
    shown.table.view.setFocus()
    qtbot.keyClick(shown.table.view, key)
    settle()
    assert shown.findChild(PersonDialog).name.text() == "毛曦"


def test_a_person_from_elsewhere_is_selected_even_when_retired(union, page, settle, desk):
    desk.people.retire(union["安远"])
    shown = page(person_id=union["安远"])
    settle()
    assert shown.filters.retired.isChecked()
    assert shown.table.selected_ids() == [union["安远"]]


def test_a_name_with_markup_stands_as_it_is(page, settle, desk):
    desk.people.add(PersonDraft(name="<img src=x>"))
    assert _names(page(), settle) == ["<img src=x>"]


def _look_through_ten_thousand(page, qtbot, desk, began=lambda: None):
    """Scroll, select and filter a roster of 10,000 people; each step has to arrive."""
    people = tuple(
        RosterPerson(name=f"王{i:05}", unit=f"{i % 9}车间", row=i) for i in range(10_000)
    )
    reading = RosterReading(file_name="x", people=people)
    desk.imports.carry_out(reading, desk.imports.preview(reading))
    began()
    shown = page()
    shown.table.view.selectAll()
    shown.table.view.verticalScrollBar().setValue(180_000)
    qtbot.waitUntil(lambda: shown.table.model.row_at(5_000) is not None)
    shown.filters.text.setText("王0")
    qtbot.waitUntil(lambda: shown.table.model.rowCount() == 10_000)
    shown.filters.unit.setCurrentIndex(3)
    qtbot.waitUntil(lambda: shown.table.model.rowCount() < 2_000)


def test_ten_thousand_people_are_scrolled_and_filtered(page, settle, qtbot, desk):
    _look_through_ten_thousand(page, qtbot, desk)


@pytest.mark.soak  # a time: only on a machine with nothing else to do
def test_ten_thousand_people_never_stall_the_window(page, settle, qtbot, desk, heartbeat):
    _look_through_ten_thousand(page, qtbot, desk, began=heartbeat.start)
    assert heartbeat.stop() < 400  # a shared test machine; alone it stays below 100 ms
