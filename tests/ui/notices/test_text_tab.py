"""原文与要求: both sides show the same duty; words become duties."""

from __future__ import annotations

from PySide6.QtCore import Qt

from jz_training.ui.notices.obligation_dialog import ObligationDialog


def _select(tab, desk, study, words):
    start = desk.notices.get(study).text.index(words)
    tab.text.select_span(start, start + len(words))


def _phrases(desk, study):
    return [row.draft.phrase for row in desk.obligations.of_notice(study)]


def test_every_duty_with_words_is_marked_in_the_text(tab, desk, study):
    marked = {mark.key for mark in tab.text.marks if mark.tone is not None}
    assert marked == {row.id for row in desk.obligations.of_notice(study)}
    assert tab.duties.title.text() == "要求 3 项"
    assert tab.duties.note.text() == "未开始 3"


def test_a_duty_chosen_in_the_list_is_framed_in_the_text(tab, desk, study, qtbot):
    rows = desk.obligations.of_notice(study)
    tab.duties.table.view.selectRow(0)
    qtbot.keyClick(tab.duties.table.view, Qt.Key.Key_Down)
    assert tab.text.current == rows[1].id


def test_a_click_on_a_phrase_chooses_its_duty(tab, desk, study, qtbot):
    report = desk.obligations.of_notice(study)[2]
    tab.text.choose(report.id)
    point = tab.text.point_of(report.id)
    tab.text.choose(None)
    qtbot.mouseClick(tab.text.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert tab.duties.current.obligation.id == report.id


def test_words_selected_become_a_duty_of_exactly_these_words(tab, desk, study, settle, said):
    _select(tab, desk, study, "把大会精神传达到每一名职工")
    tab.duties.adding.click()
    settle()
    settle()
    assert _phrases(desk, study)[0] == "把大会精神传达到每一名职工"
    assert tab.duties.current.obligation.draft.phrase == "把大会精神传达到每一名职工"
    assert said.toasts[-1].startswith("已新增要求“把大会精神传达到每一名职工”")


def test_without_words_a_duty_is_asked_for(tab, settle):
    tab.text.drop_selection()
    tab.duties.adding.click()
    settle()
    (dialog,) = tab.findChildren(ObligationDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_place_left_to_the_reader_becomes_a_duty(tab, desk, study, settle):
    assert tab.left_over.isVisible()
    assert "转化为服务职工的实际行动" in tab.left_over.phrase.text()
    tab.left_over.take.click()
    settle()
    settle()
    assert "要把学习成果转化为服务职工的实际行动" in _phrases(desk, study)
    assert tab.left_over.isHidden()
    assert all(mark.tone is not None for mark in tab.text.marks)


def test_a_duty_taken_back_leaves_its_place_open_again(tab, desk, settle):
    tab.left_over.take.click()
    settle()
    desk.history.undo_last()
    tab.refresh()
    settle()
    assert tab.left_over.isVisible()


def test_a_place_that_is_no_duty_is_forgotten(tab, desk, study, settle):
    tab.left_over.drop.click()
    settle()
    settle()
    assert desk.notices.get(study).left_to_reader == ()
    assert tab.left_over.isHidden()
    assert len(_phrases(desk, study)) == 3


def test_a_duty_is_removed_by_a_key_and_comes_back_by_undo(tab, desk, study, qtbot, settle, said):
    tab.duties.table.view.selectRow(0)
    tab.duties.table.view.setFocus()
    qtbot.keyClick(tab.duties.table.view, Qt.Key.Key_Delete)
    settle()
    assert len(_phrases(desk, study)) == 2
    assert said.toasts[-1] == "已删除要求“要结合实际制定培训计划”。"
    desk.history.undo_last()
    assert len(_phrases(desk, study)) == 3


def test_a_duty_moves_down_by_a_key(tab, desk, study, qtbot, settle):
    first, second, third = _phrases(desk, study)
    tab.duties.table.view.selectRow(0)
    tab.duties.table.view.setFocus()
    qtbot.keyClick(tab.duties.table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    assert _phrases(desk, study) == [second, first, third]


def test_a_key_opens_the_duty_for_change(tab, qtbot, settle):
    tab.duties.table.view.selectRow(1)
    tab.duties.table.view.setFocus()
    qtbot.keyClick(tab.duties.table.view, Qt.Key.Key_F2)
    settle()
    (dialog,) = tab.findChildren(ObligationDialog)
    assert dialog.draft().phrase == "要通过举办专题学习会、报告会等组织学习"
    dialog.reject()


def test_the_menu_of_the_text_offers_what_fits_the_place(tab, desk, study):
    report = desk.obligations.of_notice(study)[2]
    tab.text.choose(report.id)
    menu = tab.menu_at(tab.text.point_of(report.id))
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == ["新增要求", "修改这项要求", "复制"]
    place = desk.notices.get(study).left_to_reader[0]
    tab.text.choose(place)
    menu = tab.menu_at(tab.text.point_of(place))
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words == ["新增要求", "作为一项要求", "不是要求", "复制"]


def test_a_notice_without_a_meeting_shows_no_strip(tab):
    assert tab.meeting.isHidden()


def test_a_duty_moves_by_one_also_where_another_was_removed(tab, desk, study, qtbot, settle):
    first, gone, last = (row.id for row in desk.obligations.of_notice(study))
    desk.obligations.remove(gone)
    tab.refresh()
    settle()
    tab.duties.table.view.selectRow(1)
    tab.duties.table.view.setFocus()
    qtbot.keyClick(tab.duties.table.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    assert [row.id for row in desk.obligations.of_notice(study)] == [last, first]
