"""The tab on a real desk: what needs a question, who is not on the list, no list yet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf
from jz_training.domain.attendance import AttendanceStatus, AttendeeRole
from jz_training.domain.sheet import SheetOptions
from jz_training.labels import mark_words
from jz_training.services.desk import Desk
from jz_training.ui.attendance.attendance_tab import AttendanceTab
from jz_training.ui.context import Context
from tests.services.stories import a_listed_training, a_training
from tests.ui.conftest import Answers, Said

Settle = Callable[[], None]


@pytest.fixture
def tab(qtbot: QtBot, ctx: Context) -> AttendanceTab:
    made = AttendanceTab(ctx)
    qtbot.addWidget(made)
    qtbot.addWidget(made.panel)
    made.resize(1100, 600)
    made.show()
    made.panel.show()
    return made


def mark_of(desk: Desk, training: object, number: int) -> str:
    rows = desk.attendance.sheet(training).rows  # type: ignore[arg-type]
    return mark_words(next(row for row in rows if row.number == number).mark)


def test_minutes_are_asked_and_checked(
    tab: AttendanceTab, desk: Desk, answers: Answers, settle: Settle
) -> None:
    training = a_listed_training(desk)
    tab.show_training(training)
    settle()
    answers.texts += ["x", "25"]
    tab.questions.ask_minutes(2, AttendanceStatus.LATE)
    assert "1 到 600" in answers.told[0]
    tab.questions.ask_minutes(2, AttendanceStatus.LATE)
    settle()
    assert mark_of(desk, training, 2) == "迟到 25分"


def test_a_stand_in_is_named(
    tab: AttendanceTab, desk: Desk, answers: Answers, settle: Settle
) -> None:
    training = a_listed_training(desk)
    tab.show_training(training)
    settle()
    answers.texts.append("何小苗")
    tab.board.stand_in_asked.emit(3)
    settle()
    assert mark_of(desk, training, 3) == "到会（代会：何小苗）"


def test_who_came_unlisted_is_entered_and_counts_nowhere(
    qtbot: QtBot, tab: AttendanceTab, desk: Desk, settle: Settle
) -> None:
    training = a_listed_training(desk)
    tab.show_training(training)
    settle()
    tab.others.begin()
    tab.others.role.set_value(AttendeeRole.OBSERVER.value)
    tab.others.name.setText("石一鸣")
    qtbot.keyClick(tab.others.name, Qt.Key.Key_Return)
    settle()
    tab.refresh()
    settle()
    (other,) = desk.attendance.sheet(training).others
    assert (other.name, other.role) == ("石一鸣", AttendeeRole.OBSERVER)
    assert tab.board.order()[-1] == other.number
    assert desk.attendance.tally(training).expected == 5


def test_a_name_that_is_too_long_is_refused_below_the_line(
    tab: AttendanceTab, desk: Desk, settle: Settle
) -> None:
    tab.show_training(a_listed_training(desk))
    settle()
    tab.others.begin()
    tab.others.entered.emit("长" * 60, "", AttendeeRole.WALK_IN)
    settle()
    assert "50" in tab.others._error.text()


def test_a_walk_in_can_be_removed_again(
    tab: AttendanceTab, desk: Desk, said: Said, settle: Settle
) -> None:
    training = a_listed_training(desk)
    desk.attendance.add_walk_in(training, name="石一鸣")
    tab.show_training(training)
    settle()
    tab.board.remove_asked.emit(6)
    settle()
    assert desk.attendance.sheet(training).others == ()
    assert said.toasts == ["已移除 石一鸣。"]


def test_without_a_list_the_tab_leads_to_it(
    qtbot: QtBot, tab: AttendanceTab, desk: Desk, settle: Settle
) -> None:
    tab.show_training(a_training(desk))
    settle()
    assert tab._empty.isVisible()
    with qtbot.waitSignal(tab.list_wanted):
        tab._empty.verb.click()


def test_the_order_is_that_of_the_sheet_that_was_printed(
    tab: AttendanceTab, desk: Desk, settle: Settle
) -> None:
    training = a_listed_training(desk, people=30)
    sheet = desk.sheets.prepare(training, SheetOptions(blank_rows=0))
    desk.sheets.keep(sheet, sign_in_sheet_pdf(sheet)[1])
    tab.show_training(training)
    settle()
    assert tab.board.order() == tuple(range(1, 31))
    assert "序号与纸面一致" in tab.foot.words.text()


def test_the_time_of_the_last_store_is_shown(
    tab: AttendanceTab, desk: Desk, settle: Settle
) -> None:
    tab.show_training(a_listed_training(desk))
    settle()
    tab.panel.field.setText("q3")
    tab.panel.field.entered.emit()
    settle()
    assert "上次保存 09:00:" in tab.foot.words.text()


def test_arrows_go_through_the_persons_found(
    qtbot: QtBot, tab: AttendanceTab, desk: Desk, settle: Settle
) -> None:
    tab.show_training(a_listed_training(desk))
    settle()
    tab.panel.field.setText("国栋")
    assert len(tab._reading.found) == 5
    qtbot.keyClick(tab.panel.field, Qt.Key.Key_Down)
    assert "2/5" in tab.panel.words
    qtbot.keyClick(tab.panel.field, Qt.Key.Key_Return)
    assert tab.board.current == tab.board.order()[1]


def test_nothing_left_to_mark_is_said(tab: AttendanceTab, desk: Desk, settle: Settle) -> None:
    tab.show_training(a_listed_training(desk))
    settle()
    tab.panel.field.rest_asked.emit()
    tab.panel.field.rest_asked.emit()
    settle()
    assert tab.panel.words == "没有未记录的人。"
