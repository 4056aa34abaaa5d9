"""The calendar page: what it shows, where it leads, and how trainings are moved on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jz_training.domain.training import TrainingForm
from jz_training.services.desk import Desk
from jz_training.ui.calendar.calendar_menu import CalendarMenu
from jz_training.ui.calendar.calendar_page import CalendarPage
from jz_training.ui.calendar.calendar_span import View
from jz_training.ui.calendar.day_dialog import DayDialog
from jz_training.ui.paper.preview_dialog import PreviewDialog
from tests.services.stories import a_training
from tests.ui.calendar.conftest import Opened, Settle, drag
from tests.ui.conftest import Answers, Said

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
START, END = datetime(2026, 11, 25, 15), datetime(2026, 11, 25, 16, 30)


def a_meeting(desk: Desk, start: datetime = START, **changes: object) -> UUID:
    facts = {"start": start, "end": start.replace(hour=start.hour + 1, minute=30)} | changes
    return a_training(desk, **facts)


def when(desk: Desk, training: UUID) -> tuple[datetime, datetime]:
    draft = desk.trainings.get(training).draft
    return draft.start, draft.end


def test_a_training_stands_on_its_day(open_page: Opened, desk: Desk) -> None:
    training = a_meeting(desk)
    month = open_page().body_card.month
    assert month.day_area(START.date()).contains(month.area_of(training))


def test_a_filter_leaves_out_other_forms(open_page: Opened, desk: Desk, settle: Settle) -> None:
    training, _ = a_meeting(desk), a_meeting(desk, form=TrainingForm.LECTURE)
    page = open_page()
    page.bar.form.setCurrentIndex(page.bar.form.findData(TrainingForm.STUDY.value))
    settle()
    assert page.shown is not None
    assert [entry.id for entry in page.shown.entries] == [training]
    assert page.count.text() == "共 1 场"


def test_a_chip_dragged_to_another_day_keeps_its_hour(
    open_page: Opened, desk: Desk, settle: Settle, said: Said
) -> None:
    training = a_meeting(desk)
    month = open_page().body_card.month
    drag(month, month.area_of(training).center(), month.day_area(date(2026, 11, 26)).center())
    settle()
    assert when(desk, training) == (START.replace(day=26), END.replace(day=26))
    assert said.toasts == ["已改到11月26日 15:00–16:30。"]


def test_a_day_off_is_taken_and_told(
    open_page: Opened, desk: Desk, settle: Settle, said: Said
) -> None:
    training = a_meeting(desk)
    month = open_page().body_card.month
    drag(month, month.area_of(training).center(), month.day_area(date(2026, 11, 28)).center())
    settle()
    assert when(desk, training)[0].day == 28
    assert "请留意：11月28日是星期六，休息日。" in said.toasts[0]


@pytest.mark.parametrize("rule", ["warn", "block"])
def test_a_clash_is_told_or_refused_as_the_settings_say(
    rule: str, open_page: Opened, desk: Desk, settle: Settle, said: Said
) -> None:
    training = a_meeting(desk, venue="职工之家")
    other = a_meeting(desk, START.replace(day=26), venue="职工之家", title="研讨会")
    desk.settings.change(clash_rule=rule)
    page = open_page()
    refused: list[str] = []
    page.ctx.work.failed.connect(lambda sentence, _: refused.append(sentence))
    month = page.body_card.month
    drag(month, month.area_of(training).center(), month.area_of(other).center())
    settle()
    settle()
    told = said.toasts if rule == "warn" else refused
    assert "场地“职工之家”同一时间已安排“研讨会”" in told[0]
    assert when(desk, training)[0].day == (26 if rule == "warn" else 25)
    shown = {entry.id: entry.start for entry in page.shown.entries} if page.shown else {}
    assert shown[training] == when(desk, training)[0]


def test_a_cancelled_training_cannot_be_dragged(
    open_page: Opened, desk: Desk, settle: Settle
) -> None:
    training = a_meeting(desk)
    desk.trainings.cancel(training, reason="改期")
    month = open_page().body_card.month
    drag(month, month.area_of(training).center(), month.day_area(date(2026, 11, 26)).center())
    month.push(1, 0)
    settle()
    assert when(desk, training) == (START, END)


def test_escape_gives_a_drag_up(open_page: Opened, desk: Desk, settle: Settle) -> None:
    training = a_meeting(desk)
    month = open_page().body_card.month
    at, to = month.area_of(training).center(), month.day_area(date(2026, 11, 26)).center()
    QTest.mousePress(month.viewport(), LEFT, pos=at)
    QTest.mouseMove(month.viewport(), to)
    QTest.keyClick(month, Qt.Key.Key_Escape)
    QTest.mouseRelease(month.viewport(), LEFT, pos=to)
    settle()
    assert when(desk, training) == (START, END)


def test_a_double_click_opens_what_is_there_or_begins_a_training(
    open_page: Opened, desk: Desk, said: Said
) -> None:
    training = a_meeting(desk)
    month = open_page().body_card.month
    for at in (month.area_of(training).center(), month.day_area(date(2026, 11, 26)).center()):
        QTest.mouseDClick(month.viewport(), LEFT, pos=at)
    assert said.opened == [
        ("training", {"training_id": training}),
        ("training_new", {"start": datetime(2026, 11, 26, 15)}),
    ]


def test_the_keyboard_walks_chooses_moves_and_opens(
    open_page: Opened, desk: Desk, settle: Settle, said: Said
) -> None:
    training = a_meeting(desk)
    month = open_page().body_card.month  # the cursor stands on Sunday, the 22nd
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
    ):
        QTest.keyClick(month, key)
    assert month.accessibleDescription() == "11月25日 星期三，1 场"
    QTest.keyClick(month, Qt.Key.Key_Down, CTRL)
    QTest.keyClick(month, Qt.Key.Key_Right, SHIFT)
    settle()
    settle()
    assert when(desk, training) == (START.replace(day=26), END.replace(day=26))
    QTest.keyClick(month, Qt.Key.Key_Return)
    assert said.opened == [("training", {"training_id": training})]


def test_walking_over_the_edge_turns_the_page(open_page: Opened, settle: Settle) -> None:
    page = open_page(day=date(2026, 11, 30))
    QTest.keyClick(page.body_card.month, Qt.Key.Key_Right)
    settle()
    assert page.bar.title.text() == "2026年12月"
    assert page.body_card.month.cursor_at.date() == date(2026, 12, 1)


def test_letters_choose_the_view_and_today(open_page: Opened, settle: Settle) -> None:
    page = open_page(day=date(2026, 3, 3))
    for key, view in (
        (Qt.Key.Key_W, View.WEEK),
        (Qt.Key.Key_L, View.LIST),
        (Qt.Key.Key_M, View.MONTH),
    ):
        QTest.keyClick(QApplication.focusWidget() or page, key)
        settle()
        assert page.view is view
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_T)
    settle()
    assert page.bar.title.text() == "2026年11月"


def test_arrows_turn_the_months_outside_of_the_days(open_page: Opened, settle: Settle) -> None:
    page = open_page()
    page.bar.today.setFocus()
    QTest.keyClick(page.bar.today, Qt.Key.Key_Right)
    settle()
    assert page.bar.title.text() == "2026年12月"


def test_a_block_moves_in_quarters_of_an_hour_and_is_stretched(
    open_page: Opened, desk: Desk, settle: Settle
) -> None:
    training = a_meeting(desk)
    week = open_page(view="week", day=START.date()).body_card.week
    area = week.area_of(training)
    to = week.place_of(datetime(2026, 11, 26, 10)) - week.place_of(START)
    drag(week, area.center(), area.center() + to + QPoint(0, 3))
    settle()
    settle()
    assert when(desk, training) == (datetime(2026, 11, 26, 10), datetime(2026, 11, 26, 11, 30))
    end = week.area_of(training)
    edge = QPoint(end.center().x(), end.bottom() - 1)
    drag(week, edge, QPoint(edge.x(), week.place_of(datetime(2026, 11, 26, 12)).y()))
    settle()
    assert when(desk, training)[1] == datetime(2026, 11, 26, 12)


def test_the_week_is_used_by_keys_alone(open_page: Opened, desk: Desk, settle: Settle) -> None:
    training = a_meeting(desk)
    week = open_page(view="week", day=START.date()).body_card.week
    QTest.keyClick(week, Qt.Key.Key_Down, CTRL)
    for key, held in ((Qt.Key.Key_Up, SHIFT), (Qt.Key.Key_Down, SHIFT | CTRL)):
        QTest.keyClick(week, key, held)
        settle()
        settle()
    assert when(desk, training) == (START.replace(hour=14, minute=45), END)


def test_an_empty_hour_of_the_week_begins_a_training(open_page: Opened, said: Said) -> None:
    week = open_page(view="week", day=START.date()).body_card.week
    at = week.place_of(datetime(2026, 11, 24, 9, 30)) + QPoint(0, 4)
    QTest.mouseDClick(week.viewport(), LEFT, pos=at)
    assert said.opened == [("training_new", {"start": datetime(2026, 11, 24, 9, 30)})]


def test_more_than_fits_opens_the_list_of_the_day(
    open_page: Opened, desk: Desk, said: Said
) -> None:
    trainings = [a_meeting(desk, START.replace(hour=8 + at)) for at in range(8)]
    page = open_page()
    more = page.body_card.month.more_area(START.date())
    QTest.mouseClick(page.body_card.month.viewport(), LEFT, pos=more.center())
    dialog = page.findChild(DayDialog)
    assert dialog is not None
    assert dialog.table.model.rowCount() == 8
    QTest.keyClick(dialog.table.view, Qt.Key.Key_Return)
    assert said.opened == [("training", {"training_id": trainings[0]})]


def test_a_year_without_holidays_says_so_and_leads_to_the_settings(
    open_page: Opened, said: Said
) -> None:
    page = open_page(day=date(2027, 5, 1))
    assert page.body_card.unknown.text() == "2027年节假日安排未导入"
    page.body_card.unknown.click()
    assert said.opened == [("settings", {"tab": "calendar"})]


def test_the_menu_mirrors_the_keys(open_page: Opened, desk: Desk, settle: Settle) -> None:
    training = a_meeting(desk)
    page = open_page()
    page.body_card.month.select(training)
    menu = CalendarMenu(page, page.body_card.month, export=lambda: None)
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words[:3] == ["打开", "提前一天", "推后一天"]
    menu.actions()[3].trigger()
    settle()
    assert when(desk, training)[0].day == 26


def test_the_list_moves_a_training_by_keys(open_page: Opened, desk: Desk, settle: Settle) -> None:
    training = a_meeting(desk)
    page = open_page(view="list")
    page.body_card.list.view.selectRow(0)
    QTest.keyClick(page.body_card.list.view, Qt.Key.Key_Left, SHIFT)
    settle()
    settle()
    assert when(desk, training)[0].day == 24
    row = page.body_card.list.current_row()
    assert row is not None
    assert row.start.day == 24


def test_what_is_shown_is_saved_for_other_calendars(
    open_page: Opened, desk: Desk, settle: Settle, answers: Answers, tmp_path: Path
) -> None:
    a_meeting(desk)
    a_meeting(desk, datetime(2026, 12, 25, 9))
    page, target = open_page(), tmp_path / "十一月.ics"
    answers.paths = [target]
    page.save_span()
    settle()
    content = target.read_text(encoding="utf-8")
    assert content.count("BEGIN:VEVENT") == 1
    assert "DTSTART;TZID=Asia/Shanghai:20261125T150000" in content


def test_the_month_is_shown_as_it_will_be_printed(
    open_page: Opened, desk: Desk, settle: Settle
) -> None:
    a_meeting(desk)
    page = open_page()
    page.show_paper()
    settle()
    dialog = page.findChild(PreviewDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "2026年11月学习培训安排"
    dialog.close()


def test_the_view_is_remembered(open_page: Opened, desk: Desk, settle: Settle) -> None:
    page = open_page()
    page.choose_view(View.WEEK)
    settle()
    assert CalendarPage(page.ctx).view is View.WEEK


def test_a_key_that_is_held_moves_day_by_day(open_page: Opened, desk: Desk, settle: Settle) -> None:
    training = a_meeting(desk)
    month = open_page().body_card.month
    month.select(training)
    for _ in range(3):
        month.push(-1, 0)
    settle()
    assert when(desk, training) == (START - timedelta(days=3), END - timedelta(days=3))


def test_what_was_changed_elsewhere_is_not_moved_over(
    open_page: Opened, desk: Desk, settle: Settle
) -> None:
    training = a_meeting(desk)
    month = open_page().body_card.month
    month.select(training)
    month.push(-1, 0)
    settle()
    view = desk.trainings.get(training)
    late = replace(view.draft, start=START + timedelta(days=9), end=END + timedelta(days=9))
    desk.trainings.change(training, version=view.version, draft=late)
    month.push(-1, 0)  # the page still shows the first move
    settle()
    assert when(desk, training)[0] == START + timedelta(days=9)
