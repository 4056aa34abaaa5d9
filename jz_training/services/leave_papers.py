"""What stands on the papers of leave."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.leave import LeaveList, LeaveRow, LeaveSlip
from jz_training.services.leave_marks import leave_draft
from jz_training.services.stored_row import stored_row
from jz_training.storage.tables import Attendee, Leave, Person, Training, Unit


def slip_of(db: Session, leave_id: UUID, *, organiser: str) -> LeaveSlip:
    """Return what the slip of a leave says. Raises NotFound."""
    leave = stored_row(db, Leave, leave_id, "leave")
    person = db.get_one(Person, leave.person_id)
    unit = db.get(Unit, person.unit_id) if person.unit_id else None
    training = db.get(Training, leave.training_id) if leave.training_id else None
    return LeaveSlip(
        organiser=organiser,
        draft=leave_draft(leave),
        name=person.name,
        unit=unit.name if unit else "",
        post=person.post,
        training=training.title if training else "",
        start=training.start if training else None,
        end=training.end if training else None,
        venue=training.venue if training else "",
    )


def leave_list(
    db: Session, training_id: UUID, rows: Sequence[LeaveRow], *, organiser: str, as_of: date
) -> LeaveList:
    """Return leaves in the order of a training's list; those not on it come last."""
    training = stored_row(db, Training, training_id, "training")
    lines = select(Attendee.person_id, Attendee.number).where(Attendee.training_id == training_id)
    numbers = {person_id: number for person_id, number in db.execute(lines)}
    last = max(numbers.values(), default=0) + 1
    return LeaveList(
        organiser=organiser,
        title=training.title,
        start=training.start,
        end=training.end,
        venue=training.venue,
        as_of=as_of,
        rows=tuple(sorted(rows, key=lambda row: numbers.get(row.draft.person_id, last))),
    )
