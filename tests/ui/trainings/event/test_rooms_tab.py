"""Viewing points: added, filled by unit, people moved between them, counts that add up."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from jz_training.domain.training import TrainingForm
from jz_training.domain.viewpoint import ViewpointDraft
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.trainings.event.rooms_reading import MAIN
from jz_training.ui.trainings.event.rooms_tab import RoomsTab
from jz_training.ui.trainings.event.viewpoint_dialog import ViewpointDialog
from jz_training.ui.trainings.print_tab import PrintTab
from jz_training.ui.trainings.training_page import TrainingPage
from tests.services.stories import a_listed_training, a_training
from tests.ui.conftest import Said

Settle = Callable[[], None]


@pytest.fixture
def training(desk: Desk) -> UUID:
    return a_listed_training(desk, people=9, form=TrainingForm.BROADCAST)


@pytest.fixture
def tab(qtbot: QtBot, ctx: Context, training: UUID, settle: Settle) -> RoomsTab:
    made = RoomsTab(ctx)
    qtbot.addWidget(made)
    made.show()
    made.show_training(training)
    settle()
    return made


def a_room(desk: Desk, training: UUID, *, at: int = 0) -> UUID:
    """Add a viewing point that one workshop watches."""
    unit = desk.units.all()[at]
    room = ViewpointDraft(name=f"{unit.name}分会场", units=(unit.id,))
    return desk.viewpoints.add(training, room)


def counts(tab: RoomsTab) -> list[int]:
    assert tab.reading is not None
    return [room.people for room in tab.reading.rooms]


def test_without_rooms_everybody_is_in_the_main_hall(tab: RoomsTab) -> None:
    assert counts(tab) == [9]
    assert tab.carry.isHidden()
    assert tab.total.text() == "合计 9 人"


def test_a_room_is_added_in_a_dialog(
    tab: RoomsTab, desk: Desk, training: UUID, settle: Settle, said: Said
) -> None:
    tab.add.click()
    settle()
    dialog = tab.findChild(ViewpointDialog)
    assert dialog is not None
    dialog.form.name_field.setText("织造车间分会场")
    dialog.form.responsible.setText("叶静")
    dialog.verb.click()
    settle()
    (room,) = desk.viewpoints.of_training(training)
    assert (room.draft.name, room.draft.responsible) == ("织造车间分会场", "叶静")
    assert said.toasts == ["已新增分会场“织造车间分会场”。"]


def test_a_second_room_of_the_same_name_is_refused_under_the_name(
    tab: RoomsTab, desk: Desk, training: UUID, settle: Settle
) -> None:
    a_room(desk, training)
    tab.add.click()
    settle()
    dialog = tab.findChild(ViewpointDialog)
    assert dialog is not None
    dialog.form.name_field.setText(desk.viewpoints.of_training(training)[0].draft.name)
    dialog.verb.click()
    settle()
    assert dialog.form.error("name")
    assert len(desk.viewpoints.of_training(training)) == 1


def test_people_go_to_the_rooms_of_their_units_and_counts_add_up(
    tab: RoomsTab, desk: Desk, training: UUID, settle: Settle
) -> None:
    a_room(desk, training)
    a_room(desk, training, at=1)
    tab.refresh()
    settle()
    tab.assign.click()
    settle()
    tab.refresh()
    settle()
    assert counts(tab) == [3, 3, 3]
    assert tab.total.text() == "合计 9 人"


def test_selected_people_are_moved(
    tab: RoomsTab, desk: Desk, training: UUID, settle: Settle
) -> None:
    room_id = a_room(desk, training)
    tab.refresh()
    settle()
    tab.lines.view.selectRow(4)
    assert tab.reading is not None
    tab.move_to(tab.reading.rooms[1])
    settle()
    tab.refresh()
    settle()
    assert counts(tab) == [8, 1]
    assert [line.number for line in tab.reading.lines[room_id]] == [5]
    assert 5 not in [line.number for line in tab.reading.lines[MAIN]]


def test_a_removed_room_gives_its_people_back(
    tab: RoomsTab, desk: Desk, training: UUID, settle: Settle
) -> None:
    room_id = a_room(desk, training)
    desk.viewpoints.assign(training)
    tab.refresh()
    settle()
    tab.rooms.select(room_id)
    tab.remove.click()
    settle()
    tab.refresh()
    settle()
    assert counts(tab) == [9]


def test_only_a_broadcast_has_the_tab(
    qtbot: QtBot, ctx: Context, desk: Desk, training: UUID, settle: Settle
) -> None:
    page = TrainingPage(ctx)
    qtbot.addWidget(page)
    page.show()
    page.show_for(training_id=training, tab="rooms")
    settle()
    assert page.tabs.current == "rooms"
    page.show_for(training_id=a_training(desk), tab="info")
    settle()
    page.tabs.choose("rooms")
    assert page.tabs.current == "info"


def test_a_training_whose_making_was_undone_gives_way_to_the_list(
    qtbot: QtBot, ctx: Context, desk: Desk, settle: Settle, said: Said
) -> None:
    page = TrainingPage(ctx)
    qtbot.addWidget(page)
    page.show()
    page.show_for(training_id=a_training(desk), tab="papers")
    settle()
    desk.history.undo_last()
    page.refresh()
    settle()
    assert said.opened == [("trainings", {})]


def test_each_room_prints_its_own_sheet(
    qtbot: QtBot, ctx: Context, desk: Desk, training: UUID, settle: Settle
) -> None:
    a_room(desk, training)
    desk.viewpoints.assign(training)
    tab = PrintTab(ctx)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_training(training)
    settle()
    assert not tab.room.isHidden()
    tab.room.activated.emit(2)
    settle()
    assert tab._drawn is not None
    assert len(tab._drawn.sheet.rows) == 3
    assert tab._drawn.sheet.viewpoint == desk.viewpoints.of_training(training)[0].draft.name
