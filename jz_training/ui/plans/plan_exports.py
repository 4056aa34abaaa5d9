"""The plan and the tasks on paper and as workbooks: drawn in the background, offered afterwards."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jz_training.domain.plan import PlanView
from jz_training.domain.task import TaskList
from jz_training.ui.context import Context
from jz_training.ui.paper.exports import file_title, save_workbook, show_pdf


def show_plan(ctx: Context, owner: QWidget, plan: PlanView) -> None:
    """Open the plan (培训计划表) as it will be printed."""

    def draw() -> bytes:
        from jz_training.documents.notice.plan import plan_pdf

        return plan_pdf(plan)

    show_pdf(ctx, owner, name=file_title(plan.title), draw=draw, on_desk=False)


def save_plan(ctx: Context, owner: QWidget, plan: PlanView) -> None:
    """Save the plan as a workbook."""

    def content() -> bytes:
        from jz_training.documents.notice.plan import plan_xlsx

        return plan_xlsx(plan)

    save_workbook(ctx, owner, name=file_title(plan.title), content=content, on_desk=False)


def show_tasks(ctx: Context, owner: QWidget, tasks: TaskList) -> None:
    """Open the tasks (任务分解表) with their timeline as they will be printed."""

    def draw() -> bytes:
        from jz_training.documents.notice.tasks import tasks_pdf

        return tasks_pdf(tasks)

    show_pdf(ctx, owner, name=_tasks_name(tasks), draw=draw, on_desk=False)


def save_tasks(ctx: Context, owner: QWidget, tasks: TaskList) -> None:
    """Save the tasks as a workbook."""

    def content() -> bytes:
        from jz_training.documents.notice.tasks import tasks_xlsx

        return tasks_xlsx(tasks)

    save_workbook(ctx, owner, name=_tasks_name(tasks), content=content, on_desk=False)


def _tasks_name(tasks: TaskList) -> str:
    return file_title(f"任务分解表 {tasks.title}".strip())
