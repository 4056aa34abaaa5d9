"""The words of the tasks: how a task stands."""

from __future__ import annotations

from jz_training.domain.task import TaskState

TASK_STATES: dict[TaskState, str] = {
    TaskState.NOT_BEGUN: "未开始",
    TaskState.UNDER_WAY: "进行中",
    TaskState.OVERDUE: "已逾期",
    TaskState.DONE: "已完成",
}
