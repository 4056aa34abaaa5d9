"""What the dialog of a leave begins with, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.filing import FiledRow
from jz_training.domain.leave import LeaveRow
from jz_training.domain.roster import PersonRow
from jz_training.domain.summary import LedgerRow
from jz_training.domain.training import TrainingState
from jz_training.services.ledger import TrainingQuery
from jz_training.ui import kinds

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

#: What entering or removing a leave may touch.
TOUCHED = (kinds.LEAVES, kinds.LISTS, kinds.ATTENDANCE, kinds.TRAININGS, kinds.DOCUMENTS)
#: Slips come in late: trainings that were held so many days ago are still offered.
BACK = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveBeginning:
    """The person and training if known, what may be chosen, and the slip on file."""

    today: date
    person: PersonRow | None = None
    training_id: UUID | None = None
    trainings: tuple[LedgerRow, ...] = ()
    approvers: tuple[str, ...] = ()
    slip: FiledRow | None = None


def read_beginning(
    desk: Desk, *, row: LeaveRow | None, person_id: UUID | None, training_id: UUID | None
) -> LeaveBeginning:
    """Read what the dialog of a leave offers. Raises NotFound."""
    today = desk.now().date()
    query = TrainingQuery(state=TrainingState.PLANNED, start=today - BACK, newest_first=False)
    slips = () if row is None else desk.documents.of_leave(row.id)
    trainings = desk.trainings.list(query)
    if training_id is not None and all(one.training_id != training_id for one in trainings):
        known = desk.trainings.list(TrainingQuery())
        trainings = (*(one for one in known if one.training_id == training_id), *trainings)
    return LeaveBeginning(
        today=today,
        person=desk.people.get(person_id) if person_id is not None else None,
        training_id=training_id,
        trainings=trainings,
        approvers=desk.leaves.approvers(),
        slip=slips[-1] if slips else None,
    )
