"""资料库: entered in a line, found by pinyin, changed, removed unless it is needed."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jz_training.services.desk import Desk
from jz_training.ui.context import Context
from jz_training.ui.library.library_page import LibraryPage
from jz_training.ui.library.speaker_dialog import SpeakerDialog
from jz_training.ui.library.venue_dialog import VenueDialog
from jz_training.ui.statistics.rows_dialog import RowsDialog
from tests.ui.conftest import Said
from tests.ui.library.conftest import Opened, Settle, choose, names, words
from tests.ui.typing_words import type_words


def test_a_venue_shows_seats_use_and_the_next_day(
    open_page: Opened, venue: UUID, training: UUID
) -> None:
    page = open_page("venues")
    said = ["会议室", "24", "办公楼", "", "1 场", "12月1日"]
    assert words(page.venues, "三楼会议室") == said
    assert words(page.venues, "职工书屋")[-2:] == ["—", "—"]
    assert page.tabs.line.text_of("venues") == "场地 2"


@pytest.mark.parametrize(("typed", "found"), [("书屋", "职工书屋"), ("slhys", "三楼会议室")])
def test_venues_are_found_by_words_and_by_initials(
    open_page: Opened, qtbot: QtBot, settle: Settle, venue: UUID, typed: str, found: str
) -> None:
    tab = open_page("venues").venues
    tab.text.setText(typed)
    qtbot.waitUntil(lambda: names(tab) == [found])
    settle()
    assert tab.count.text() == "共 1 处"


def test_a_venue_is_entered_in_one_line_by_the_keyboard(
    open_page: Opened, qtbot: QtBot, settle: Settle, desk: Desk
) -> None:
    page = open_page("venues")
    page.venues.begin()
    type_words(qtbot, page.venues.line.name, "一号车间")
    page.venues.line.capacity.setText("30人")
    qtbot.keyClick(page.venues.line.name, Qt.Key.Key_Return)
    settle()
    settle()
    (row,) = desk.venues.list()
    assert (row.draft.name, row.draft.capacity) == ("一号车间", 30)
    assert page.venues.table.selected_ids() == [row.id]
    assert page.venues.line.name.hasFocus()
    assert page.venues.line.name.text() == ""


@pytest.mark.parametrize(
    ("name", "seats", "sentence"),
    [
        ("", "", "请填写场地名称。"),
        ("大厅", "很多", "可坐人数请写数字，如 36。"),
        ("三楼会议室", "", "已经有一条“三楼会议室”，请换一个名称或修改已有的一条。"),
    ],
)
def test_a_line_that_cannot_be_entered_says_why(
    open_page: Opened, settle: Settle, venue: UUID, name: str, seats: str, sentence: str
) -> None:
    page = open_page("venues")
    line = page.venues.line
    line.name.setText(name)
    line.capacity.setText(seats)
    line.save.click()
    settle()
    assert line.trouble.text() == sentence
    assert len(names(page.venues)) == 2


def test_a_venue_is_changed_in_its_dialog(
    open_page: Opened, qtbot: QtBot, settle: Settle, desk: Desk, venue: UUID, training: UUID
) -> None:
    page = open_page("venues")
    choose(page.venues, "三楼会议室")
    qtbot.keyClick(page.venues.table.view, Qt.Key.Key_F2)
    (dialog,) = page.venues.findChildren(VenueDialog)
    dialog.name.setText("三楼大会议室")
    dialog.capacity.setText("")
    dialog.accept()
    settle()
    settle()
    assert desk.venues.get(venue).draft.capacity is None
    assert desk.trainings.get(training).draft.venue == "三楼大会议室"
    assert words(page.venues, "三楼大会议室")[1] == "—"


def test_seats_that_are_no_number_stay_in_the_dialog(
    open_page: Opened, settle: Settle, desk: Desk, venue: UUID
) -> None:
    page = open_page("venues")
    choose(page.venues, "三楼会议室")
    page.venues.edit()
    (dialog,) = page.venues.findChildren(VenueDialog)
    dialog.capacity.setText("许多")
    dialog.accept()
    settle()
    assert dialog.form.error("capacity") == "可坐人数请写数字，如 36。"
    assert desk.venues.get(venue).draft.capacity == 24


def test_a_venue_nobody_needs_is_removed_and_undone(
    open_page: Opened, qtbot: QtBot, settle: Settle, desk: Desk, said: Said, venue: UUID
) -> None:
    page = open_page("venues")
    choose(page.venues, "职工书屋")
    qtbot.keyClick(page.venues.table.view, Qt.Key.Key_Delete)
    settle()
    settle()
    assert said.toasts == ["已删除场地“职工书屋”。"]
    assert names(page.venues) == ["三楼会议室"]
    desk.history.undo_last()
    assert len(desk.venues.list()) == 2


def test_a_venue_that_is_still_needed_stays_with_a_sentence(
    open_page: Opened, settle: Settle, ctx: Context, venue: UUID, training: UUID
) -> None:
    told: list[str] = []
    ctx.work.failed.connect(lambda sentence, _: told.append(sentence))
    page = open_page("venues")
    choose(page.venues, "三楼会议室")
    page.venues.removing.click()
    settle()
    assert told == ["还有 1 个待召开的场次用到它，请先修改这些场次再删除。"]
    assert "三楼会议室" in names(page.venues)


def test_the_number_of_trainings_opens_them(
    open_page: Opened, settle: Settle, said: Said, venue: UUID, training: UUID
) -> None:
    page = open_page("venues")
    page.venues.open_cell(choose(page.venues, "三楼会议室"), "used")
    settle()
    (dialog,) = page.venues.findChildren(RowsDialog)
    assert dialog.table.model.rowCount() == 1
    dialog.table.opened.emit(0)
    assert said.opened == [("training", {"training_id": training})]


def test_behind_a_nought_there_is_nothing(open_page: Opened, settle: Settle, venue: UUID) -> None:
    page = open_page("venues")
    page.venues.open_cell(choose(page.venues, "职工书屋"), "used")
    settle()
    assert page.venues.findChildren(RowsDialog) == []


def test_venues_are_put_in_order_by_a_header(open_page: Opened, venue: UUID) -> None:
    tab = open_page("venues").venues
    tab.table.sort_requested.emit("seats", True)
    assert names(tab) == ["三楼会议室", "职工书屋"]
    tab.table.sort_requested.emit("seats", False)
    assert names(tab) == ["职工书屋", "三楼会议室"]


def test_a_speaker_gets_topics_in_the_dialog(
    open_page: Opened, settle: Settle, desk: Desk, speaker: UUID
) -> None:
    page = open_page("speakers")
    choose(page.speakers, "林晓雯")
    page.speakers.edit()
    (dialog,) = page.speakers.findChildren(SpeakerDialog)
    dialog.topics.add("劳动竞赛")
    dialog.topics.entry.setText("安全生产")  # typed, and not yet added by Enter
    dialog.accept()
    settle()
    settle()
    assert desk.speakers.get(speaker).draft.topics == ("劳动竞赛", "安全生产")
    assert words(page.speakers, "林晓雯")[:3] == ["讲师", "市委党校", "劳动竞赛、安全生产"]


def test_the_line_of_a_speaker_goes_into_the_dialog(
    open_page: Opened, settle: Settle, desk: Desk
) -> None:
    page = open_page("speakers")
    page.speakers.line.name.setText("周明远")
    page.speakers.line.more.click()
    (dialog,) = page.speakers.findChildren(SpeakerDialog)
    assert dialog.name.text() == "周明远"
    dialog.accept()
    settle()
    settle()
    assert names(page.speakers) == ["周明远"]
    assert page.speakers.line.name.text() == ""


def test_ctrl_n_begins_where_the_tab_is_entered(open_page: Opened, qtbot: QtBot) -> None:
    page: LibraryPage = open_page("speakers")
    qtbot.keyClick(page.speakers.table.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.speakers.line.name.hasFocus()
