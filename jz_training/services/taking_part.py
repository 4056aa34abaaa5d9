"""The trainings of one person."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.taking_part import TakingPart
from jz_training.domain.training import TrainingState
from jz_training.services.rows import ATTENDEE_COLUMNS, attendee_row
from jz_training.storage.tables import Attendee, Training


def trainings_of(db: Session, person_id: UUID) -> tuple[TakingPart, ...]:
    """Return the lines of a person at trainings not cancelled, the latest first."""
    query = (
        select(*ATTENDEE_COLUMNS, Training.id.label("training"), Training.title, Training.start)
        .join(Training, Training.id == Attendee.training_id)
        .where(Attendee.person_id == person_id, Training.state != TrainingState.CANCELLED.value)
        .order_by(Training.start.desc(), Training.id)
    )
    return tuple(
        TakingPart(
            training_id=row.training, title=row.title, start=row.start, line=attendee_row(row)
        )
        for row in db.execute(query)
    )
