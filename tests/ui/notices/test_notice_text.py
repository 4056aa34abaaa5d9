"""The page of print: clicking phrases, selecting words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from jz_training.ui.notices.notice_text import NoticeText
from jz_training.ui.notices.text_marks import Mark
from jz_training.ui.style.theme import Tone


@pytest.fixture
def text(qtbot, desk, study):
    made = NoticeText()
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show_notice(desk.notices.get(study))
    made.show()
    return made


def _mark(text, desk, study, words, key="x"):
    start = desk.notices.get(study).text.index(words)
    mark = Mark(key=key, start=start, end=start + len(words), words="未开始", tone=Tone.DASHED)
    text.show_marks((*text.marks, mark))
    return mark


def test_a_click_on_marked_words_tells_their_key(text, desk, study, qtbot):
    _mark(text, desk, study, "要结合实际制定培训计划")
    with qtbot.waitSignal(text.mark_clicked) as told:
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=text.point_of("x"))
    assert told.args == ["x"]


def test_a_second_click_goes_through_to_the_wider_words(text, desk, study):
    _mark(text, desk, study, "制定培训计划", key="narrow")
    _mark(text, desk, study, "要结合实际制定培训计划。", key="wide")
    point = text.point_of("narrow")
    assert text.mark_at(point).key == "narrow"
    text.choose("narrow")
    assert text.mark_at(point).key == "wide"


def test_enter_takes_the_words_under_the_cursor(text, desk, study, qtbot):
    mark = _mark(text, desk, study, "要结合实际制定培训计划")
    cursor = QTextCursor(text.document())
    cursor.setPosition(mark.start + 2)
    text.setTextCursor(cursor)
    with qtbot.waitSignal(text.mark_clicked) as told:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert told.args == ["x"]


def test_selected_words_are_told_without_blanks_at_their_ends(text, desk, study):
    words = desk.notices.get(study).text
    start = words.index("各基层工会：")
    text.select_span(start - 1, start + 5)
    assert text.selected_span() == (start, start + 5)
    text.drop_selection()
    assert text.selected_span() is None


def test_nothing_can_be_typed_into_a_notice(text, desk, study, qtbot):
    before = text.toPlainText()
    qtbot.keyClicks(text, "x")
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert text.toPlainText() == before == desk.notices.get(study).text


def test_words_far_down_are_brought_into_sight(text, desk, study):
    text.resize(300, 120)
    _mark(text, desk, study, "要把学习成果转化为服务职工的实际行动")
    text.choose("x")
    assert text.verticalScrollBar().value() > 0
    assert text.viewport().rect().contains(text.point_of("x"))


def test_a_letter_outside_the_common_plane_moves_no_mark(qtbot, desk):
    from jz_training.readers.notice.pasted import read_notice_text

    added = desk.notices.add(read_notice_text("𠮷祥社区工会学习通知\n各小组：\n要制定培训计划。"))
    text = NoticeText()
    qtbot.addWidget(text)
    text.show_notice(desk.notices.get(added))
    start = desk.notices.get(added).text.index("要制定培训计划")
    text.select_span(start, start + 7)
    assert text.textCursor().selectedText() == "要制定培训计划"
    assert text.selected_span() == (start, start + 7)
