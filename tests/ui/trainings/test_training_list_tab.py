"""The tab 名单: preview and order, fixing, changes offered, numbers kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from jz_training.domain.attendance import PRESENT
from jz_training.domain.roster import PersonDraft
from jz_training.domain.training import AudienceRule, SheetOrder
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.trainings.list_changes_dialog import ListChangesDialog
from jz_training.ui.trainings.training_list_tab import TrainingListTab
from tests.services.stories import a_listed_training, a_training, some_people
from tests.ui.conftest import Said

Settle = Callable[[], None]


@pytest.fixture
def tab(qtbot: QtBot, ctx: Context) -> TrainingListTab:
    made = TrainingListTab(ctx)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


def names(tab: TrainingListTab) -> list[str]:
    model = tab.preview.model
    rows = (model.row_at(at) for at in range(model.rowCount()))
    return [row[1].name for row in rows if row is not None]


def test_the_preview_shows_who_would_be_listed_in_the_chosen_order(
    tab: TrainingListTab, desk: Desk, settle: Settle
) -> None:
    some_people(desk, 12)
    tab.show_training(a_training(desk))
    settle()
    assert tab.words.text() == "将有 12 人应到"
    by_unit = names(tab)
    tab.order.set_value(SheetOrder.PINYIN.value)
    tab.order.chosen.emit(SheetOrder.PINYIN.value)
    settle()
    assert sorted(names(tab)) == sorted(by_unit)
    assert names(tab) != by_unit


def test_fixing_takes_the_order_that_was_chosen(
    tab: TrainingListTab, desk: Desk, said: Said, settle: Settle
) -> None:
    some_people(desk, 12)
    training = a_training(desk)
    tab.show_training(training)
    tab.order.set_value(SheetOrder.STROKES.value)
    tab.refresh()
    settle()
    shown = names(tab)
    tab.freeze.click()
    settle()
    assert [row.name for row in desk.attendance.sheet(training).rows] == shown
    assert said.toasts == ["名单已确定，共 12 人。"]


def test_an_audience_of_nobody_cannot_be_fixed(
    tab: TrainingListTab, desk: Desk, settle: Settle
) -> None:
    tab.show_training(a_training(desk, audience=AudienceRule(layers=("没有",))))
    settle()
    assert not tab.freeze.isEnabled()


def test_names_with_unknown_strokes_are_mentioned(
    tab: TrainingListTab, desk: Desk, settle: Settle
) -> None:
    desk.people.add(PersonDraft(name="张\U00030edd"))
    tab.show_training(a_training(desk))
    settle()
    assert "张\U00030edd" in tab.note.text()


def test_a_fixed_list_can_be_renumbered_until_somebody_is_marked(
    tab: TrainingListTab, desk: Desk, settle: Settle
) -> None:
    training = a_listed_training(desk, people=12)
    tab.show_training(training)
    settle()
    assert tab.order.isVisible()
    tab.order.chosen.emit(SheetOrder.PINYIN.value)
    settle()
    assert desk.trainings.get(training).order is SheetOrder.PINYIN
    desk.attendance.mark(training, {1: PRESENT})
    tab.refresh()
    settle()
    assert not tab.order.isVisible()
    assert "序号不再改动" in tab.note.text()


def listed_before_the_roster_moved(desk: Desk) -> UUID:
    """Return a training of six whose first has a new post, whose second left; one more came."""
    training = a_listed_training(desk, people=6)
    first, second, *_ = (row.person_id for row in desk.attendance.sheet(training).rows)
    assert first is not None
    assert second is not None
    person = desk.people.get(first)
    entered = PersonDraft(
        name=person.name,
        unit_id=person.unit_id,
        post="组长",
        layer=person.layer,
        category=person.category,
    )
    desk.people.change(person.id, version=person.version, draft=entered)
    desk.people.add(PersonDraft(name="冉新来"))
    view = desk.trainings.get(training)
    rule = AudienceRule(removed=(second,))
    desk.trainings.change(training, version=view.version, draft=replace(view.draft, audience=rule))
    return training


def changes(tab: TrainingListTab) -> ListChangesDialog:
    tab.look.click()
    dialog = tab.findChild(ListChangesDialog)
    assert dialog is not None
    return dialog


def test_changes_of_the_roster_are_offered_and_not_applied(
    tab: TrainingListTab, desk: Desk, settle: Settle
) -> None:
    training = listed_before_the_roster_moved(desk)
    tab.show_training(training)
    settle()
    assert tab.moved_words.text() == (
        "名单确定以后名册有变化：1 人应加入，1 人已不在范围内，1 人的信息有变动。"
    )
    assert len(desk.attendance.sheet(training).rows) == 6


def test_ticked_changes_are_applied_and_old_numbers_stay(
    tab: TrainingListTab, desk: Desk, settle: Settle
) -> None:
    training = listed_before_the_roster_moved(desk)
    tab.show_training(training)
    settle()
    changes(tab).accept()
    settle()
    rows = desk.attendance.sheet(training).rows
    assert [row.number for row in rows] == [1, 3, 4, 5, 6, 7]
    assert (rows[0].post, rows[-1].name) == ("组长", "冉新来")


def test_what_is_not_ticked_stays_as_it_is(
    tab: TrainingListTab, desk: Desk, settle: Settle
) -> None:
    training = listed_before_the_roster_moved(desk)
    tab.show_training(training)
    settle()
    dialog = changes(tab)
    joined, left, moved = dialog.boxes()
    joined.setChecked(False)
    left.setChecked(False)
    assert "职务 空 → 组长" in moved.text()
    dialog.accept()
    settle()
    rows = desk.attendance.sheet(training).rows
    assert [row.number for row in rows] == [1, 2, 3, 4, 5, 6]
    assert rows[0].post == "组长"


def test_who_left_with_a_mark_is_not_ticked_beforehand(
    tab: TrainingListTab, desk: Desk, settle: Settle
) -> None:
    training = listed_before_the_roster_moved(desk)
    desk.attendance.mark(training, {2: PRESENT})
    tab.show_training(training)
    settle()
    left = changes(tab).boxes()[1]
    assert not left.isChecked()
    assert "已登记 到会" in left.text()
