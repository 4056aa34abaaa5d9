"""The columns of the tasks (任务分解表)."""

from __future__ import annotations

from datetime import date

from jz_training.documents.columns import Align, Column, Kind
from jz_training.documents.lists.making import column, place_column
from jz_training.domain.task import TaskRow
from jz_training.labels.tasks import TASK_STATES


def task_columns(today: date) -> tuple[Column[TaskRow], ...]:
    """Return the columns of a list of tasks; how each stands is told as of a day."""
    return (
        place_column(),
        column("measure", "任务措施", 50, lambda row: row.draft.measure),
        column("owner", "责任人", 16, lambda row: row.draft.owner),
        column("start", "开始", 12, lambda row: row.draft.start, Align.CENTRE, Kind.DATE),
        column("due", "完成时限", 13, lambda row: row.draft.due, Align.CENTRE, Kind.DATE),
        column(
            "progress", "进度（%）", 12, lambda row: row.draft.progress, Align.RIGHT, Kind.INTEGER
        ),
        column("state", "状态", 9, lambda row: TASK_STATES[row.state(today)], Align.CENTRE),
        column("note", "备注", 22, lambda row: row.draft.note),
    )
