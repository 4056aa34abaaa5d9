"""Pictures of the plan and the tasks, on the sample union and a notice of our own writing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.plans.plan_item_dialog import PlanItemDialog
from jz_training.ui.plans.plans_page import PlansPage
from jz_training.ui.plans.proposal_dialog import ProposalDialog
from jz_training.ui.plans.task_dialog import TaskDialog

if TYPE_CHECKING:
    pass

D = TypeVar("D", bound=QDialog)


def plan_scenes() -> tuple[Scene, ...]:
    """Return the pictures of the plan and the tasks."""
    return (
        Scene("plan-first", _first, acts=1),
        Scene("plan", _plan),
        Scene("plan-item", _item),
        Scene("plan-item-new", _new_item),
        Scene("plan-proposal", _proposal),
        Scene("tasks", _tasks),
        Scene("task", _task),
        Scene("tasks-none", _no_tasks, acts=6),
    )


# --- the pictures --------------------------------------------------------------------------------


def _first(stage: Stage) -> QWidget:
    page = _open(stage, "plan")
    desk = page.ctx.desk
    for row in desk.plans.list():
        desk.plans.remove(row.id)
    page.refresh()
    return stage.window


def _plan(stage: Stage) -> QWidget:
    page = _open(stage, "plan")
    page.plan.table.view.selectRow(2)
    return stage.window


def _item(stage: Stage) -> QWidget:
    page = _open(stage, "plan")
    page.plan.table.view.selectRow(2)
    page.plan.edit()
    stage.settle()
    return _dialog(page.plan, PlanItemDialog)


def _new_item(stage: Stage) -> QWidget:
    page = _open(stage, "plan")
    page.plan.add_item()
    stage.settle()
    return _dialog(page.plan, PlanItemDialog)


def _proposal(stage: Stage) -> QWidget:
    page = _open(stage, "plan")
    page.propose()
    stage.settle()
    stage.settle()
    return _dialog(page, ProposalDialog)


def _tasks(stage: Stage) -> QWidget:
    page = _open(stage, "tasks")
    page.tasks.table.view.selectRow(1)
    return stage.window


def _task(stage: Stage) -> QWidget:
    page = _open(stage, "tasks")
    page.tasks.table.view.selectRow(1)
    page.tasks.edit()
    stage.settle()
    return _dialog(page.tasks, TaskDialog)


def _no_tasks(stage: Stage) -> QWidget:
    page = _open(stage, "tasks")
    desk = page.ctx.desk
    for row in desk.tasks.list().rows:
        desk.tasks.remove(row.id)
    page.refresh()
    return stage.window


# --- what they show ------------------------------------------------------------------------------


def _open(stage: Stage, tab: str) -> PlansPage:
    stage.shell.open_page("plan", tab=tab)
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, PlansPage)
    return page


def _dialog(owner: QWidget, kind: type[D]) -> D:
    return owner.findChildren(kind)[-1]
