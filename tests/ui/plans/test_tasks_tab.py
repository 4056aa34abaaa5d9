"""Tasks: entered in one line, changed, put on a timeline."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jz_training.domain.task import TaskDraft
from jz_training.services.desk import Desk
from jz_training.ui.plans.plans_page import PlansPage
from jz_training.ui.plans.task_dialog import TaskDialog
from tests.ui.conftest import Answers, Said
from tests.ui.plans.conftest import Opened, Settle
from tests.ui.typing_words import type_words

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def tasks(desk: Desk) -> tuple[UUID, ...]:
    """Enter three tasks: one late, one under way, one without days."""
    drafts = (
        TaskDraft(measure="开设专栏", owner="陈国栋", due=date(2026, 11, 20), progress=50),
        TaskDraft(measure="分批培训", start=date(2026, 11, 9), due=date(2026, 12, 5)),
        TaskDraft(measure="明年安排"),
    )
    return tuple(desk.tasks.add(draft) for draft in drafts)


def _measures(page: PlansPage) -> list[str]:
    model = page.tasks.table.model
    return [str(model.data(model.index(at, 0))) for at in range(model.rowCount())]


def _words(page: PlansPage, at: int) -> list[str]:
    model = page.tasks.table.model
    return [str(model.data(model.index(at, column))) for column in range(1, 6)]


def test_tasks_show_owner_days_progress_and_state(
    open_page: Opened, tasks: tuple[UUID, ...]
) -> None:
    page = open_page(tab="tasks")
    assert _words(page, 0) == ["陈国栋", "未定", "11月20日", "50%", "已逾期"]
    assert _words(page, 1)[-1] == "进行中"
    assert _words(page, 2) == ["", "未定", "未定", "0%", "未开始"]
    assert page._facts.text() == "共 3 项，已完成 0 项，已逾期 1 项"


def test_a_task_is_entered_in_one_line_by_the_keyboard(
    open_page: Opened, qtbot: QtBot, settle: Settle, desk: Desk
) -> None:
    page = open_page(tab="tasks")
    entry = page.tasks.entry
    entry.begin()
    for typed in ("制定计划", "林晓雯", "12-10"):
        field = page.window().focusWidget()
        type_words(qtbot, field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Tab if typed != "12-10" else Qt.Key.Key_Return)
    settle()
    settle()
    (row,) = desk.tasks.list().rows
    assert row.draft == TaskDraft(measure="制定计划", owner="林晓雯", due=date(2026, 12, 10))
    assert entry.measure.text() == ""
    assert entry.measure.hasFocus()
    assert page.tasks.table.selected_ids() == [row.id]


@pytest.mark.parametrize(
    ("measure", "due", "sentence"),
    [("", "", "请填写任务措施。"), ("做事", "很快", "没有看懂时限“很快”")],
)
def test_a_line_that_cannot_be_entered_says_why(
    open_page: Opened, settle: Settle, desk: Desk, measure: str, due: str, sentence: str
) -> None:
    page = open_page(tab="tasks")
    page.tasks.entry.measure.setText(measure)
    page.tasks.entry.due.setText(due)
    page.tasks.entry.add.click()
    settle()
    assert sentence in page.tasks.entry.trouble.text()
    assert desk.tasks.list().rows == ()


def test_a_refused_line_stays_to_be_mended(open_page: Opened, settle: Settle, desk: Desk) -> None:
    page = open_page(tab="tasks")
    page.tasks.entry.measure.setText("长" * 501)
    page.tasks.entry.add.click()
    settle()
    assert page.tasks.entry.trouble.text() == "这一项最多 500 个字。"
    assert len(page.tasks.entry.measure.text()) == 501


def test_a_task_entered_under_a_notice_belongs_to_it(
    open_page: Opened, settle: Settle, desk: Desk, notice: UUID, tasks: tuple[UUID, ...]
) -> None:
    page = open_page(tab="tasks", notice_id=notice)
    assert _measures(page) == []
    page.tasks.entry.measure.setText("报送情况")
    page.tasks.entry.add.click()
    settle()
    settle()
    assert _measures(page) == ["报送情况"]
    page.tasks.notice.setCurrentIndex(0)
    settle()
    assert len(_measures(page)) == 4


def test_a_task_is_finished_by_a_button_and_undone(
    open_page: Opened, settle: Settle, desk: Desk, said: Said, tasks: tuple[UUID, ...]
) -> None:
    page = open_page(tab="tasks")
    page.tasks.table.select(tasks[0])
    page.tasks.done.click()
    settle()
    assert said.toasts == ["“开设专栏”已完成。"]
    assert desk.tasks.get(tasks[0]).done_on == date(2026, 11, 22)
    desk.history.undo_last()
    assert desk.tasks.get(tasks[0]).draft.progress == 50


def test_tasks_move_and_go_by_keys(
    open_page: Opened, settle: Settle, qtbot: QtBot, tasks: tuple[UUID, ...]
) -> None:
    page = open_page(tab="tasks")
    view = page.tasks.table.view
    page.tasks.table.select(tasks[2])
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    settle()
    settle()
    assert _measures(page) == ["开设专栏", "明年安排", "分批培训"]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    settle()
    settle()
    assert _measures(page) == ["开设专栏", "分批培训"]


def test_a_click_on_a_bar_selects_its_task(
    open_page: Opened, qtbot: QtBot, tasks: tuple[UUID, ...]
) -> None:
    page = open_page(tab="tasks")
    line = page.tasks.timeline
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.middle_of(1))
    assert page.tasks.table.selected_ids() == [tasks[1]]


def test_bars_stand_where_their_days_are(open_page: Opened, tasks: tuple[UUID, ...]) -> None:
    line = open_page(tab="tasks").tasks.timeline
    begin, today, due = (line._day(date(2026, m, d)) for m, d in ((11, 9), (11, 22), (12, 5)))
    assert begin < today < due
    assert begin < line.middle_of(1).x() < due
    assert abs(line.middle_of(1).x() - today) < line.width() / 50  # 22 November is half-way


def test_a_task_is_changed_with_everything_known_of_it(
    open_page: Opened, settle: Settle, desk: Desk, notice: UUID, tasks: tuple[UUID, ...]
) -> None:
    page = open_page(tab="tasks")
    page.tasks.table.select(tasks[1])
    page.tasks.edit()
    settle()
    dialog = page.findChild(TaskDialog)
    assert dialog is not None
    dialog.notice.setCurrentIndex(1)
    dialog.duty.setCurrentIndex(1)
    dialog.progress.setValue(40)
    dialog.verb.click()
    settle()
    draft = desk.tasks.get(tasks[1]).draft
    assert (draft.measure, draft.progress, draft.start) == ("分批培训", 40, date(2026, 11, 9))
    assert draft.notice_id == notice
    assert draft.obligation_id == desk.obligations.of_notice(notice)[0].id


def test_a_due_day_before_the_start_is_refused_under_its_field(
    open_page: Opened, settle: Settle, tasks: tuple[UUID, ...]
) -> None:
    page = open_page(tab="tasks")
    page.tasks.table.select(tasks[1])
    page.tasks.edit()
    settle()
    dialog = page.findChild(TaskDialog)
    assert dialog is not None
    dialog.due.setText("2026-11-01")
    dialog.verb.click()
    settle()
    assert dialog.form.error("due") == "截止的一天不能早于开始的一天。"


def test_the_tasks_are_saved_as_a_workbook(
    open_page: Opened, settle: Settle, answers: Answers, tmp_path, tasks: tuple[UUID, ...]
) -> None:
    page = open_page(tab="tasks")
    answers.paths.append(tmp_path / "任务.xlsx")
    page._workbook.trigger()
    settle()
    assert answers.asked == ["任务分解表.xlsx"]
    assert (tmp_path / "任务.xlsx").stat().st_size > 0
