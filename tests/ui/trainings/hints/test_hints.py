"""Live remarks while a training is entered: day off, clash, next free time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from jz_training.domain.clashes import ClashRule
from jz_training.domain.training import TrainingForm
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.trainings.training_new_page import TrainingNewPage
from tests.services.stories import a_training, draft

Settle = Callable[[], None]

FRIDAY = datetime(2026, 11, 27, 15, 0)
FRIDAY_END = datetime(2026, 11, 27, 16, 30)
SUNDAY = datetime(2026, 11, 29, 15, 0)
SUNDAY_END = datetime(2026, 11, 29, 16, 30)


@pytest.fixture
def new(qtbot: QtBot, ctx: Context) -> TrainingNewPage:
    made = TrainingNewPage(ctx)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(new: TrainingNewPage, settle: Settle, **changes: object) -> str:
    new.show_for(draft=draft(**changes))
    new.editor._hints.read()
    settle()
    return new.editor.fields.hints.words()


def test_a_sunday_is_remarked_on(new: TrainingNewPage, settle: Settle) -> None:
    words = shown(new, settle, start=SUNDAY, end=SUNDAY_END)
    assert "11月29日是星期日，休息日。" in words


def test_a_workday_without_clashes_says_nothing(new: TrainingNewPage, settle: Settle) -> None:
    assert shown(new, settle, start=FRIDAY, end=FRIDAY_END) == ""
    assert new.editor.fields.hints.free.isHidden()


def test_an_occupied_room_is_said_with_what(
    new: TrainingNewPage, desk: Desk, settle: Settle
) -> None:
    a_training(desk, title="研讨会", venue="三楼会议室", start=FRIDAY, end=FRIDAY_END)
    words = shown(new, settle, venue="三楼会议室", start=FRIDAY, end=FRIDAY_END)
    assert "三楼会议室" in words
    assert "研讨会" in words


def test_the_next_free_time_fills_the_fields(
    new: TrainingNewPage, desk: Desk, settle: Settle
) -> None:
    a_training(desk, title="研讨会", venue="三楼会议室", start=FRIDAY, end=FRIDAY_END)
    shown(new, settle, venue="三楼会议室", start=FRIDAY, end=FRIDAY_END)
    new.editor.fields.hints.free.click()
    settle()
    settle()
    monday = datetime(2026, 11, 30, 8, 30)  # the first hour at which an office meets
    assert new.editor.fields.when.value() == (monday, monday + (FRIDAY_END - FRIDAY))
    assert new.editor.fields.hints.words() == ""


def test_a_refused_clash_stands_under_the_time(
    new: TrainingNewPage, desk: Desk, settle: Settle
) -> None:
    desk.settings.change(clash_rule=ClashRule.BLOCK.value)
    a_training(desk, title="研讨会", venue="三楼会议室", start=FRIDAY, end=FRIDAY_END)
    words = shown(new, settle, venue="三楼会议室", start=FRIDAY, end=FRIDAY_END)
    assert "不允许保存" in words
    new.save.click()
    settle()
    assert "没有保存" in new.editor.fields.error("when")
    assert desk.home().trainings == 1


def test_only_a_broadcast_asks_for_a_link(new: TrainingNewPage, settle: Settle) -> None:
    shown(new, settle)
    fields = new.editor.fields
    assert fields.link.isHidden()
    fields.form.setCurrentIndex(fields.form.findData(TrainingForm.BROADCAST.value))
    assert not fields.link.isHidden()
    fields.link.setText("https://live.example/1")
    told = new.editor.draft()
    assert told is not None
    assert told.link == "https://live.example/1"
