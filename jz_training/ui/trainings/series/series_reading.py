"""The trainings made together with one; read on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.training import TrainingState, TrainingView

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesMembers:
    """A training and all of its series in order of time, itself included."""

    training: TrainingView
    members: tuple[TrainingView, ...]

    @property
    def place(self) -> int:
        """Return the number of the training in its series, from 1."""
        return 1 + [one.id for one in self.members].index(self.training.id)

    @property
    def is_series(self) -> bool:
        """Tell whether there are others."""
        return self.training.series_id is not None and len(self.members) > 1

    @property
    def following(self) -> int:
        """Return how many open trainings come after this one."""
        later = self.members[self.place :]
        return sum(one.state is TrainingState.PLANNED for one in later)


def read_series(desk: Desk, training_id: UUID) -> SeriesMembers:
    """Read a training's series. Raises NotFound."""
    ids = desk.series.of_training(training_id)
    members = tuple(desk.trainings.get(one) for one in ids)
    training = next(one for one in members if one.id == training_id)
    return SeriesMembers(training=training, members=members)
