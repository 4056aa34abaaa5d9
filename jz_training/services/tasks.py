"""Tasks (任务分解): measures with owner, day and progress, in the order of the timetable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jz_training.domain.task import TaskDraft, TaskList, TaskRow, faults
from jz_training.errors import Refused
from jz_training.services.evidence_links import forget_choices
from jz_training.services.positions import move_to
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.stored_row import must_exist, shown_row, stored_row
from jz_training.services.typed_text import lines, one_line
from jz_training.storage.store import Store
from jz_training.storage.tables import Notice, Obligation, Task

#: A measure may be a whole sentence of a plan.
MEASURE_LIMIT = 500
FIELDS = ("measure", "owner", "start", "due", "progress", "note", "notice_id", "obligation_id")


class Tasks:
    """The tasks of one workspace."""

    def __init__(self, store: Store, settings: WorkspaceSettings) -> None:
        self._store = store
        self._settings = settings

    def list(self, notice_id: UUID | None = None) -> TaskList:
        """Return the tasks of a notice in their order, or all of them notice by notice.

        The list's title is the notice's, and empty for all. Raises NotFound.
        """
        query = select(Task).order_by(Task.notice_id.is_(None), Task.notice_id)
        with self._store.read() as db:
            title = ""
            if notice_id is not None:
                title = stored_row(db, Notice, notice_id, "notice").title
                query = query.where(Task.notice_id == notice_id)
            rows = db.scalars(query.order_by(Task.position, Task.id))
            return TaskList(
                title=title,
                organiser=self._settings.get().organiser,
                as_of=self._store.now().date(),
                rows=tuple(task_row(row) for row in rows),
            )

    def get(self, task_id: UUID) -> TaskRow:
        """Return one task. Raises NotFound."""
        with self._store.read() as db:
            return task_row(stored_row(db, Task, task_id, "task"))

    def add(self, draft: TaskDraft) -> UUID:
        """Add a task at the end of its notice's and return its id. Raises Refused or NotFound."""
        draft = _checked(draft)
        with self._store.write("task.add", subject=draft.measure) as db:
            _check_links(db, draft)
            task = Task(
                **{name: getattr(draft, name) for name in FIELDS},
                position=_end(db, draft.notice_id),
                done_on=self._done_on(draft.progress, None),
            )
            db.add(task)
        return task.id

    def change(self, task_id: UUID, *, version: int, draft: TaskDraft) -> None:
        """Change a task; with another notice it goes to the end there.

        Raises Refused, NotFound or ChangedMeanwhile.
        """
        draft = _checked(draft)
        with self._store.write("task.change", subject=draft.measure) as db:
            task = shown_row(db, Task, task_id, "task", version=version)
            _check_links(db, draft)
            if task.notice_id != draft.notice_id:
                task.position = _end(db, draft.notice_id)
            for name in FIELDS:
                setattr(task, name, getattr(draft, name))
            task.done_on = self._done_on(draft.progress, task.done_on)

    def progress(self, task_id: UUID, *, version: int, progress: int) -> None:
        """Set how far a task is, in per cent. Raises Refused, NotFound or ChangedMeanwhile."""
        if not 0 <= progress <= 100:
            raise Refused("progress", "not_per_cent")
        with self._store.write("task.progress") as db:
            task = shown_row(db, Task, task_id, "task", version=version)
            db.info["subject"] = task.measure
            task.progress = progress
            task.done_on = self._done_on(progress, task.done_on)

    def remove(self, task_id: UUID) -> None:
        """Remove a task with what it counted towards by hand. Raises NotFound."""
        with self._store.write("task.remove") as db:
            task = stored_row(db, Task, task_id, "task")
            db.info["subject"] = task.measure
            forget_choices(db, task_id)
            db.delete(task)

    def move(self, task_id: UUID, *, position: int) -> None:
        """Put a task at another place among those of its notice, from 0. Raises NotFound."""
        with self._store.write("task.move") as db:
            task = stored_row(db, Task, task_id, "task")
            db.info["subject"] = task.measure
            same = Task.notice_id.is_not_distinct_from(task.notice_id)
            rows = db.scalars(select(Task).where(same).order_by(Task.position, Task.id))
            move_to(list(rows), task, position)

    def _done_on(self, progress: int, before: date | None) -> date | None:
        """Return the day a task was finished: it stays when it was finished already."""
        if progress < 100:
            return None
        return before or self._store.now().date()


def task_row(task: Task) -> TaskRow:
    """Return a task as shown."""
    return TaskRow(
        id=task.id,
        version=task.version,
        position=task.position,
        draft=TaskDraft(**{name: getattr(task, name) for name in FIELDS}),
        done_on=task.done_on,
    )


def _end(db: Session, notice_id: UUID | None) -> int:
    """Return the place behind the last task of a notice."""
    same = Task.notice_id.is_not_distinct_from(notice_id)
    last = db.scalar(select(func.max(Task.position)).where(same))
    return 0 if last is None else last + 1


def _check_links(db: Session, draft: TaskDraft) -> None:
    must_exist(db, Notice, draft.notice_id, "notice")
    must_exist(db, Obligation, draft.obligation_id, "obligation")


def _checked(draft: TaskDraft) -> TaskDraft:
    """Return what was entered as it is stored. Raises Refused with the field at fault."""
    for field, code in faults(draft).items():
        raise Refused(field, code)
    texts: dict[str, Any] = {
        "measure": one_line("measure", draft.measure, limit=MEASURE_LIMIT),
        "owner": one_line("owner", draft.owner),
        "note": lines("note", draft.note),
    }
    return replace(draft, **texts)
