"""导入名册: reading, columns, decisions, importing, undoing; on real files in the child process."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from jz_training.domain.roster import PersonDraft
from jz_training.domain.roster_reading import Decision, RosterField
from jz_training.services.people import PeopleQuery
from jz_training.ui.roster_import.import_page import ImportPage
from tests.ui.rosters import HEADER, write_roster

PEOPLE = (
    ("丁静", "织造车间", "挡车工", "13800001111"),
    ("毛曦", "织造车间", "工会主席", ""),
    ("<img src=x>", "机关科室", "", ""),
)


@pytest.fixture
def page(qtbot, ctx):
    made = ImportPage(ctx)
    qtbot.addWidget(made)
    made.resize(1100, 660)
    made.show()
    made.show_for()
    return made


@pytest.fixture
def previewed(page, qtbot, tmp_path):
    """Return a way to read a file until its preview is there."""

    def read(people=PEOPLE, **facts):
        page.read(write_roster(tmp_path / "名册.xlsx", people, **facts))
        qtbot.waitUntil(lambda: page.roster is not None, timeout=20_000)
        return page

    return read


def _counts(page) -> dict[str, str]:
    return {key: page.preview.tabs.text_of(key) for key in ("new", "same", "changed", "doubtful")}


def _import(page, qtbot, settle) -> None:
    qtbot.mouseClick(page.importing, Qt.MouseButton.LeftButton)
    settle()


def test_the_file_is_chosen_by_the_button(page, qtbot, answers, tmp_path):
    answers.paths = [write_roster(tmp_path / "名册.xlsx", PEOPLE)]
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page.waiting.isVisible()
    qtbot.waitUntil(page.preview.isVisible, timeout=20_000)
    assert page.importing.text() == "导入 3 人"


def _drop(page, path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), action, data, left, none))
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), action, data, left, none))


def test_a_dropped_file_is_read(page, qtbot, tmp_path):
    _drop(page, write_roster(tmp_path / "名册.xlsx", PEOPLE))
    qtbot.waitUntil(page.preview.isVisible, timeout=20_000)


def test_a_dropped_folder_is_not_taken(page, tmp_path):
    _drop(page, tmp_path)
    assert page.choosing.isVisible()


def test_nothing_is_stored_before_the_import(previewed, desk):
    previewed()
    assert desk.people.count(PeopleQuery()) == 0


def test_people_are_imported_and_undone_by_one_click(previewed, qtbot, settle, desk):
    page = previewed()
    _import(page, qtbot, settle)
    assert desk.people.count(PeopleQuery()) == 3
    assert page.result.words.text() == "新增 3 人。"
    qtbot.mouseClick(page.result.undoing, Qt.MouseButton.LeftButton)
    settle()
    assert desk.people.count(PeopleQuery()) == 0
    assert page.result.badge.word == "已撤销"


def test_people_are_compared_with_those_stored(previewed, desk):
    shop = desk.units.add(name="织造车间")
    desk.people.add(PersonDraft(name="丁静", unit_id=shop, post="挡车工", phone="13800001111"))
    desk.people.add(PersonDraft(name="毛曦", unit_id=shop, post="干事"))
    page = previewed()
    assert _counts(page) == {
        "new": "新增 1",
        "same": "相同 1",
        "changed": "有变化 1",
        "doubtful": "待确认 0",
    }
    page.preview.tabs.choose("changed")
    table = page.preview.table
    assert table.model.rowCount() == 1
    assert table.model.cell(0, 4).text == "职务：干事 → 工会主席"
    assert page.preview.detail.fields["post"][1].text() == "干事 → 工会主席"


def test_doubtful_people_hold_the_import_until_decided_by_keys(previewed, qtbot, settle, desk):
    page = previewed([("丁静", "织造车间", "挡车工", ""), ("丁静", "织造车间", "统计员", "")])
    assert not page.importing.isEnabled()
    assert page.importing.text() == "还有 2 人待确认"
    view = page.preview.table.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_1)
    assert page.importing.text() == "还有 1 人待确认"
    qtbot.keyClick(view, Qt.Key.Key_3)
    assert page.importing.text() == "导入 1 人"
    _import(page, qtbot, settle)
    assert desk.people.count(PeopleQuery()) == 1


def test_a_doubtful_person_shows_the_stored_ones_and_takes_no_update(previewed, settle, desk):
    shop = desk.units.add(name="织造车间")
    for post in ("挡车工", "统计员"):
        desk.people.add(PersonDraft(name="丁静", unit_id=shop, post=post, phone="13800001111"))
    page = previewed([("丁静", "织造车间", "班长", "")])
    settle()
    detail = page.preview.detail
    assert "挡车工" in detail.matches.text()
    assert "统计员" in detail.matches.text()
    assert "138****1111" in detail.matches.text()
    assert not detail.buttons[Decision.UPDATE].isEnabled()
    detail.buttons[Decision.ADD].click()
    assert page.importing.isEnabled()


def test_all_doubtful_people_are_decided_at_once(previewed, qtbot):
    page = previewed([("丁静", "织造车间", str(number), "") for number in range(5)])
    page.preview.table.view.selectAll()
    page.preview.table.view.setFocus()
    qtbot.keyClick(page.preview.table.view, Qt.Key.Key_3)
    assert page.importing.text() == "没有需要导入的人"
    assert not page.importing.isEnabled()


def test_skipped_rows_stand_with_row_and_reason(previewed):
    page = previewed()
    page.preview.tabs.choose("skipped")
    model = page.preview.skipped.model
    rows = [[model.cell(at, column).text for column in range(3)] for at in range(model.rowCount())]
    assert ["1", "名册", "表头以上的标题"] in rows
    assert ["6", "名册", "表尾的说明"] in rows


def test_warnings_are_sentences(previewed):
    page = previewed([("丁静", "织造车间", "", ""), ("丁静", "织造车间", "", "")])
    assert any("丁静（织造车间）" in sentence for sentence in page.preview.warnings.sentences)


def _take(page, heading: str, field: RosterField) -> None:
    column = next(c for c in page.roster.reading.columns if c.heading == heading)
    box = page.preview.columns.boxes[column.sheet, column.index]
    box.setCurrentIndex(box.findData(field.value))
    box.activated.emit(box.currentIndex())


def test_a_changed_column_is_read_again_and_remembered(previewed, qtbot, settle, desk):
    header = ("序号", "姓名", "单位", "岗级", "联系电话")
    page = previewed(header=header)
    first = page.roster
    _take(page, "岗级", RosterField.LAYER)
    qtbot.waitUntil(lambda: page.roster is not first and page.preview.isVisible(), timeout=20_000)
    assert page.roster.reading.people[0].layer == "挡车工"
    _import(page, qtbot, settle)
    previewed(header=header)
    assert page.roster.reading.people[0].layer == "挡车工"


def test_a_choice_without_names_is_explained_and_the_preview_stays(previewed, qtbot):
    page = previewed()
    _take(page, "姓名", RosterField.IGNORED)
    qtbot.waitUntil(lambda: bool(page.preview.columns.trouble.text()) or page.waiting.isVisible())
    qtbot.waitUntil(page.preview.isVisible, timeout=20_000)
    assert len(page.roster.reading.people) == 3


def test_phones_are_masked_in_the_preview(previewed):
    page = previewed()
    words = [label.text() for label in page.findChildren(QLabel)]
    assert not any("13800001111" in text for text in words)
    assert "138****1111" in words


def test_a_name_with_markup_is_shown_literally(previewed):
    page = previewed([("<img src=x>", "<b>科室</b>", "", "")])
    assert page.preview.table.model.cell(0, 1).text == "<img src=x>"
    assert page.preview.detail.name.text() == "<img src=x>"
    labels = page.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "空"), (b"\x89PNG\r\n\x1a\n" + b"0" * 99, "图片"), (b"PK\x03\x04", "")],
)
def test_a_wrong_file_gets_one_sentence_and_another_try(page, qtbot, tmp_path, content, says):
    path = tmp_path / "名册.xlsx"
    path.write_bytes(content)
    page.read(path)
    qtbot.waitUntil(page.choosing.isVisible, timeout=20_000)
    sentence = page.choosing.sentence.text()
    assert sentence.startswith("无法读取“名册.xlsx”")
    assert says in sentence
    assert page.choosing.choosing.text() == "换一个文件"


def test_reading_can_be_stopped(page, qtbot, tmp_path):
    page.read(write_roster(tmp_path / "名册.xlsx", PEOPLE))
    page.waiting.stopping.click()
    qtbot.waitUntil(page.choosing.isVisible, timeout=20_000)
    assert page.roster is None
    assert page.choosing.sentence.text() == ""


def test_a_second_file_takes_the_place_of_the_first(page, qtbot, tmp_path):
    page.read(write_roster(tmp_path / "一.xlsx", PEOPLE))
    page.read(write_roster(tmp_path / "二.xlsx", PEOPLE[:1]))
    qtbot.waitUntil(lambda: page.roster is not None, timeout=20_000)
    assert page.roster.path.name == "二.xlsx"


def test_the_preview_follows_what_is_stored_and_keeps_decisions(previewed, qtbot, settle, desk):
    page = previewed([("丁静", "", "", ""), ("丁静", "", "", ""), ("毛曦", "", "", "")])
    page.preview.plan.decide([0], Decision.ADD)
    desk.people.add(PersonDraft(name="毛曦"))
    page.refresh()
    qtbot.waitUntil(page.preview.isVisible)
    assert _counts(page)["same"] == "相同 1"
    assert page.preview.plan.decision(0) is Decision.ADD


def test_an_import_that_was_built_upon_is_not_undone(previewed, qtbot, settle, desk):
    page = previewed()
    _import(page, qtbot, settle)
    person = desk.people.get(desk.people.ids(PeopleQuery())[0])
    desk.people.change(person.id, version=person.version, draft=PersonDraft(name="改过"))
    page.undo()
    settle()
    assert "不能整体撤销" in page.result.trouble.text()
    assert desk.people.count(PeopleQuery()) == 3


def test_the_import_is_done_by_keys_alone(page, qtbot, answers, tmp_path, settle, desk):
    answers.paths = [write_roster(tmp_path / "名册.xlsx", PEOPLE, header=HEADER)]
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(page.preview.isVisible, timeout=20_000)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_S, modifier=Qt.KeyboardModifier.ControlModifier)
    settle()
    assert desk.people.count(PeopleQuery()) == 3
    assert page.focusWidget() is page.result.people
