"""How tasks are said on the screen."""

from __future__ import annotations

from datetime import date

from jz_training.domain.task import TaskList, TaskRow, TaskState
from jz_training.labels import TASK_STATES
from jz_training.ui.style.theme import Tone

TASK_TONES: dict[TaskState, Tone] = {
    TaskState.NOT_BEGUN: Tone.DASHED,
    TaskState.UNDER_WAY: Tone.ACCENT,
    TaskState.OVERDUE: Tone.RED,
    TaskState.DONE: Tone.GREEN,
}


def task_badge(task: TaskRow, today: date) -> tuple[str, Tone]:
    """Return the word and tone of a task's state."""
    state = task.state(today)
    return TASK_STATES[state], TASK_TONES[state]


def tasks_facts(tasks: TaskList) -> str:
    """Return how many tasks there are, how many are done and how many are late."""
    if not tasks.rows:
        return ""
    states = [row.state(tasks.as_of) for row in tasks.rows]
    words = f"共 {len(states)} 项，已完成 {states.count(TaskState.DONE)} 项"
    late = states.count(TaskState.OVERDUE)
    return f"{words}，{TASK_STATES[TaskState.OVERDUE]} {late} 项" if late else words
