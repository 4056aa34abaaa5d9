"""The page of one notice."""

from __future__ import annotations

import pytest

from jz_training.readers.notice.pasted import read_notice_text
from jz_training.ui.notices.header_dialog import HeaderDialog
from tests.ui.notices.notice_words import STUDY


@pytest.fixture
def shown(page, study, settle):
    page.show_for(notice_id=study)
    settle()
    return page


def test_title_badge_and_count_are_shown(shown):
    assert shown.title == "关于认真学习宣传贯彻清河市工会第九次代表大会精神的通知"
    assert shown._badge.word == "待核对"
    assert shown._facts.text() == "清河市总工会    10月28日"
    assert shown.tabs.text_of("text") == "原文与要求 3"


def test_a_review_is_noted_and_can_be_taken_back(shown, desk, study, settle):
    shown.review.click()
    settle()
    settle()
    assert desk.notices.get(study).reviewed
    assert shown._badge.word == "已核对"
    assert shown.review.isHidden()
    desk.history.undo_last()
    assert not desk.notices.get(study).reviewed


def test_a_duty_asked_for_is_chosen(page, study, desk, settle):
    report = desk.obligations.of_notice(study)[2]
    page.show_for(notice_id=study, tab="text", obligation_id=report.id)
    settle()
    assert page.tab("text").duties.current.obligation.id == report.id


def test_another_notice_takes_the_place_of_the_first(shown, meeting, settle):
    shown.show_for(notice_id=meeting)
    settle()
    assert shown.title == "关于召开清河市基层工会主席学习交流会的通知"
    assert shown.tab("text").duties.title.text() == "要求 0 项"
    assert shown.tab("text").meeting.isVisible()


def test_facts_are_corrected_in_a_dialog(shown, desk, study, settle):
    shown.edit_header()
    (dialog,) = shown.findChildren(HeaderDialog)
    dialog.number.setText("清工文〔2026〕18号")
    dialog.printed.setText("2026-10-29")
    dialog.verb.click()
    settle()
    settle()
    header = desk.notices.get(study).header
    assert header.number == "清工文〔2026〕18号"
    assert header.addressees == ("各基层工会",)
    assert shown._facts.text() == "清工文〔2026〕18号    清河市总工会    10月29日印发"


def test_a_notice_keeps_a_title(shown, desk, study):
    shown.edit_header()
    (dialog,) = shown.findChildren(HeaderDialog)
    dialog.title.clear()
    dialog.verb.click()
    assert dialog.form.error("title") == "请填写标题。"
    assert desk.notices.get(study).header.title
    dialog.reject()


def test_a_removed_notice_leads_back_to_the_list(shown, answers, said, desk, settle):
    shown._remove()
    settle()
    assert answers.asked[-1].startswith("删除通知“关于认真学习")
    assert said.opened[-1] == ("notices", {})
    assert desk.notices.list() == ()
    desk.history.undo_last()
    assert len(desk.obligations.of_notice(desk.notices.list()[0].id)) == 3


def test_the_long_title_leaves_room_for_the_actions(shown, qtbot):
    shown.resize(900, 700)
    assert shown.minimumSizeHint().width() <= 900


def test_a_notice_whose_taking_in_is_undone_leads_back_to_the_list(
    shown, desk, work, said, settle, qtbot
):
    told = []
    work.failed.connect(lambda *words: told.append(words))
    desk.history.undo_last()
    shown.refresh()
    settle()
    assert said.opened == [("notices", {})]
    assert told == []


def test_the_plan_is_asked_for_with_the_notice(shown, said, study):
    shown.plan.click()
    assert said.opened == [("plan", {"notice_id": study, "tab": "plan"})]


def test_the_file_of_a_notice_can_be_opened(page, desk, settle, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr("jz_training.ui.notices.notice_page.open_in_system", opened.append)
    path = tmp_path / "学习通知.txt"
    path.write_text(STUDY, encoding="utf-8")
    page.show_for(notice_id=desk.notices.add(read_notice_text(STUDY), source=path))
    settle()
    page._menu.aboutToShow.emit()
    assert page._menu.actions()[0].isEnabled()
    page.open_original()
    settle()
    assert opened[0].read_text(encoding="utf-8") == STUDY


def test_a_pasted_notice_has_no_file_to_open(shown):
    shown._menu.aboutToShow.emit()
    assert not shown._menu.actions()[0].isEnabled()
