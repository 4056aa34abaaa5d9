"""Temporary persons linked, put on the roster, and two entries merged, from the list of people."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from jz_training.domain.attendance import PRESENT
from jz_training.domain.roster import PersonDraft
from jz_training.services.desk import Desk
from jz_training.services.people import PeopleQuery
from jz_training.ui.context import Context
from jz_training.ui.people.merge_dialog import MergeDialog
from jz_training.ui.people.people_page import PeoplePage
from jz_training.ui.people.temporary_dialog import TemporaryDialog
from tests.services.stories import a_listed_training

Settle = Callable[[], None]


@pytest.fixture
def training(desk: Desk) -> UUID:
    training = a_listed_training(desk, people=3)
    for name in ("赵来", "钱往"):
        desk.attendance.add_walk_in(training, name=name, unit="织造车间")
    desk.attendance.mark_rest(training, PRESENT)
    return training


@pytest.fixture
def page(qtbot: QtBot, ctx: Context, training: UUID, settle: Settle) -> PeoplePage:
    made = PeoplePage(ctx)
    qtbot.addWidget(made)
    ctx.work.changed.connect(lambda _: made.refresh())
    made.show()
    made.show_for()
    settle()
    return made


def open_temporary(page: PeoplePage, settle: Settle) -> TemporaryDialog:
    page.open_temporary()
    settle()
    return page.findChildren(TemporaryDialog)[-1]


def test_a_temporary_person_is_linked_to_the_suggestion(
    page: PeoplePage, desk: Desk, training: UUID, settle: Settle
) -> None:
    person = desk.people.add(PersonDraft(name="赵来"))
    dialog = open_temporary(page, settle)
    names = [dialog.table.model.cell(at, 0).text for at in range(2)]
    dialog.table.view.selectRow(names.index("赵来"))
    assert dialog.linking.isEnabled()
    dialog.link_first()
    settle()
    settle()
    assert [one.name for one in desk.merging.walk_ins()] == ["钱往"]
    assert desk.people.trainings_of(person)[0].training_id == training


def test_a_temporary_person_is_put_on_the_roster_with_the_unit(
    page: PeoplePage, desk: Desk, settle: Settle
) -> None:
    dialog = open_temporary(page, settle)
    dialog.table.view.selectRow(0)
    assert not dialog.linking.isEnabled()
    dialog.make_person()
    settle()
    settle()
    assert dialog.table.model.rowCount() == 1
    (made,) = desk.people.rows(desk.people.ids(PeopleQuery(sort="entered"))[-1:])
    assert (made.name, made.unit) == ("钱往", "织造车间")


def test_two_people_of_one_list_are_not_merged_and_the_dialog_says_why(
    page: PeoplePage, desk: Desk, settle: Settle
) -> None:
    page.grab()
    settle()
    page.table.view.selectRow(0)
    page.merge()
    dialog = page.findChildren(MergeDialog)[-1]
    other = desk.people.get(desk.people.ids(PeopleQuery())[1])
    dialog.target.person_picked.emit(other)
    dialog.accept()
    settle()
    assert "都是应到人员" in dialog.form.error("target")


def test_a_double_entry_is_merged(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    twin = desk.people.add(PersonDraft(name="孙新"))
    page.grab()
    settle()
    page.table.view.selectRow(0)
    row = page.table.current_row()
    assert row is not None
    page.merge()
    dialog = page.findChildren(MergeDialog)[-1]
    dialog.target.person_picked.emit(desk.people.get(twin))
    dialog.accept()
    settle()
    assert desk.people.get(row.id).retired
    assert desk.people.trainings_of(twin)[0].line.name == row.name
