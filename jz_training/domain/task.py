"""A task (任务): one measure with its owner and its day, on the timeline of a notice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class TaskState(StrEnum):
    """How a task stands on a day."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    OVERDUE = "overdue"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDraft:
    """What the secretary enters for a task; `progress` is in per cent, 100 is done."""

    measure: str
    owner: str = ""
    start: date | None = None
    due: date | None = None
    progress: int = 0
    note: str = ""
    notice_id: UUID | None = None
    obligation_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task as it is stored, in the order of the timetable."""

    id: UUID
    version: int
    position: int
    draft: TaskDraft
    done_on: date | None = None

    def state(self, today: date) -> TaskState:
        """Return how it stands on a day."""
        if self.draft.progress >= 100:
            return TaskState.DONE
        if self.draft.due is not None and self.draft.due < today:
            return TaskState.OVERDUE
        begun = self.draft.progress > 0 or (
            self.draft.start is not None and self.draft.start <= today
        )
        return TaskState.UNDER_WAY if begun else TaskState.NOT_BEGUN


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskList:
    """The tasks of a notice or of all (任务分解表), ready for screen and paper."""

    title: str
    organiser: str
    as_of: date
    rows: tuple[TaskRow, ...]


def faults(draft: TaskDraft) -> dict[str, str]:
    """Return what is wrong with a task: field name → fault code; empty when it may be saved.

    Codes: missing, last_before_first, not_per_cent.
    """
    found: dict[str, str] = {}
    if not draft.measure.strip():
        found["measure"] = "missing"
    if draft.start is not None and draft.due is not None and draft.due < draft.start:
        found["due"] = "last_before_first"
    if not 0 <= draft.progress <= 100:
        found["progress"] = "not_per_cent"
    return found
