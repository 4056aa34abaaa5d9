"""Gates: what is asked about once before attendance is recorded or corrected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from jz_training.domain.training import TrainingState

#: Marks further away than this from a training are asked about (a slip of the wrong training).
NEAR = timedelta(hours=8)


def far_off(start: datetime, end: datetime, *, now: datetime) -> timedelta | None:
    """Return how far away a training is: before its start, or (negative) after its end.

    None while it is on and within eight hours of it.
    """
    if start - now > NEAR:
        return start - now
    if now - end > NEAR:
        return end - now
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Where a training stands when somebody is about to record or correct something.

    `far` is only said while nothing is recorded there yet; `reported_on` is the day on which the
    figures of a closed training went upward with the report of its notice.
    """

    training_id: UUID
    state: TrainingState
    start: datetime
    end: datetime
    far: timedelta | None = None
    reported_on: date | None = None

    @property
    def is_closed(self) -> bool:
        """Tell whether a correction needs the training to be opened again, with a reason."""
        return self.state is TrainingState.CLOSED
