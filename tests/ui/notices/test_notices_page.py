"""The list of notices and the ways in."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from jz_training.ui.notices.notices_page import NoticesPage
from jz_training.ui.notices.paste_dialog import PasteDialog
from jz_training.ui.notices.same_notice_dialog import SameNoticeDialog
from tests.ui.notices.notice_words import MEETING, STUDY


@pytest.fixture
def page(qtbot, ctx, settle, work):
    made = NoticesPage(ctx)
    qtbot.addWidget(made)
    work.changed.connect(lambda _: made.refresh())
    made.show()
    made.show_for()
    settle()
    return made


@pytest.fixture
def until_opened(qtbot, said, settle):
    def wait() -> None:
        qtbot.waitUntil(lambda: bool(said.opened), timeout=20_000)
        settle()

    return wait


def _titles(page):
    return [page.table.model.row_at(at).title for at in range(page.table.model.rowCount())]


def test_an_empty_list_says_what_to_do(page):
    assert page.table._empty.isVisible()
    assert "拖到这里" in page.table._empty.sentence.text()


def test_notices_are_listed_newest_first_and_found_by_words(page, study, meeting, settle):
    page.refresh()
    settle()
    assert [title[:4] for title in _titles(page)] == ["关于召开", "关于认真"]
    page.text.setText("代表大会 清河市总")
    assert [title[:4] for title in _titles(page)] == ["关于认真"]
    page.text.setText("没有这样的")
    assert page.table._empty.sentence.text() == "没有符合条件的通知。"


def test_a_file_is_read_stored_and_opened(page, answers, desk, said, until_opened, tmp_path):
    path = tmp_path / "学习通知.txt"
    path.write_text(STUDY, encoding="utf-8")
    answers.paths.append(path)
    page.choose_file()
    until_opened()
    (row,) = desk.notices.list()
    assert said.opened == [("notice", {"notice_id": row.id, "tab": "text"})]
    assert said.toasts[-1] == "读到 3 项要求，请对照原文核对。另有 1 处请您判断。"
    assert [filed.draft.name for filed in desk.documents.of_notice(row.id)] == ["学习通知"]


def test_a_file_that_cannot_be_read_stores_nothing(page, answers, desk, work, qtbot, tmp_path):
    path = tmp_path / "空.docx"
    path.write_bytes(b"")
    answers.paths.append(path)
    with qtbot.waitSignal(work.failed, timeout=20_000) as told:
        page.choose_file()
    assert "空.docx" in told.args[0]
    assert desk.notices.list() == ()


def test_a_dropped_file_is_taken_in(page, desk, until_opened, tmp_path):
    path = tmp_path / "会议通知.txt"
    path.write_text(MEETING, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    for kind in (QDragEnterEvent, QDropEvent):
        QApplication.sendEvent(page, kind(QPoint(9, 9), copy, data, left, none.NoModifier))
    until_opened()
    assert [row.title for row in desk.notices.list()] == [
        "关于召开清河市基层工会主席学习交流会的通知"
    ]


def test_words_on_the_clipboard_are_taken_in(page, desk, until_opened, said):
    QGuiApplication.clipboard().setText(MEETING)
    page.paste()
    until_opened()
    assert len(desk.notices.list()) == 1
    assert "读到一次会议，可以建为场次。" in said.toasts[-1]


def test_an_empty_clipboard_asks_for_the_words(page, desk, until_opened):
    QGuiApplication.clipboard().clear()
    page.paste()
    (dialog,) = page.findChildren(PasteDialog)
    dialog.verb.click()
    assert dialog.form.error("text") == "请填写通知原文。"
    dialog.text.setPlainText(STUDY)
    dialog.verb.click()
    until_opened()
    assert len(desk.notices.list()) == 1


@pytest.fixture
def same(page, study, qtbot):
    page.intake.take_text(STUDY)
    qtbot.waitUntil(lambda: bool(page.findChildren(SameNoticeDialog)))
    return page.findChildren(SameNoticeDialog)[0]


def test_a_known_notice_is_opened_instead(same, study, desk, said):
    same.verb.click()
    assert said.opened == [("notice", {"notice_id": study})]
    assert len(desk.notices.list()) == 1


def test_a_known_notice_may_be_taken_in_again(same, desk, until_opened):
    same.once_more.click()
    until_opened()
    assert len(desk.notices.list()) == 2


def test_removing_asks_in_words_of_what_is_lost(page, study, answers, desk, settle, said):
    page.refresh()
    settle()
    page.table.view.selectRow(0)
    answers.confirms = False
    page._remove()
    settle()
    assert len(desk.notices.list()) == 1
    answers.confirms = True
    page._remove()
    settle()
    assert desk.notices.list() == ()
    assert said.toasts[-1].startswith("已删除通知")
    desk.history.undo_last()
    assert len(desk.notices.list()) == 1


def test_two_notices_that_follow_at_once_are_both_taken_in(page, desk, work, qtbot):
    held_up = Event()
    work.read(held_up.wait, lambda _: None, owner=page)
    page.intake.take_text(STUDY)
    page.intake.take_text(MEETING)
    qtbot.waitUntil(lambda: not work._jobs, timeout=20_000)  # both are read, none is looked up
    held_up.set()
    qtbot.waitUntil(lambda: work.idle)
    assert len(desk.notices.list()) == 2
