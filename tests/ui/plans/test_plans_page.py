"""The plan on its page: its items, what is done to them, and where they lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from jz_training.domain.attendance import AttendanceStatus, Mark
from jz_training.domain.training import TrainingDraft
from jz_training.services.desk import Desk
from jz_training.ui.paper.preview_dialog import PreviewDialog
from jz_training.ui.plans.plan_acts import remove_plan
from jz_training.ui.plans.plan_item_dialog import PlanItemDialog
from jz_training.ui.plans.plans_page import PlansPage
from jz_training.ui.plans.proposal_dialog import ProposalDialog
from tests.services.stories import some_people
from tests.ui.conftest import Answers, Said
from tests.ui.plans.conftest import Opened, Settle, choose, titles

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def _cell(page: PlansPage, at: int, key: str) -> tuple[str, str]:
    model = page.plan.table.model
    column = next(n for n, found in enumerate(model.columns) if found.key == key)
    cell = model.cell(at, column)
    assert cell is not None
    return cell.text, cell.second


def _held(desk: Desk, item_id: UUID) -> UUID:
    """Hold a training for an item two days before the clock, everybody present."""
    some_people(desk, 3)
    start = datetime(2026, 11, 20, 15)
    draft = replace(desk.plans.training_draft(item_id), start=start, end=start.replace(hour=16))
    training = desk.trainings.schedule(draft)
    desk.lists.freeze(training)
    desk.attendance.mark_rest(training, Mark(status=AttendanceStatus.PRESENT))
    desk.attendance.close(training)
    return training


def test_without_a_plan_two_ways_to_one_are_offered(open_page: Opened, answers: Answers) -> None:
    page = open_page()
    assert page.plan.propose.isVisible()
    assert page.plan.blank.isVisible()
    assert not page.scheduling.isVisible()


def test_a_blank_plan_is_made_under_the_name_given(
    open_page: Opened, answers: Answers, said: Said, settle: Settle, desk: Desk
) -> None:
    page = open_page()
    answers.texts.append("2026年学习计划")
    page.plan.blank.click()
    settle()
    settle()
    assert [row.title for row in desk.plans.list()] == ["2026年学习计划"]
    assert said.toasts == ["已建立“2026年学习计划”。"]
    assert page.plan.chooser.currentText() == "2026年学习计划"


def test_a_plan_shows_its_items_its_state_and_its_facts(open_page: Opened, plan: UUID) -> None:
    page = open_page()
    assert titles(page) == ["开班第一课", "专题学习会", "辅导讲座"]
    assert [_cell(page, at, "when")[0] for at in range(3)] == ["11月15日前", "12月", "未定"]
    assert _cell(page, 1, "audience") == ("", "30 人")
    assert page._badge.word == "草案"
    assert page._facts.text().startswith("共 3 项，已举办 0 项，")
    assert page.tabs.line.text_of("plan") == "培训计划 3"


def test_a_held_item_says_when_and_enter_opens_its_training(
    open_page: Opened, plan: UUID, desk: Desk, qtbot: QtBot, said: Said
) -> None:
    training = _held(desk, desk.plans.get(plan).items[0].id)
    page = open_page()
    assert _cell(page, 0, "state")[0] == "已举办"
    assert _cell(page, 0, "when")[1] == "已办 11月20日"
    choose(page, "开班第一课")
    qtbot.keyClick(page.plan.table.view, Qt.Key.Key_Return)
    assert said.opened == [("training", {"training_id": training})]


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_keys_open_the_selected_item(
    open_page: Opened, plan: UUID, qtbot: QtBot, settle: Settle, key: Qt.Key
) -> None:
    page = open_page()
    choose(page, "专题学习会")
    qtbot.keyClick(page.plan.table.view, key)
    settle()
    dialog = page.findChild(PlanItemDialog)
    assert dialog is not None
    assert dialog.form.title.text() == "专题学习会"


def test_an_item_goes_by_del_and_comes_back_by_undo(
    open_page: Opened, plan: UUID, qtbot: QtBot, settle: Settle, said: Said, desk: Desk
) -> None:
    page = open_page()
    choose(page, "专题学习会")
    qtbot.keyClick(page.plan.table.view, Qt.Key.Key_Delete)
    settle()
    settle()
    assert titles(page) == ["开班第一课", "辅导讲座"]
    assert [_cell(page, at, "number")[0] for at in range(2)] == ["1", "2"]
    assert said.toasts == ["已从计划中删除“专题学习会”。"]
    desk.history.undo_last()
    page.refresh()
    settle()
    assert titles(page) == ["开班第一课", "专题学习会", "辅导讲座"]


def test_items_move_by_alt_and_arrows_and_stay_selected(
    open_page: Opened, plan: UUID, qtbot: QtBot, settle: Settle
) -> None:
    page = open_page()
    choose(page, "辅导讲座")
    for _ in range(3):  # once more than there is room for
        qtbot.keyClick(page.plan.table.view, Qt.Key.Key_Up, ALT)
        settle()
        settle()
    assert titles(page) == ["辅导讲座", "开班第一课", "专题学习会"]
    item = page.plan.item()
    assert item is not None
    assert item.draft.title == "辅导讲座"


def test_an_item_is_scheduled_through_the_form_of_a_training(
    open_page: Opened, plan: UUID, settle: Settle, said: Said
) -> None:
    page = open_page()
    assert not page.scheduling.isEnabled()
    choose(page, "专题学习会")
    item = page.plan.item()
    assert item is not None
    page.scheduling.click()
    settle()
    key, what = said.opened[0]
    draft = what["draft"]
    assert key == "training_new"
    assert isinstance(draft, TrainingDraft)
    assert (draft.title, draft.plan_item_id) == ("专题学习会", item.id)
    assert draft.start.date() == date(2026, 12, 1)


def test_a_plan_is_settled_and_made_a_draft_again(
    open_page: Opened, plan: UUID, settle: Settle, desk: Desk
) -> None:
    page = open_page()
    page.settling.click()
    settle()
    settle()
    assert page._badge.word == "11月22日定稿"
    assert page.settling.text() == "改回草案"
    page.settling.click()
    settle()
    assert desk.plans.get(plan).settled_on is None


def test_another_plan_is_chosen(open_page: Opened, plan: UUID, desk: Desk, settle: Settle) -> None:
    desk.plans.make(title="另一份计划")
    page = open_page(plan_id=plan)
    assert page.plan.chooser.currentText() == "年度学习计划"
    box: QComboBox = page.plan.chooser
    box.setCurrentIndex(box.findText("另一份计划"))
    settle()
    assert titles(page) == []


def test_a_plan_is_removed_and_another_one_shown(
    open_page: Opened, plan: UUID, settle: Settle, said: Said, desk: Desk
) -> None:
    page = open_page()
    page._with_plan(remove_plan)()
    settle()
    settle()
    assert desk.plans.list() == ()
    assert page.plan.blank.isVisible()


def test_a_notice_without_a_plan_opens_the_proposal(
    open_page: Opened, notice: UUID, plan: UUID, settle: Settle
) -> None:
    page = open_page(notice_id=notice)
    settle()
    dialog = page.findChild(ProposalDialog)
    assert dialog is not None
    assert dialog.notice.currentData() == notice


def test_a_notice_with_a_plan_shows_it_with_the_item_selected(
    open_page: Opened, notice: UUID, plan: UUID, desk: Desk
) -> None:
    made = desk.plans.make(title="通知的计划", notice_id=notice, items=desk.plans.propose(notice))
    wanted = desk.plans.get(made).items[-1]
    page = open_page(notice_id=notice, item_id=wanted.id)
    assert page.findChild(ProposalDialog) is None
    assert page.plan.chooser.currentText() == "通知的计划"
    assert page.plan.table.selected_ids() == [wanted.id]


def test_without_a_notice_a_sentence_says_where_to_begin(
    open_page: Opened, plan: UUID, settle: Settle, answers: Answers
) -> None:
    page = open_page()
    page.proposing.click()
    settle()
    assert answers.told[0].startswith("还没有通知")


def test_ctrl_n_adds_an_item(open_page: Opened, plan: UUID, qtbot: QtBot, settle: Settle) -> None:
    page = open_page()
    page.plan.table.view.setFocus()
    qtbot.keyClick(page.plan.table.view, Qt.Key.Key_N, CTRL)
    settle()
    assert page.findChild(PlanItemDialog) is not None


def test_the_plan_is_saved_as_a_workbook(
    open_page: Opened, plan: UUID, settle: Settle, answers: Answers, said: Said, tmp_path: Path
) -> None:
    page = open_page()
    answers.paths.append(tmp_path / "计划")
    page._workbook.trigger()
    settle()
    assert answers.asked == ["年度学习计划.xlsx"]
    assert (tmp_path / "计划.xlsx").stat().st_size > 0
    assert said.toasts == ["已导出“计划.xlsx”。"]


@pytest.mark.parametrize("tab", ["plan", "tasks"])
def test_plan_and_tasks_open_as_they_will_be_printed(
    open_page: Opened, plan: UUID, notice: UUID, desk: Desk, qtbot: QtBot, settle: Settle, tab: str
) -> None:
    from jz_training.domain.task import TaskDraft

    desk.tasks.add(TaskDraft(measure="制定计划", due=date(2026, 12, 1)))
    page = open_page(tab=tab)
    page._preview.trigger()
    settle()
    dialog = page.findChild(PreviewDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.pane.view.pages > 0)
    dialog.close()


def test_a_narrow_page_leaves_the_spare_columns_to_the_dialog(
    open_page: Opened, plan: UUID
) -> None:
    page = open_page()
    view = page.plan.table.view
    duty = [column.key for column in page.plan.table.model.columns].index("duty")
    assert not view.isColumnHidden(duty)
    page.resize(900, 660)
    assert view.isColumnHidden(duty)
    assert view.columnWidth(1) >= 88
    page.resize(1100, 660)
    assert not view.isColumnHidden(duty)
    assert view.columnWidth(duty) == 128
