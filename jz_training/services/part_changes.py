"""Marks of parts where the parts of a training are changed."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import UNRECORDED, AttendanceStatus
from jz_training.domain.parts import TrainingPart, marks_in_order, whole_mark
from jz_training.errors import Refused
from jz_training.services.hours_rows import parts_of
from jz_training.services.rows import mark_of, part_marks_json, part_marks_of, set_mark
from jz_training.storage.tables import Attendee, Training


def keep_part_marks(db: Session, training: Training, parts: Sequence[TrainingPart]) -> None:
    """Keep every mark while a training gets other parts: to be called before they are stored.

    A first division says each mark of every part. A part that comes later is unrecorded, and with
    it the whole. Raises Refused (parts) when a part that is marked would go.
    """
    old, new = parts_of(training), {part.id for part in parts}
    if {part.id for part in old} == new:
        return
    for row in _recorded(db, training.id):
        if not old:
            row.part_marks = part_marks_json(dict.fromkeys(new, mark_of(row)))
            continue
        marks = part_marks_of(row)
        _refuse_lost(old, set(marks) - new)
        set_mark(row, whole_mark(marks_in_order(parts, marks)) if parts else UNRECORDED)


def _recorded(db: Session, training_id: UUID) -> list[Attendee]:
    recorded = (Attendee.status != int(AttendanceStatus.UNRECORDED)) | (
        Attendee.part_marks.is_not(None)
    )
    return list(db.scalars(select(Attendee).where(Attendee.training_id == training_id, recorded)))


def _refuse_lost(old: Sequence[TrainingPart], lost: set[UUID]) -> None:
    for part in old:
        if part.id in lost:
            raise Refused("parts", "part_marked", name=part.name)
