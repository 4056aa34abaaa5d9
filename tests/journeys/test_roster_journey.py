"""A secretary takes a roster in, looks at it, corrects it, takes it back, and hands it on."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from jz_training.services.people import PeopleQuery
from jz_training.ui.people.people_export import ExportDialog
from jz_training.ui.people.person_dialog import PersonDialog
from tests.factories import UNITS, invented_name
from tests.ui.rosters import write_roster
from tests.ui.typing_words import type_words

PEOPLE = [(invented_name(number), UNITS[number % 3], "", f"138{number:08}") for number in range(40)]


@pytest.fixture
def click(qtbot, settle):
    """Return a way to press a button by its words, wherever it is in sight."""

    def press(inside, word: str) -> None:
        found = (b for b in inside.findChildren(QPushButton) if b.text() == word and b.isVisible())
        qtbot.mouseClick(next(found), Qt.MouseButton.LeftButton)
        settle()

    return press


def _import(shell, page, click, qtbot, answers, path) -> None:
    answers.paths = [path]
    click(shell, "导入名册")
    click(page(), "选择文件")
    qtbot.waitUntil(lambda: page().preview.isVisible(), timeout=20_000)


def test_from_the_first_start_to_a_roster_and_back(
    shell, page, click, qtbot, settle, answers, tmp_path, desk
):
    settle()
    _import(shell, page, click, qtbot, answers, write_roster(tmp_path / "名册.xlsx", PEOPLE))
    click(page(), "导入 40 人")
    click(page(), "查看人员")
    settle()
    assert page().title == "人员"
    assert page().table.model.rowCount() == 40
    qtbot.keyClick(shell.focusWidget(), Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    settle()
    settle()
    assert page().table.model.rowCount() == 0
    assert shell.toast.text == "已撤销：导入名册“名册.xlsx”（40 人）"
    assert desk.people.count(PeopleQuery()) == 0


def test_a_second_roster_with_changes_and_namesakes(
    shell, page, click, qtbot, settle, answers, tmp_path, desk
):
    settle()
    _import(shell, page, click, qtbot, answers, write_roster(tmp_path / "一.xlsx", PEOPLE))
    click(page(), "导入 40 人")
    name, unit, _, phone = PEOPLE[0]
    changed = [(name, unit, "工会主席", phone), *PEOPLE[1:10]]
    namesakes = [("安静", UNITS[0], "甲班", ""), ("安静", UNITS[0], "乙班", "")]
    answers.paths = [write_roster(tmp_path / "二.xlsx", [*changed, *namesakes])]
    click(page(), "再导入一份")
    qtbot.waitUntil(lambda: page().preview.isVisible(), timeout=20_000)
    assert page().preview.tabs.current == "doubtful"
    click(page().preview.detail, "新增")
    click(page().preview.detail, "跳过")
    click(page(), "导入 2 人")
    assert page().result.words.text() == "新增 1 人，更新 1 人，未改动 10 人。"
    click(page(), "撤销导入")
    assert desk.people.count(PeopleQuery()) == 40
    assert all(row.post == "" for row in desk.people.search(name))


def test_a_person_is_corrected_and_the_roster_is_handed_on(
    shell, page, click, qtbot, settle, answers, tmp_path, desk
):
    settle()
    _import(shell, page, click, qtbot, answers, write_roster(tmp_path / "名册.xlsx", PEOPLE))
    click(page(), "导入 40 人")
    click(page(), "查看人员")
    settle()
    page().focus_filter()
    type_words(qtbot, page().filters.text, PEOPLE[7][0])
    qtbot.waitUntil(lambda: page().table.model.rowCount() == 1)
    page().table.view.selectRow(0)
    click(page(), "修改")
    dialog = page().findChild(PersonDialog)
    type_words(qtbot, dialog.post, "工会小组长")
    click(dialog, "保存")
    settle()
    target = tmp_path / "交出.xlsx"
    answers.paths = [target]
    click(page(), "导出 Excel")
    click(page().findChild(ExportDialog), "选择保存位置")
    texts = [cell.value for row in load_workbook(target).active.iter_rows() for cell in row]
    assert "工会小组长" in texts
    assert not any(str(text).startswith("138") for text in texts)
    assert shell.toast.offers("打开所在文件夹") is not None


def test_a_file_that_is_none_leaves_everything_as_it_was(
    shell, page, click, qtbot, settle, answers, tmp_path, desk
):
    settle()
    broken = tmp_path / "名册.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    answers.paths = [broken]
    click(shell, "导入名册")
    click(page(), "选择文件")
    qtbot.waitUntil(lambda: bool(page().choosing.sentence.text()), timeout=20_000)
    assert page().choosing.sentence.text().startswith("无法读取“名册.xlsx”")
    good = write_roster(tmp_path / "好.xlsx", PEOPLE)
    answers.paths = [good]
    click(page(), "换一个文件")
    qtbot.waitUntil(lambda: page().preview.isVisible(), timeout=20_000)
    assert desk.people.count(PeopleQuery()) == 0
