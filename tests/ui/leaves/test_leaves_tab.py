"""The tab 请假: entering a leave with its slip, finding it, changing and removing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from jz_training.domain.attendance import AttendanceStatus, LeaveReason
from jz_training.domain.leave import LeaveDraft, SlipState
from jz_training.services.desk import Desk
from jz_training.services.leaves import LeaveQuery
from jz_training.ui.context import Context
from jz_training.ui.leaves.leave_dialog import DAYS, LeaveDialog
from jz_training.ui.leaves.leaves_tab import ALL, LeavesTab
from jz_training.ui.trainings.trainings_page import TrainingsPage
from tests.services.stories import a_listed_training
from tests.ui.conftest import Said

MONDAY = datetime(2026, 11, 23, 9, 0)
Settle = Callable[[], None]


@pytest.fixture
def training(desk: Desk) -> UUID:
    return a_listed_training(desk, people=4, start=MONDAY, end=MONDAY + timedelta(hours=1))


@pytest.fixture
def page(qtbot: QtBot, ctx: Context, training: UUID, settle: Settle) -> TrainingsPage:
    made = TrainingsPage(ctx)
    qtbot.addWidget(made)
    ctx.work.changed.connect(lambda _: made.refresh())  # as the window does
    made.show()
    made.show_for(tab="leaves")
    settle()
    return made


@pytest.fixture
def tab(page: TrainingsPage) -> LeavesTab:
    tab = page.tabs.tab
    assert isinstance(tab, LeavesTab)
    return tab


def away(desk: Desk, training: UUID, at: int = 0, **changes: object) -> UUID:
    person = desk.attendance.sheet(training).rows[at].person_id
    assert person is not None
    facts = {"reason": LeaveReason.SICK, "first": MONDAY.date(), "last": MONDAY.date()}
    return desk.leaves.ask(LeaveDraft(person_id=person, **(facts | changes)))


def dialog_of(tab: LeavesTab) -> LeaveDialog:
    return tab.findChildren(LeaveDialog)[-1]


def shown(tab: LeavesTab) -> list[list[str]]:
    model = tab.table.model
    return [
        [model.cell(row, column).text for column in range(7)] for row in range(model.rowCount())
    ]


def test_a_leave_with_its_slip_is_entered_and_the_list_knows(
    page: TrainingsPage, tab: LeavesTab, desk: Desk, training: UUID, settle: Settle, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.txt"
    scan.write_text("请假条", encoding="utf-8")
    page._begin_here()
    settle()
    dialog = dialog_of(tab)
    row = desk.attendance.sheet(training).rows[0]
    assert row.person_id is not None
    dialog.person.person_picked.emit(desk.people.get(row.person_id))
    assert dialog.training.value() == training
    dialog.approver.setText("周建业")
    dialog.slip.take(scan)
    dialog.accept()
    settle()
    settle()
    said = [row.name, row.unit, "11月23日　代表大会精神专题学习会", "公假", "周建业", "1 场", "有"]
    assert shown(tab) == [said]
    assert page.tabs.line.text_of("leaves") == "请假 1"
    assert desk.attendance.sheet(training).rows[0].mark.status is AttendanceStatus.LEAVE
    filed = desk.documents.of_leave(desk.leaves.list(LeaveQuery())[0].id)
    assert filed[0].draft.dossier_part == "leave"


def test_a_leave_until_a_day_says_what_is_missing(
    tab: LeavesTab, desk: Desk, training: UUID, settle: Settle
) -> None:
    tab.begin()
    settle()
    dialog = dialog_of(tab)
    dialog.accept()
    assert dialog.form.error("person_id") == "请填写请假人。"
    person = desk.attendance.sheet(training).rows[1].person_id
    assert person is not None
    dialog.person.person_picked.emit(desk.people.get(person))
    dialog.way.set_value(DAYS)
    dialog.accept()
    assert "从哪天到哪天" in dialog.form.error("last")
    dialog.days.last.set_value(date(2026, 11, 1))
    dialog.accept()
    settle()
    assert "不能早于" in dialog.form.error("last")
    dialog.days.last.set_value(date(2026, 12, 1))
    dialog.accept()
    settle()
    assert desk.leaves.list(LeaveQuery(person_id=person))[0].draft.last == date(2026, 12, 1)


def test_leaves_that_are_over_are_shown_when_asked_for(
    tab: LeavesTab, desk: Desk, training: UUID, settle: Settle
) -> None:
    away(desk, training, 0)
    old = date(2026, 10, 1)
    away(desk, training, 1, first=old, last=old)
    tab.refresh()
    settle()
    assert len(shown(tab)) == 1
    tab.range.set_value(ALL)
    tab.refresh()
    settle()
    assert len(shown(tab)) == 2


def test_a_leave_is_changed_and_removed_with_undo(
    tab: LeavesTab, desk: Desk, training: UUID, settle: Settle, said: Said
) -> None:
    away(desk, training)
    tab.refresh()
    settle()
    tab.table.view.selectRow(0)
    tab.edit()
    settle()
    dialog = dialog_of(tab)
    assert dialog.person.isReadOnly()
    dialog.reason.set_value(LeaveReason.ANNUAL)
    dialog.accept()
    settle()
    settle()
    assert shown(tab)[0][3] == "年休假"
    tab.table.view.selectRow(0)
    tab.remove()
    settle()
    assert shown(tab) == []
    assert "恢复为未记录" in said.toasts[-1]
    assert desk.attendance.tally(training).leave == 0


def test_the_page_shows_the_actions_of_the_tab_chosen(
    page: TrainingsPage, tab: LeavesTab, settle: Settle
) -> None:
    assert not page.begin.isVisibleTo(page)
    page.tabs.choose("list")
    assert page.begin.isVisibleTo(page)
    assert not tab.isVisibleTo(page)


def test_without_a_slip_the_list_says_how_to_file_one(
    tab: LeavesTab, desk: Desk, training: UUID, settle: Settle, said: Said
) -> None:
    leave = away(desk, training)
    assert desk.leaves.get(leave).slip is SlipState.MISSING
    tab.refresh()
    settle()
    assert tab.select(leave)
    tab.open_slip()
    assert "还没有归档请假条" in said.toasts[-1]
