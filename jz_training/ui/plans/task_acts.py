"""What is done to tasks, with 撤销 offered each time."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.task import TaskDraft, TaskRow
from jz_training.errors import JzError
from jz_training.ui import kinds
from jz_training.ui.context import Context

_KINDS = (kinds.TASKS,)


def add_task(
    ctx: Context,
    owner: QWidget,
    draft: TaskDraft,
    then: Callable[[UUID], object],
    *,
    failed: Callable[[JzError], bool],
) -> None:
    """Enter a task."""
    tasks = ctx.desk.tasks
    ctx.work.change(lambda: tasks.add(draft), then, owner=owner, kinds=_KINDS, failed=failed)


def remove_task(ctx: Context, owner: QWidget, task: TaskRow) -> None:
    """Remove a task."""
    tasks = ctx.desk.tasks
    ctx.work.change(
        lambda: tasks.remove(task.id),
        lambda _: ctx.toast(f"已删除任务“{_short(task)}”。", undo=True),
        owner=owner,
        kinds=_KINDS,
    )


def set_progress(ctx: Context, owner: QWidget, task: TaskRow, progress: int) -> None:
    """Set how far a task is, in per cent."""
    tasks = ctx.desk.tasks
    words = "已完成" if progress == 100 else f"进度 {progress}%"
    ctx.work.change(
        lambda: tasks.progress(task.id, version=task.version, progress=progress),
        lambda _: ctx.toast(f"“{_short(task)}”{words}。", undo=True),
        owner=owner,
        kinds=_KINDS,
    )


def move_task(ctx: Context, owner: QWidget, task: TaskRow, position: int) -> None:
    """Put a task at another place among those of its notice, counted from 0."""
    tasks = ctx.desk.tasks
    ctx.work.change(lambda: tasks.move(task.id, position=position), owner=owner, kinds=_KINDS)


def _short(task: TaskRow) -> str:
    words = task.draft.measure
    return words if len(words) <= 24 else f"{words[:23]}…"
