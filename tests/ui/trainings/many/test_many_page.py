"""Many trainings at once: the preview, what is left out, and one act with one undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from pytestqt.qtbot import QtBot

from jz_training.domain.batches import BatchBy
from jz_training.domain.clashes import ClashRule
from jz_training.domain.repetition import Pattern
from jz_training.services.desk import Desk
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.context import Context
from jz_training.ui.trainings.many.many_page import HOW, REPEAT, ManyPage
from tests.services.stories import a_training, draft, some_people
from tests.ui.conftest import Said

Settle = Callable[[], None]

FRIDAY = datetime(2026, 11, 27, 15, 0)
END = FRIDAY + timedelta(minutes=90)


@pytest.fixture
def page(qtbot: QtBot, ctx: Context, desk: Desk, settle: Settle) -> ManyPage:
    some_people(desk, 9)
    made = ManyPage(ctx)
    qtbot.addWidget(made)
    made.show()
    made.show_for(draft=draft(start=FRIDAY, end=END))
    settle()
    made.tabs.choose(HOW)
    settle()
    return made


def starts(page: ManyPage) -> list[datetime]:
    return [row.start for row in page.preview.preview.rows]


def repeated(page: ManyPage, settle: Settle, **fields: str) -> None:
    page.choose(REPEAT)
    page.repeat.until.setText(fields.get("until", "2026-12-11"))
    page.repeat.exclude.setText(fields.get("exclude", ""))
    page.read()
    settle()


def test_nothing_is_previewed_before_the_training_has_a_title(
    page: ManyPage, settle: Settle
) -> None:
    page.show_for(draft=draft(title=""))
    settle()
    page.next.click()
    assert page.tabs.current != HOW
    assert page.editor.fields.error("title") == "请填写主题。"


def test_batches_by_unit_follow_each_other_on_workdays(page: ManyPage) -> None:
    days = [start.date() for start in starts(page)]
    assert days == [date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 1)]
    assert sum(row.people for row in page.preview.preview.rows) == 9


def test_a_batch_gets_a_time_of_its_own(page: ManyPage, settle: Settle) -> None:
    page.preview.table.view.selectRow(1)
    page.preview.when.start.setText("09:00")
    page.preview.take.click()
    page.read()
    settle()
    assert [start.time() for start in starts(page)] == [time(15), time(9), time(15)]


def test_who_has_no_batch_by_hand_is_listed(page: ManyPage, settle: Settle) -> None:
    people = page.editor.audience.people
    page.batches.choose(BatchBy.HAND)
    page.batches.take_people({person.id: 1 for person in people[:7]})
    page.read()
    settle()
    assert [row.people for row in page.preview.preview.rows] == [7]
    assert "没有分到批次的 2 人" in page.preview.rest.text()
    assert people[8].name in page.preview.rest.text()


def test_a_batch_left_out_tells_how_many_people_go_without(page: ManyPage) -> None:
    page.preview.table.view.selectRow(2)
    page.preview.toggle()
    assert page.make.text() == "建立 2 场"
    assert "3 人" in page.preview.rest.text()


def test_batches_are_made_as_one_act(
    page: ManyPage, desk: Desk, settle: Settle, said: Said
) -> None:
    page.make.click()
    page.make.click()
    settle()
    rows = desk.trainings.list(TrainingQuery(newest_first=False))
    assert [row.title[-5:] for row in rows] == ["（第1批）", "（第2批）", "（第3批）"]
    assert said.toasts == ["已建立 3 场。"]
    desk.history.undo_last()
    assert desk.trainings.list(TrainingQuery()) == ()


def test_a_weekly_rule_is_previewed_with_the_days_it_skips(page: ManyPage, settle: Settle) -> None:
    repeated(page, settle, exclude="12-04")
    assert [start.date() for start in starts(page)] == [date(2026, 11, 27), date(2026, 12, 11)]
    assert "2026年12月4日：已选择跳过" in page.preview.rest.text()


def test_what_is_left_out_of_a_series_is_not_made(
    page: ManyPage, desk: Desk, settle: Settle
) -> None:
    repeated(page, settle)
    page.preview.table.view.selectRow(1)
    page.preview.toggle()
    page.make.click()
    settle()
    rows = desk.trainings.list(TrainingQuery(newest_first=False))
    assert [row.start.date() for row in rows] == [date(2026, 11, 27), date(2026, 12, 11)]


def test_a_rule_without_an_end_is_asked_for_one(page: ManyPage, settle: Settle) -> None:
    repeated(page, settle, until="")
    assert page.repeat.error("until")
    assert not page.make.isEnabled()


def test_an_unreadable_day_is_named(page: ManyPage, settle: Settle) -> None:
    repeated(page, settle, exclude="十二月某天")
    assert "十二月某天" in page.repeat.error("exclude")


def test_the_last_friday_of_each_month(page: ManyPage, settle: Settle) -> None:
    page.repeat.choose(Pattern.MONTHLY_WEEKDAY)
    page.repeat.nth.setCurrentIndex(page.repeat.nth.findData(-1))
    repeated(page, settle, until="2026-12-31")
    assert [start.date() for start in starts(page)] == [date(2026, 11, 27), date(2026, 12, 25)]


def test_three_shifts_a_day_are_three_trainings(page: ManyPage, settle: Settle) -> None:
    page.repeat.slots.shifts.click()
    repeated(page, settle, until="2026-11-27")
    assert [row.what for row in page.preview.preview.rows] == ["早班", "中班", "夜班"]


def test_what_clashes_is_left_out_where_clashes_are_refused(
    page: ManyPage, desk: Desk, settle: Settle
) -> None:
    desk.settings.change(clash_rule=ClashRule.BLOCK.value)
    later = timedelta(days=7)
    a_training(desk, title="研讨会", start=FRIDAY + later, end=END + later)
    repeated(page, settle)
    assert page.preview.left_out == {FRIDAY + later}
    page.preview.table.view.selectRow(1)
    page.preview.toggle()
    assert len(page.preview.kept()) == 2


def test_nothing_is_made_before_the_preview_is_of_what_is_entered(
    page: ManyPage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    page.batches.limit.setValue(2)
    assert not page.make.isEnabled()
    page.make.click()
    settle()
    assert desk.trainings.list(TrainingQuery()) == ()
    qtbot.waitUntil(page.make.isEnabled)
    assert len(starts(page)) == 6


def test_batches_are_not_made_where_a_series_is_about_to_be_shown(
    page: ManyPage, desk: Desk, settle: Settle
) -> None:
    page.repeat.until.setText("2026-12-11")
    page.choose(REPEAT)
    page.make.click()
    settle()
    assert desk.trainings.list(TrainingQuery()) == ()
