"""工作台: what needs a hand, what comes next, the first steps."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from jz_training.domain.attendance import AttendanceStatus, Mark
from jz_training.ui.home.home_page import HomePage
from jz_training.ui.widgets.badge import Badge
from tests.services.stories import a_listed_training, a_training

PAST = datetime(2026, 11, 20, 15, 0)
SOON = datetime(2026, 11, 24, 15, 0)


def _at(start: datetime) -> dict[str, datetime]:
    return {"start": start, "end": start + timedelta(minutes=90)}


@pytest.fixture
def page(qtbot, ctx, settle):
    made = HomePage(ctx)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    made.show()

    def opened() -> HomePage:
        made.show_for()
        settle()
        return made

    return opened


def _press(qtbot, page, word: str) -> None:
    made = next(b for b in page.findChildren(QPushButton) if b.text() == word and b.isVisible())
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def _words(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_a_new_workspace_shows_the_first_steps(page, qtbot, said):
    shown = page()
    assert shown.start.isVisible()
    _press(qtbot, shown, "导入名册")
    _press(qtbot, shown, "新建场次")
    assert [key for key, _ in said.opened] == ["import", "training_new"]


def test_the_name_of_the_union_is_taken_at_the_first_step(page, qtbot, answers, settle, desk):
    shown = page()
    answers.texts = ["清河市纺织公司工会"]
    _press(qtbot, shown, "填写")
    settle()
    assert desk.settings.get().organiser == "清河市纺织公司工会"
    shown.refresh()
    settle()
    assert [badge.word for badge in shown.start.findChildren(Badge) if badge.isVisible()] == [
        "已填写"
    ]


def test_a_past_training_without_marks_is_to_be_entered(page, qtbot, desk, said):
    training = a_listed_training(desk, **_at(PAST))
    shown = page()
    assert [todo.word for todo in shown.todo.todos] == ["待录考勤"]
    assert shown.todo.todos[0].facts == "应到 5 人，未记录 5 人"
    _press(qtbot, shown, "录入考勤")
    assert said.opened == [("training", {"training_id": training, "tab": "attendance"})]


def test_a_past_training_fully_marked_is_to_be_closed(page, desk):
    training = a_listed_training(desk, **_at(PAST))
    desk.attendance.mark(training, {1: Mark(status=AttendanceStatus.ABSENT)})
    desk.attendance.mark_rest(training, Mark(status=AttendanceStatus.PRESENT))
    todo = page().todo.todos[0]
    assert (todo.word, todo.facts) == ("待关闭", "已全部记录：实到 4 人，请假 0 人，缺席 1 人")


def test_trainings_without_a_list_lead_to_the_list(page, desk):
    a_training(desk, title="将开", **_at(SOON))
    a_training(desk, title="开过", **_at(PAST))
    todos = page().todo.todos
    assert [(todo.word, todo.tab) for todo in todos] == [("缺名单", "list"), ("缺名单", "list")]
    assert todos[0].title == "11月20日 开过"


def test_more_than_fit_are_counted(page, desk):
    for number in range(7):
        a_training(desk, title=f"第{number}次", **_at(PAST + timedelta(hours=number)))
    shown = page()
    assert "另有 3 项" in _words(shown)
    assert shown.todo.note.text() == "7 项"


def test_the_next_two_weeks_are_listed_in_order_of_time(page, desk, qtbot, said):
    a_training(desk, title="后", **_at(SOON + timedelta(days=2)))
    first = a_training(desk, title="先", **_at(SOON))
    a_training(desk, title="很久以后", **_at(SOON + timedelta(days=60)))
    table = page().upcoming
    assert [table.model.row_at(at).title for at in range(2)] == ["先", "后"]
    assert table.model.rowCount() == 2
    table.view.selectRow(0)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert said.opened == [("training", {"training_id": first})]


def test_closed_trainings_show_their_rate(page, desk):
    training = a_listed_training(desk, people=8, **_at(PAST))
    desk.attendance.mark(training, {1: Mark(status=AttendanceStatus.ABSENT)})
    desk.attendance.mark_rest(training, Mark(status=AttendanceStatus.PRESENT))
    desk.attendance.close(training)
    words = _words(page())
    assert "7/8" in words
    assert "87.5%" in words


def test_every_number_opens(page, desk, qtbot, said):
    a_listed_training(desk, **_at(PAST))
    shown = page()
    assert [shown.counts.figure(key) for key in ("people", "units", "trainings")] == ["5", "3", "1"]
    for key in ("people", "units", "trainings"):
        shown.counts.asked.emit(key)
    opened = [("people", {}), ("people", {"units": True}), ("trainings", {})]
    assert said.opened == opened


def test_a_title_with_markup_is_shown_literally(page, desk):
    a_training(desk, title="<b>会</b>", **_at(PAST))
    assert "11月20日 <b>会</b>" in _words(page())
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText for label in page().findChildren(QLabel)
    )


def test_what_is_held_today_stands_first_and_tomorrow_last(page, desk, said, qtbot):
    held = a_listed_training(desk, **_at(datetime(2026, 11, 22, 15, 0)))
    a_training(desk, **_at(PAST))
    tomorrow = a_training(desk, **_at(datetime(2026, 11, 23, 15, 0)))
    desk.lists.freeze(tomorrow)
    shown = page()
    assert [todo.word for todo in shown.todo.todos] == ["今天", "缺名单", "明天"]
    assert shown.todo.todos[0].facts == "应到 5 人"
    _press(qtbot, shown, "打印签到表")
    assert said.opened == [("training", {"training_id": held, "tab": "print"})]


def test_a_training_of_today_without_a_list_is_told_once(page, desk):
    a_listed_training(desk, **_at(PAST))
    a_training(desk, **_at(datetime(2026, 11, 22, 15, 0)))
    assert [todo.word for todo in page().todo.todos] == ["待录考勤", "缺名单"]
