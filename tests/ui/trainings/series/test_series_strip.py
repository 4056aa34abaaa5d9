"""A training of a series: its line, changing one or several, copying and moving all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from jz_training.domain.repetition import Pattern, Repetition, SeriesScope, Slot
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.trainings.series.copy_series_dialog import CopySeriesDialog
from jz_training.ui.trainings.series.move_series_dialog import MoveSeriesDialog
from jz_training.ui.trainings.series.scope_dialog import ScopeDialog
from jz_training.ui.trainings.series.series_list_dialog import SeriesListDialog
from jz_training.ui.trainings.training_info_tab import TrainingInfoTab
from tests.services.stories import a_training, draft
from tests.ui.conftest import Said

Settle = Callable[[], None]

FRIDAY = datetime(2026, 11, 27, 15, 0)


def a_series(desk: Desk) -> tuple[UUID, ...]:
    rule = Repetition(
        pattern=Pattern.WEEKLY, first=FRIDAY.date(), weekdays=(4,), count=4,
        slots=(Slot(start=time(15), end=time(16, 30)),),
    )  # fmt: skip
    return desk.series.create(draft(start=FRIDAY, end=FRIDAY + timedelta(minutes=90)), rule)


@pytest.fixture
def tab(qtbot: QtBot, ctx: Context) -> TrainingInfoTab:
    made = TrainingInfoTab(ctx)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(tab: TrainingInfoTab, training: UUID, settle: Settle) -> None:
    tab.show_training(training)
    settle()
    settle()


def test_a_training_of_a_series_says_so(tab: TrainingInfoTab, desk: Desk, settle: Settle) -> None:
    shown(tab, a_series(desk)[1], settle)
    assert tab.series.words.text() == "系列：共 4 场，这是第 2 场"


def test_a_training_alone_has_no_such_line(
    tab: TrainingInfoTab, desk: Desk, settle: Settle
) -> None:
    shown(tab, a_training(desk), settle)
    assert tab.series.isHidden()


@pytest.mark.parametrize(
    ("scope", "changed"),
    [
        (SeriesScope.ONE, [False, True, False, False]),
        (SeriesScope.FOLLOWING, [False, True, True, True]),
        (SeriesScope.ALL, [True, True, True, True]),
    ],
)
def test_a_change_goes_as_far_as_was_chosen(
    tab: TrainingInfoTab, desk: Desk, settle: Settle, scope: SeriesScope, changed: list[bool]
) -> None:
    ids = a_series(desk)
    shown(tab, ids[1], settle)
    tab.editor.fields.venue.setText("三楼会议室")
    tab._save()
    dialog = tab.findChild(ScopeDialog)
    assert dialog is not None
    dialog.boxes[scope].click()
    dialog.accept()
    settle()
    assert [desk.trainings.get(one).draft.venue == "三楼会议室" for one in ids] == changed
    assert not tab.is_dirty


def test_the_list_opens_another_of_the_series(
    tab: TrainingInfoTab, desk: Desk, settle: Settle, said: Said
) -> None:
    ids = a_series(desk)
    shown(tab, ids[0], settle)
    tab.series.look.click()
    dialog = tab.findChild(SeriesListDialog)
    assert dialog is not None
    dialog.table.select(ids[3])
    dialog.accept()
    assert said.opened == [("training", {"training_id": ids[3]})]


def test_a_copied_series_begins_after_the_old_one(
    tab: TrainingInfoTab, desk: Desk, settle: Settle, said: Said
) -> None:
    shown(tab, a_series(desk)[0], settle)
    tab.series.copy.click()
    dialog = tab.findChild(CopySeriesDialog)
    assert dialog is not None
    dialog.accept()
    settle()
    made = said.opened[0][1]["training_id"]
    assert isinstance(made, UUID)
    assert desk.trainings.get(made).draft.start.date() == date(2026, 12, 25)


def test_this_and_the_following_move_together(
    tab: TrainingInfoTab, desk: Desk, settle: Settle
) -> None:
    ids = a_series(desk)
    shown(tab, ids[2], settle)
    tab.series.shift.click()
    dialog = tab.findChild(MoveSeriesDialog)
    assert dialog is not None
    dialog.scope.set_value("following")
    dialog.when.start.setText("09:00")
    dialog.accept()
    settle()
    assert [desk.trainings.get(one).draft.start.hour for one in ids] == [15, 15, 9, 9]


def test_moving_by_nothing_is_refused_in_words(
    tab: TrainingInfoTab, desk: Desk, settle: Settle
) -> None:
    shown(tab, a_series(desk)[0], settle)
    tab.series.shift.click()
    dialog = tab.findChild(MoveSeriesDialog)
    assert dialog is not None
    dialog.accept()
    assert dialog.form.error("when") == "请填写与原来不同的时间。"
