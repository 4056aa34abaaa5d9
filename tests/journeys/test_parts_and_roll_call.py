"""A day of two halves through the window: gate, marks by part, roll call, closing, correcting."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import Qt

from jz_training.domain.parts import TrainingPart
from jz_training.domain.training import TrainingState
from jz_training.labels import mark_words
from jz_training.services.desk import Desk
from jz_training.ui.rollcall.roll_call_window import RollCallWindow
from jz_training.ui.trainings.training_page import TrainingPage
from tests.factories import identity
from tests.journeys.keyboard import CTRL
from tests.journeys.windows import Window
from tests.services.stories import a_listed_training

DAY = datetime(2026, 11, 25)


def a_day(desk: Desk) -> UUID:
    parts = tuple(
        TrainingPart(
            id=identity(at, kind=8), name=name, start=DAY.replace(hour=hour),
            end=DAY.replace(hour=hour) + timedelta(hours=3),
        )
        for at, (name, hour) in enumerate((("上午", 9), ("下午", 14)))
    )  # fmt: skip
    return a_listed_training(desk, people=6, parts=parts, hours=Decimal(6))


def marks(desk: Desk, training: UUID, number: int) -> list[str]:
    row = desk.attendance.sheet(training).rows[number - 1]
    return [mark_words(mark) for mark in row.part_marks]


def call_roll(window: Window, page: TrainingPage, *names: str) -> None:
    """Mark people on the wall by the names they answer to."""
    page.attendance.foot.roll_call.click()
    room = page.attendance.room
    assert isinstance(room, RollCallWindow)
    window.settle()
    for name in names:
        room.line.setText(name)
        room.line.entered.emit(name, False)
        room.line.clear()
    window.settle()
    assert room.head.words()["已到"] == str(len(names))
    room.close()
    window.settle()


def test_a_day_of_two_halves_is_recorded_closed_and_corrected(window: Window, desk: Desk) -> None:
    training = a_day(desk)
    page = window.open(TrainingPage, "training", training_id=training, tab="attendance")
    tab, keys = page.attendance, window.keys
    window.answers.confirms = False
    keys.type("q3")
    keys.press(Qt.Key.Key_Return)
    window.settle()
    assert "3 天后（11月25日 09:00）才开始" in window.answers.asked[0]
    assert marks(desk, training, 3) == ["未记录", "未记录"]
    window.answers.confirms = True
    keys.press(Qt.Key.Key_Return)  # the line is still there
    names = [row.name for row in tab.keeper.book.expected if row.number != 3]
    call_roll(window, page, *names[:4])  # taken from 全部, it is the roll call of the morning
    tab.part_line.take(2)
    keys.type("j1b")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_A, CTRL)
    window.settle()
    assert len(window.answers.asked) == 2  # twice asked before the first mark, never after
    assert marks(desk, training, 1) == ["到会", "请假·病"]
    assert page.strip.words()["实到"] == "4"
    tab.part_line.take(0)
    keys.press(Qt.Key.Key_A, CTRL)
    window.settle()
    desk.attendance.close(training)
    page.refresh()
    window.settle()
    assert desk.attendance.tally(training).adds_up
    window.answers.texts.append("下午的签到表漏看一行")
    assert page.closed.isVisible()
    page.reopen_action.click()
    window.settle()
    assert desk.trainings.get(training).state is TrainingState.PLANNED
    assert "漏看一行" in desk.history.acts()[0].subject
    assert desk.attendance.sheet(training).rows[0].hours == Decimal(3)
