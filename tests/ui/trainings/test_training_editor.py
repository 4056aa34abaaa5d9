"""Entering and changing a training: errors in words, audience with its count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jz_training.domain.training import AudienceRule, TrainingForm
from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.trainings.training_editor import TrainingEditor
from jz_training.ui.trainings.training_info_tab import TrainingInfoTab
from jz_training.ui.trainings.training_new_page import TrainingNewPage
from tests.factories import draft
from tests.services.notices import a_notice
from tests.services.stories import a_training, some_people
from tests.ui.conftest import Answers, Said

Settle = Callable[[], None]


@pytest.fixture
def editor(qtbot: QtBot, ctx: Context) -> TrainingEditor:
    made = TrainingEditor(ctx)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def new(qtbot: QtBot, ctx: Context, settle: Settle) -> TrainingNewPage:
    made = TrainingNewPage(ctx)
    qtbot.addWidget(made)
    made.show()
    made.show_for()
    settle()
    return made


def test_a_draft_comes_out_as_it_went_in(editor: TrainingEditor, settle: Settle) -> None:
    shown = draft(hours=Decimal("1.5"), required=True, note="带笔记本")
    editor.show_draft(shown)
    settle()
    assert editor.draft() == shown


def test_notice_phase_and_batch_stay_while_notices_are_still_read(
    editor: TrainingEditor, desk: Desk, settle: Settle
) -> None:
    shown = draft(notice_id=a_notice(desk), plan_item_id=None, phase=1, batch=3)
    editor.show_draft(shown)
    assert editor.draft() == shown
    settle()
    assert editor.draft() == shown
    assert editor.fields.notice.currentIndex() == 1


def test_notices_that_arrive_late_are_no_change(editor: TrainingEditor, qtbot: QtBot) -> None:
    editor.show_draft(draft())
    with qtbot.assertNotEmitted(editor.edited):
        editor.fields.offer_notices(())


def test_what_a_notice_says_of_a_meeting_is_there_to_be_edited(
    new: TrainingNewPage, settle: Settle
) -> None:
    told = draft(title="交流会", venue="市工人文化宫")
    new.show_for(draft=told)
    settle()
    assert new.editor.draft() == told


def test_a_training_without_a_title_is_asked_for_one(new: TrainingNewPage, said: Said) -> None:
    new.save.click()
    assert new.editor.fields.error("title") == "请填写主题。"
    assert said.opened == []


def test_hours_must_be_a_number(editor: TrainingEditor) -> None:
    editor.show_draft(draft())
    editor.fields.hours.setText("两小时")
    assert editor.draft() is None
    assert "数字" in editor.fields.error("hours")


def test_an_end_before_the_beginning_is_refused_under_the_time(
    new: TrainingNewPage, settle: Settle, desk: Desk
) -> None:
    new.editor.fields.title.setText("专题学习会")
    new.editor.fields.when.end.setText("14:00")
    new.save.click()
    settle()
    assert new.editor.fields.error("when") == "结束时间要晚于开始时间。"
    assert new.save.isEnabled()
    assert desk.home().trainings == 0


def test_a_new_training_is_stored_once_and_its_list_opens(
    new: TrainingNewPage, settle: Settle, said: Said, desk: Desk
) -> None:
    new.editor.fields.title.setText("专题学习会")
    new.save.click()
    new.save.click()
    settle()
    ((key, what),) = said.opened
    assert (key, what["tab"]) == ("training", "list")
    assert desk.home().trainings == 1


def test_what_was_entered_before_is_offered(
    editor: TrainingEditor, desk: Desk, settle: Settle
) -> None:
    a_training(desk, venue="职工之家二楼", speaker="秦晓峰", topics=("把牢方向",))
    editor.show_draft(draft(venue=""))
    settle()
    assert editor.fields.venue.suggestions("zgzj") == ["职工之家二楼"]
    assert editor.fields.speaker.suggestions("qxf") == ["秦晓峰"]
    assert editor.fields.topics.entry.suggestions("把") == ["把牢方向"]


def test_the_count_follows_units_and_layers(
    editor: TrainingEditor, desk: Desk, settle: Settle
) -> None:
    some_people(desk, 24)
    editor.show_draft(draft())
    settle()
    audience = editor.audience
    assert audience.count.text() == "将有 24 人应到"
    audience.units.tick(desk.units.all()[0].id)
    settle()
    assert audience.count.text() == "将有 8 人应到"
    audience.layers.box("职工").click()
    settle()
    assert audience.count.text() == f"将有 {len(audience.people)} 人应到"
    assert {person.layer for person in audience.people} == {"职工"}


def test_all_units_ticked_mean_everybody(
    editor: TrainingEditor, desk: Desk, settle: Settle
) -> None:
    some_people(desk, 6)
    editor.show_draft(draft())
    settle()
    for unit in desk.units.all():
        editor.audience.units.tick(unit.id)
    assert editor.audience.rule() == AudienceRule()


def test_a_person_inside_the_range_is_taken_out_and_one_outside_joins(
    editor: TrainingEditor, desk: Desk, settle: Settle
) -> None:
    some_people(desk, 6)
    unit, other = desk.units.all()[:2]
    editor.show_draft(draft(audience=AudienceRule(units=(unit.id,))))
    settle()
    inside = editor.audience.people[0]
    outside = next(p for p in desk.lists.audience(AudienceRule()) if p.unit_id == other.id)
    editor.audience.by_hand.picked.emit(inside)
    editor.audience.by_hand.picked.emit(outside)
    settle()
    rule = editor.audience.rule()
    assert (rule.units, rule.added, rule.removed) == ((unit.id,), (outside.id,), (inside.id,))


def test_by_hand_only_the_chosen_are_expected(
    qtbot: QtBot, editor: TrainingEditor, desk: Desk, settle: Settle
) -> None:
    some_people(desk, 6)
    editor.show_draft(draft(audience=AudienceRule(everyone=False)))
    settle()
    search = editor.audience.by_hand.search
    person = desk.lists.audience(AudienceRule())[2]
    search.setFocus()
    qtbot.keyClicks(search, "x")
    search.setText(person.name)
    search.textEdited.emit(person.name)
    settle()
    qtbot.keyClick(search, Qt.Key.Key_Return)
    settle()
    assert editor.audience.rule() == AudienceRule(added=(person.id,), everyone=False)
    assert editor.audience.count.text() == "将有 1 人应到"


def test_an_untouched_audience_is_kept_as_it_was(editor: TrainingEditor, settle: Settle) -> None:
    rule = AudienceRule(with_parts=False, layers=("职工",))
    editor.show_draft(draft(audience=rule))
    settle()
    assert editor.audience.rule() is rule


@pytest.fixture
def info(qtbot: QtBot, ctx: Context) -> TrainingInfoTab:
    made = TrainingInfoTab(ctx)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_change_is_saved_and_the_bar_goes(
    info: TrainingInfoTab, desk: Desk, settle: Settle
) -> None:
    training = a_training(desk)
    info.show_training(training)
    settle()
    assert not info.is_dirty
    info.editor.fields.venue.setText("三楼会议室")
    assert info.is_dirty
    info._save()
    settle()
    assert not info.is_dirty
    assert desk.trainings.get(training).draft.venue == "三楼会议室"


def test_unsaved_changes_survive_a_refresh_and_can_be_dropped(
    info: TrainingInfoTab, desk: Desk, settle: Settle
) -> None:
    info.show_training(a_training(desk, venue="一楼"))
    settle()
    info.editor.fields.venue.setText("三楼")
    info.refresh()
    settle()
    assert info.editor.fields.venue.text() == "三楼"
    info._drop()
    settle()
    assert info.editor.fields.venue.text() == "一楼"


def test_what_was_changed_elsewhere_is_not_overwritten(
    info: TrainingInfoTab, desk: Desk, answers: Answers, settle: Settle
) -> None:
    training = a_training(desk, venue="一楼")
    info.show_training(training)
    settle()
    view = desk.trainings.get(training)
    desk.trainings.change(
        training, version=view.version, draft=replace(view.draft, form=TrainingForm.REPORT)
    )
    info.editor.fields.venue.setText("三楼")
    info._save()
    settle()
    assert desk.trainings.get(training).draft.venue == "一楼"
    assert "别处" in answers.told[0]
    assert info.is_dirty
