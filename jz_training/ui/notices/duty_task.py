"""A task made for a duty: the dialog of tasks with notice and duty already chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jz_training.domain.obligation import ObligationRow
from jz_training.domain.task import TaskDraft
from jz_training.ui.context import Context
from jz_training.ui.plans.item_choices import duties_of
from jz_training.ui.plans.task_dialog import TaskChoices, TaskDialog


def open_duty_task(ctx: Context, owner: QWidget, row: ObligationRow) -> None:
    """Ask for a task of a duty: owner and day are the duty's, the measure is the secretary's."""
    desk = ctx.desk

    def read() -> TaskChoices:
        owners = (task.draft.owner for task in desk.tasks.list(row.notice_id).rows)
        return TaskChoices(
            owners=tuple(dict.fromkeys(filter(None, owners))),
            notices=((row.notice_id, desk.notices.get(row.notice_id).header.title),),
            duties={row.notice_id: duties_of(desk, row.notice_id)},
        )

    def show(choices: TaskChoices) -> None:
        draft = TaskDraft(
            measure="",
            owner=row.draft.owner,
            due=row.by,
            notice_id=row.notice_id,
            obligation_id=row.id,
        )
        dialog = TaskDialog(ctx, owner, choices=choices, draft=draft)
        dialog.saved.connect(lambda _: ctx.toast("已新增任务。", undo=True))
        dialog.open()

    ctx.work.read(read, show, owner=owner, key="task")
