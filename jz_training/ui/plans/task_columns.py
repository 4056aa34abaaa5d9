"""The columns of the tasks on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from jz_training.documents.columns import headings_of
from jz_training.documents.lists import task_columns as paper_columns
from jz_training.domain.task import TaskRow, TaskState
from jz_training.ui.plans.task_words import task_badge
from jz_training.ui.widgets.rows_model import Cell, Column
from jz_training.ui.widgets.when import day_words

#: What the timeline shows as well, where there is little room.
SPARE = ("start", "progress")


def task_columns(now: Callable[[], datetime]) -> tuple[Column[TaskRow], ...]:
    """Return measure, owner, start, due day, progress and state."""

    def day(found: date | None, *, late: bool = False) -> Cell:
        if found is None:
            return Cell("未定", role="faint")
        return Cell(day_words(found, today=now().date()), role="red" if late else "secondary")

    def due(row: TaskRow) -> Cell:
        return day(row.draft.due, late=row.state(now().date()) is TaskState.OVERDUE)

    def state(row: TaskRow) -> Cell:
        word, tone = task_badge(row, now().date())
        return Cell(word, tone=tone)

    heads = headings_of(paper_columns(now().date()))
    return (
        Column(key="measure", title=heads["measure"], cell=_measure, width=200, stretch=True),
        Column(key="owner", title=heads["owner"], cell=_owner, width=80),
        Column(key="start", title=heads["start"], cell=lambda row: day(row.draft.start), width=80),
        Column(key="due", title=heads["due"], cell=due, width=80),
        Column(
            key="progress",
            title="进度",
            cell=lambda row: Cell(f"{row.draft.progress}%", role="secondary"),
            width=56,
            number=True,
        ),
        Column(key="state", title=heads["state"], cell=state, width=76),
    )


def _measure(row: TaskRow) -> Cell:
    return Cell(row.draft.measure, second=row.draft.note.partition("\n")[0], wrap=True)


def _owner(row: TaskRow) -> Cell:
    return Cell(row.draft.owner, role="secondary")
