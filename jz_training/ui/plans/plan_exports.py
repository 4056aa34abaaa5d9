"""The plan and the tasks on paper and as workbooks: drawn in the background, offered afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jz_training.domain.plan import PlanView
from jz_training.domain.task import TaskList
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import file_actions

_WORKBOOKS = "Excel 工作簿 (*.xlsx)"


def show_plan(ctx: Context, owner: QWidget, plan: PlanView) -> None:
    """Open the plan (培训计划表) as it will be printed."""

    def draw() -> bytes:
        from jz_training.documents.notice.plan import plan_pdf

        return plan_pdf(plan)

    _show_pdf(ctx, owner, _file_name(plan.title), draw)


def save_plan(ctx: Context, owner: QWidget, plan: PlanView) -> None:
    """Save the plan as a workbook."""

    def content() -> bytes:
        from jz_training.documents.notice.plan import plan_xlsx

        return plan_xlsx(plan)

    _save_workbook(ctx, owner, name=_file_name(plan.title), content=content)


def show_tasks(ctx: Context, owner: QWidget, tasks: TaskList) -> None:
    """Open the tasks (任务分解表) with their timeline as they will be printed."""

    def draw() -> bytes:
        from jz_training.documents.notice.tasks import tasks_pdf

        return tasks_pdf(tasks)

    _show_pdf(ctx, owner, _tasks_name(tasks), draw)


def save_tasks(ctx: Context, owner: QWidget, tasks: TaskList) -> None:
    """Save the tasks as a workbook."""

    def content() -> bytes:
        from jz_training.documents.notice.tasks import tasks_xlsx

        return tasks_xlsx(tasks)

    _save_workbook(ctx, owner, name=_tasks_name(tasks), content=content)


def _tasks_name(tasks: TaskList) -> str:
    return _file_name(f"任务分解表 {tasks.title}".strip())


def _file_name(title: str) -> str:
    """Return a title fit for a file name."""
    return "".join("_" if sign in '\\/:*?"<>|\n\t' else sign for sign in title)[:60]


def _save_workbook(
    ctx: Context, owner: QWidget, *, name: str, content: Callable[[], bytes]
) -> None:
    path = ctx.ask.save_file("另存为", name=f"{name}.xlsx", kinds=_WORKBOOKS)
    if path is None:
        return
    target = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")

    def run(_: object) -> Path:
        from jz_training import safe_files

        safe_files.save(target, content(), check=safe_files.is_workbook)
        return target

    ctx.work.long(
        "导出",
        run,
        lambda saved: ctx.toast(f"已导出“{saved.name}”。", actions=file_actions(saved)),
        owner=owner,
    )


def _show_pdf(ctx: Context, owner: QWidget, name: str, draw: Callable[[], bytes]) -> None:
    def show(data: bytes) -> None:
        from jz_training.ui.paper.preview_dialog import PreviewDialog

        PreviewDialog(ctx, owner, name=name, data=data).show()

    ctx.work.long("生成文件", lambda _: draw(), show, owner=owner)
