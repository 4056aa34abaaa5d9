"""From the signed paper to a closed training: sixty people, by keyboard alone."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt

from jz_training.domain.attendance import AttendanceStatus, LeaveReason
from jz_training.domain.training import TrainingState
from jz_training.labels import mark_words
from jz_training.services.desk import Desk
from jz_training.ui.trainings.close_dialog import CloseDialog
from jz_training.ui.trainings.training_page import TrainingPage
from tests.journeys.keyboard import CTRL
from tests.journeys.windows import Window
from tests.services.stories import a_listed_training


def opened(window: Window, training: UUID) -> TrainingPage:
    return window.open(TrainingPage, "training", training_id=training)


def marks(desk: Desk, training: UUID, *numbers: int) -> list[str]:
    rows = {row.number: row for row in desk.attendance.sheet(training).rows}
    return [mark_words(rows[number].mark) for number in numbers]


def test_sixty_people_and_five_exceptions_take_under_sixty_keys(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=60)
    page, keys = opened(window, training), window.keys
    keys.type("q3 42 j8g cd20 10f dr6")
    keys.spell("李明", pinyin="liming")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_A, CTRL)
    keys.press(Qt.Key.Key_Return, CTRL)
    window.settle()
    assert desk.trainings.get(training).state is TrainingState.CLOSED
    tally = desk.attendance.tally(training)
    assert (tally.expected, tally.present, tally.leave, tally.absent) == (60, 57, 1, 2)
    assert marks(desk, training, 3, 42, 8, 20, 6, 7) == [
        "缺席", "缺席", "请假·公", "迟到 10分", "到会（代会：李明）", "到会",
    ]  # fmt: skip
    assert page.strip.words()["到会率"] == "95.0%"
    assert keys.pressed < 60


def test_chinese_words_do_the_same_through_an_input_method(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=60)
    opened(window, training)
    keys = window.keys
    keys.spell("缺席", pinyin="qx")
    keys.type("3 42")
    keys.spell("请假", pinyin="qj")
    keys.type("8")
    keys.spell("公", pinyin="g")
    keys.spell("迟到", pinyin="cd")
    keys.type("20 10")
    keys.spell("分", pinyin="f")
    keys.spell("代会", pinyin="dh")
    keys.type("6")
    keys.spell("李明", pinyin="liming")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_A, CTRL)
    keys.press(Qt.Key.Key_Return, CTRL)
    window.settle()
    assert desk.trainings.get(training).state is TrainingState.CLOSED
    assert marks(desk, training, 42, 8, 20) == ["缺席", "请假·公", "迟到 10分"]
    assert keys.pressed < 60


def test_initials_lead_to_a_person_and_a_letter_marks_them(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=12)
    page = opened(window, training)
    row = desk.attendance.sheet(training).rows[4]
    page.attendance.panel.field.setText(row.name)
    window.keys.press(Qt.Key.Key_Return)
    assert page.attendance.board.current == row.number
    window.keys.type("jb")
    window.keys.press(Qt.Key.Key_Return)
    assert page.attendance.panel.field.hasFocus()
    window.settle()
    mark = desk.attendance.sheet(training).rows[4].mark
    assert (mark.status, mark.reason) == (AttendanceStatus.LEAVE, LeaveReason.SICK)


def test_figures_move_before_enter_and_rest_on_escape(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=12)
    page = opened(window, training)
    window.keys.type("q1-3")
    assert page.strip.words()["缺席"] == "3"
    window.keys.press(Qt.Key.Key_Escape)
    assert page.strip.words()["缺席"] == "0"
    window.settle()
    assert desk.attendance.tally(training).unrecorded == 12


def test_what_is_not_understood_is_said_and_marks_nobody(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=12)
    page = opened(window, training)
    window.keys.type("q3 99")
    window.keys.press(Qt.Key.Key_Return)
    window.settle()
    assert "99" in page.attendance.panel.words
    assert desk.attendance.tally(training).unrecorded == 12


def test_ctrl_z_in_the_empty_line_takes_the_last_act_back(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=12)
    page = opened(window, training)
    window.keys.type("q3")
    window.keys.press(Qt.Key.Key_Return)
    window.settle()
    window.keys.press(Qt.Key.Key_Z, CTRL)
    window.settle()
    assert desk.attendance.tally(training).absent == 0
    assert page.strip.words()["缺席"] == "0"


def test_closing_asks_about_the_rest_and_can_take_them_as_absent(
    window: Window, desk: Desk
) -> None:
    training = a_listed_training(desk, people=12)
    page = opened(window, training)
    window.keys.type("d1-10")
    window.keys.press(Qt.Key.Key_Return)
    window.keys.press(Qt.Key.Key_Return, CTRL)
    dialog = page.findChild(CloseDialog)
    assert dialog is not None
    dialog.absent.click()
    window.settle()
    assert desk.trainings.get(training).state is TrainingState.CLOSED
    assert desk.attendance.tally(training).absent == 2


def test_going_back_from_closing_leaves_everything_open(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=12)
    page = opened(window, training)
    window.keys.press(Qt.Key.Key_Return, CTRL)
    dialog = page.findChild(CloseDialog)
    assert dialog is not None
    dialog.reject()
    window.settle()
    assert desk.trainings.get(training).state is TrainingState.PLANNED
    assert desk.attendance.tally(training).unrecorded == 12


def test_a_closed_training_is_reopened_with_a_reason(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=12)
    page = opened(window, training)
    window.keys.press(Qt.Key.Key_A, CTRL)
    window.keys.press(Qt.Key.Key_Return, CTRL)
    window.settle()
    assert not page.attendance.panel.isEnabled()
    window.answers.texts.append("签名看错了一行")
    page.reopen_action.click()
    window.settle()
    assert desk.trainings.get(training).state is TrainingState.PLANNED
    assert "签名看错了一行" in desk.history.acts()[0].subject
    assert page.attendance.panel.isEnabled()


def test_a_failed_store_reloads_and_says_so(window: Window, desk: Desk) -> None:
    training = a_listed_training(desk, people=12)
    page = opened(window, training)
    desk.trainings.cancel(training, reason="别处取消")  # as from another window
    window.keys.type("q3")
    window.keys.press(Qt.Key.Key_Return)
    assert page.strip.words()["缺席"] == "1"
    window.settle()
    assert page.strip.words()["缺席"] == "0"
    assert "取消" in window.shell.toast.text
