"""From the duties of a notice to a plan, a training held for it, and what that tells the duties."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt

from jz_training.domain.plan import ItemState
from jz_training.domain.task_book import DutyState
from jz_training.domain.training import TrainingState
from jz_training.services.desk import Desk
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.notices.notice_page import NoticePage
from jz_training.ui.plans.plans_page import PlansPage
from jz_training.ui.plans.proposal_dialog import ProposalDialog
from jz_training.ui.trainings.training_list_tab import TrainingListTab
from jz_training.ui.trainings.training_new_page import TrainingNewPage
from jz_training.ui.trainings.training_page import TrainingPage
from tests.conftest import Clock
from tests.journeys.keyboard import CTRL
from tests.journeys.windows import Window
from tests.services.notices import a_notice
from tests.services.stories import some_people


def test_from_the_duties_of_a_notice_to_a_training_that_was_held(
    window: Window, desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    some_people(desk, 12)
    notice = a_notice(desk)
    assert _state(desk, notice) is DutyState.NOT_BEGUN
    proposed(window, notice)
    scheduled(window, desk)
    assert _state(desk, notice) is DutyState.PLANNED
    clock.time = datetime(2026, 11, 22, 17, 0)
    held(window)
    page = window.open(PlansPage, "plan", notice_id=notice)
    assert page._facts.text() == "共 2 项，已举办 1 项"
    assert _state(desk, notice) is DutyState.PARTLY
    finished(window, page, tmp_path / "计划.xlsx")


def _state(desk: Desk, notice: UUID) -> DutyState:
    return desk.duties.book(notice).duties[0].state


def proposed(window: Window, notice: UUID) -> None:
    """From the page of the notice to a plan of what its duties ask for."""
    window.open(NoticePage, "notice", notice_id=notice).plan.click()
    window.settle()
    page = window.page(PlansPage)
    dialog = page.findChild(ProposalDialog)
    assert dialog is not None
    dialog.rows.rows[0].when.setText("11-22")
    dialog.verb.click()
    window.settle()
    window.settle()
    assert page.plan.table.model.rowCount() == 2
    window.shell.activateWindow()  # without a screen nobody does that when a dialog closes


def scheduled(window: Window, desk: Desk) -> None:
    """The first item becomes a training; the form has what the plan says."""
    page = window.page(PlansPage)
    page.plan.table.view.selectRow(0)
    page.scheduling.click()
    window.settle()
    form = window.page(TrainingNewPage)
    assert form.editor.fields.title.text() == "专题学习会（第1期）"
    assert form.editor.fields.when.day.value() == date(2026, 11, 22)
    form.editor.fields.title.setFocus()
    window.keys.press(Qt.Key.Key_S, CTRL)
    window.settle()
    (plan,) = desk.plans.list()
    assert desk.plans.get(plan.id).items[0].state(date(2026, 11, 22)) is ItemState.SCHEDULED


def held(window: Window) -> None:
    """Fix the list, record everybody as present, close."""
    page = window.page(TrainingPage)
    tab = page.tab("list")
    assert isinstance(tab, TrainingListTab)
    tab.freeze.click()
    window.settle()
    page.tabs.choose("attendance")
    window.settle()
    window.keys.press(Qt.Key.Key_A, CTRL)
    window.keys.press(Qt.Key.Key_Return, CTRL)
    window.settle()
    (row,) = page.ctx.desk.trainings.list(TrainingQuery())
    assert row.state is TrainingState.CLOSED


def finished(window: Window, page: PlansPage, target: Path) -> None:
    """Make the plan final, hand it out as a workbook, and go from an item to its training."""
    page.settling.click()
    window.settle()
    assert page._badge.word == "11月22日定稿"
    window.answers.paths.append(target)
    page._workbook.trigger()
    window.settle()
    assert target.stat().st_size > 0
    page.plan.table.view.setFocus()
    window.keys.press(Qt.Key.Key_PageUp)
    window.keys.press(Qt.Key.Key_Return)
    window.settle()
    assert window.page(TrainingPage).title == "专题学习会（第1期）"


def test_tasks_of_a_notice_are_entered_by_keys_finished_and_undone(
    window: Window, desk: Desk
) -> None:
    notice = a_notice(desk)
    page = window.open(PlansPage, "plan", notice_id=notice, tab="tasks")
    page.tasks.entry.begin()
    window.keys.spell("制定方案", pinyin="zdfa")
    window.keys.press(Qt.Key.Key_Tab)
    window.keys.spell("林晓雯", pinyin="lxw")
    window.keys.press(Qt.Key.Key_Tab)
    window.keys.type("12-05")
    window.keys.press(Qt.Key.Key_Return)
    window.settle()
    (row,) = desk.tasks.list(notice).rows
    assert (row.draft.owner, row.draft.due) == ("林晓雯", date(2026, 12, 5))
    page.tasks.done.click()
    window.settle()
    assert desk.tasks.get(row.id).done_on == date(2026, 11, 22)
    window.shell.undo()
    window.settle()
    assert page.tasks.tasks is not None
    assert page.tasks.tasks.rows[0].draft.progress == 0
