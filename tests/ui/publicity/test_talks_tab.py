"""Talks: entered line by line, by heads or by names, filtered, changed, cancelled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jz_training.domain.outreach import OutreachRow, PlaceKind
from jz_training.domain.roster import UnitKind
from jz_training.domain.training import TrainingForm, TrainingState
from jz_training.services.desk import Desk
from jz_training.services.outreach_rows import OutreachQuery
from jz_training.ui.publicity.outreach_dialog import OutreachDialog
from jz_training.ui.publicity.publicity_page import TALKS, PublicityPage
from jz_training.ui.publicity.talk_words import listeners_words
from jz_training.ui.publicity.talks_tab import TalksTab
from tests.services.stories import some_people
from tests.ui.conftest import Answers, Said
from tests.ui.publicity.log_stories import a_talk
from tests.ui.typing_words import type_words

Settle = Callable[[], None]


@pytest.fixture
def tab(page: PublicityPage, settle: Settle) -> TalksTab:
    page.tabs.choose(TALKS)
    settle()
    return page.talks


def titles(tab: TalksTab) -> list[str]:
    rows = (tab.table.model.row_at(at) for at in range(tab.table.model.rowCount()))
    return [row.draft.title for row in rows if row is not None]


def only(desk: Desk) -> OutreachRow:
    (row,) = desk.outreach.list(OutreachQuery())
    return row


def dialog_of(tab: TalksTab) -> OutreachDialog:
    return tab.findChildren(OutreachDialog)[-1]


def held(tab: TalksTab, day: str = "11-20") -> None:
    """Say that it was on a day gone by."""
    tab.entry.when.day.setText(day)
    tab.entry.when.day.read()


def test_enter_records_a_talk_and_the_cursor_is_back_in_the_topic(
    qtbot: QtBot, tab: TalksTab, desk: Desk, settle: Settle
) -> None:
    type_words(qtbot, tab.entry.topic, "大会精神进班组")
    qtbot.keyClicks(tab.entry.form, "wx")
    qtbot.keyClicks(tab.entry.kind, "bz")
    type_words(qtbot, tab.entry.place, "织造一班")
    held(tab)
    type_words(qtbot, tab.entry.heads, "31")
    qtbot.keyClick(tab.entry.heads, Qt.Key.Key_Return)
    settle()
    row = only(desk)
    assert (row.draft.form, row.draft.place_kind) == (
        TrainingForm.MICRO_OUTREACH,
        PlaceKind.TEAM,
    )
    assert (row.draft.place, row.draft.head_count) == ("织造一班", 31)
    assert desk.trainings.get(row.training_id).state is TrainingState.CLOSED
    assert tab.entry.topic.hasFocus()
    assert (tab.entry.topic.text(), tab.entry.heads.text()) == ("", "")
    assert titles(tab) == ["大会精神进班组"]


def test_units_of_that_kind_are_offered_and_kept_as_units(
    tab: TalksTab, desk: Desk, settle: Settle
) -> None:
    shop = desk.units.add(name="织造车间", kind=UnitKind.BRANCH)
    desk.units.add(name="织造一班", kind=UnitKind.TEAM, parent_id=shop)
    tab.refresh()
    settle()
    tab.entry.kind.set_value(PlaceKind.WORKSHOP)
    settle()
    assert tab.entry.place.suggestions("织造") == ["织造车间"]
    tab.entry.place.setText("织造车间")
    assert tab.entry.draft().unit_id == shop
    tab.entry.kind.set_value(PlaceKind.TEAM)
    assert tab.entry.draft().unit_id is None


def test_heads_that_are_no_number_are_said_so(qtbot: QtBot, tab: TalksTab, desk: Desk) -> None:
    type_words(qtbot, tab.entry.topic, "宣讲")
    type_words(qtbot, tab.entry.heads, "许多")
    qtbot.keyClick(tab.entry.heads, Qt.Key.Key_Return)
    assert tab.entry.trouble.text() == "听众人数请写数字，如 36。"
    assert tab.entry.heads.hasFocus()
    assert desk.outreach.list(OutreachQuery()) == ()


def test_an_end_before_the_beginning_is_refused_at_the_time(
    qtbot: QtBot, tab: TalksTab, settle: Settle
) -> None:
    type_words(qtbot, tab.entry.topic, "宣讲")
    tab.entry.when.end.setText("14:00")
    qtbot.keyClick(tab.entry.topic, Qt.Key.Key_Return)
    settle()
    assert tab.entry.trouble.text()
    assert tab.entry.when.property("wrong") == "true"
    assert tab.entry.topic.text() == "宣讲"


def test_by_names_the_talk_is_kept_and_its_list_opens(
    qtbot: QtBot, tab: TalksTab, desk: Desk, said: Said, settle: Settle
) -> None:
    type_words(qtbot, tab.entry.topic, "宣讲")
    tab.entry.heads.setText("31")
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(tab.entry.topic, Qt.Key.Key_Return, control)
    settle()
    row = only(desk)
    assert row.draft.head_count is None
    assert said.opened == [("training", {"training_id": row.training_id, "tab": "list"})]


def test_online_the_number_counts_views(
    qtbot: QtBot, tab: TalksTab, desk: Desk, settle: Settle
) -> None:
    type_words(qtbot, tab.entry.topic, "云上讲堂")
    tab.entry.kind.set_value(PlaceKind.ONLINE)
    assert tab.entry.heads.accessibleName() == "线上观看"
    held(tab)
    tab.entry.heads.setText("412")
    qtbot.keyClick(tab.entry.topic, Qt.Key.Key_Return)
    settle()
    row = only(desk)
    assert (row.draft.online_views, row.listeners) == (412, 0)
    assert listeners_words(row) == ("—", "")


def test_it_is_said_how_listeners_are_known(desk: Desk) -> None:
    counted = desk.outreach.get(a_talk(desk))
    uncounted = desk.outreach.get(a_talk(desk, head_count=None))
    assert listeners_words(counted) == ("86", "按人数")
    assert listeners_words(uncounted) == ("—", "待填")


def test_a_list_of_names_counts_instead_of_heads(tab: TalksTab, desk: Desk, settle: Settle) -> None:
    some_people(desk, 5)
    talk = a_talk(desk, unit_id=desk.units.all()[0].id, head_count=None)
    desk.lists.freeze(talk)
    row = desk.outreach.get(talk)
    assert listeners_words(row) == ("0", "按名单")
    tab.refresh()
    settle()
    tab.table.view.selectRow(0)
    tab.open_current()
    fields = dialog_of(tab).fields
    assert fields.heads.isReadOnly()
    assert fields.heads.text() == "按名单 0 人次"
    dialog_of(tab).verb.click()
    settle()
    assert desk.outreach.get(talk).named == 0


def test_place_and_words_narrow_the_list(
    qtbot: QtBot, tab: TalksTab, desk: Desk, settle: Settle
) -> None:
    a_talk(desk, title="一")
    a_talk(desk, title="二", place_kind=PlaceKind.ENTERPRISE, head_count=120)
    tab.refresh()
    settle()
    assert tab.filters.count.text() == "共 2 场，听众 206 人次"
    tab.kind.set_value(PlaceKind.ENTERPRISE)
    settle()
    assert titles(tab) == ["二"]
    tab.filters.clear()
    tab.filters.text.setText("一")
    qtbot.waitUntil(lambda: titles(tab) == ["一"])


def test_groups_and_notes_are_entered_in_the_dialog(
    tab: TalksTab, desk: Desk, settle: Settle
) -> None:
    talk = a_talk(desk)
    tab.refresh()
    settle()
    tab.table.view.selectRow(0)
    tab.open_current()
    dialog = dialog_of(tab)
    dialog.fields.groups.usual["女职工"].click()
    dialog.fields.groups.others.add("青年职工")
    dialog.fields.groups.others.add("农民工")
    dialog.fields.heads.setText("90")
    dialog.verb.click()
    settle()
    draft = desk.outreach.get(talk).draft
    assert draft.groups == ("农民工", "女职工", "青年职工")
    assert draft.head_count == 90


def test_a_refusal_stands_under_its_field_in_the_dialog(
    tab: TalksTab, desk: Desk, settle: Settle
) -> None:
    tab.entry.topic.setText("宣讲")
    tab.entry.more.click()
    dialog = dialog_of(tab)
    later = datetime(2026, 12, 1, 15)
    dialog.fields.when.set_value(later, later.replace(hour=16))
    dialog.fields.heads.setText("5")
    dialog.verb.click()
    settle()
    assert dialog.fields.error("head_count")
    assert desk.outreach.list(OutreachQuery()) == ()


def test_a_talk_is_cancelled_with_a_reason(
    tab: TalksTab, desk: Desk, answers: Answers, settle: Settle
) -> None:
    talk = a_talk(desk, head_count=None)
    tab.refresh()
    settle()
    tab.table.view.selectRow(0)
    answers.texts.append("停电")
    tab._cancel()
    settle()
    assert titles(tab) == []
    assert desk.trainings.get(talk).cancel_reason == "停电"


def test_a_period_shows_only_its_talks(tab: TalksTab, desk: Desk, settle: Settle) -> None:
    a_talk(desk)
    tab.show_period(date(2026, 10, 1), date(2026, 10, 31))
    settle()
    assert titles(tab) == []
