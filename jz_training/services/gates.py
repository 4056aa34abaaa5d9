"""What must be asked before attendance of a training is recorded or corrected."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from jz_training.domain.gates import Gate, far_off
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.training import TrainingState
from jz_training.services.part_marks import has_marks
from jz_training.services.trainings import the_training
from jz_training.storage.paper_tables import Report
from jz_training.storage.store import Store
from jz_training.storage.tables import Obligation, Training


class Gates:
    """The questions that stand before the marks of one workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def gate(self, training_id: UUID) -> Gate:
        """Return how far away a training is and whether it was closed and reported.

        Raises NotFound.
        """
        now = self._store.now()
        with self._store.read() as db:
            training = the_training(db, training_id)
            far = far_off(training.start, training.end, now=now)
            if far is not None and has_marks(db, training_id):
                far = None
            return Gate(
                training_id=training_id,
                state=TrainingState(training.state),
                start=training.start,
                end=training.end,
                far=far,
                reported_on=reported_on(db, training),
            )


def reported_on(db: Session, training: Training) -> date | None:
    """Return when the figures of a closed training were last reported upward.

    They were when a report of its days was handed in, or when the report that its notice asks
    for was noted, on the training's last day or later; None: not yet.
    """
    if training.state != TrainingState.CLOSED.value:
        return None
    handed_in = db.scalar(
        select(func.max(Report.as_of)).where(
            Report.first <= training.start.date(),
            Report.last >= training.start.date(),
            Report.as_of >= training.end,
            or_(Report.notice_id.is_(None), Report.notice_id == training.notice_id),
        )
    )
    noted = db.scalar(
        select(func.max(Obligation.reported_on)).where(
            Obligation.notice_id == training.notice_id,
            Obligation.kind == ObligationKind.REPORT.value,
            Obligation.reported_on >= training.end.date(),
        )
    )
    days = (handed_in.date() if handed_in is not None else None, noted)
    return max((day for day in days if day is not None), default=None)
