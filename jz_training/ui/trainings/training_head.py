"""What the page of one training reads from the desk for its head, figures and tabs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.gates import Gate
from jz_training.domain.tally import Tally
from jz_training.domain.training import TrainingForm, TrainingState, TrainingView
from jz_training.ui.style.theme import Tone
from jz_training.ui.trainings.training_words import facts, stage

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

#: Forms that are watched by a link, possibly in several rooms.
WATCHED = frozenset({TrainingForm.BROADCAST, TrainingForm.CLOUD_OUTREACH})


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingHead:
    """A training with its counts at a moment."""

    training: TrainingView
    tally: Tally
    now: datetime
    gate: Gate
    rooms: int = 0  # viewing points beside the main hall
    documents: int = 0  # of its dossier

    @property
    def has_list(self) -> bool:
        """Tell whether the list is fixed."""
        return self.training.list_frozen_at is not None

    @property
    def is_open(self) -> bool:
        """Tell whether the training may be changed and marked."""
        return self.training.state is TrainingState.PLANNED

    @property
    def has_rooms(self) -> bool:
        """Tell whether viewing points belong to it, or may be added."""
        return self.rooms > 0 or self.training.draft.form in WATCHED

    @property
    def badge(self) -> tuple[str, Tone]:
        """Return the word for where the training stands, and its tone."""
        return stage(
            self.training.state,
            end=self.training.draft.end,
            tally=self.tally,
            has_list=self.has_list,
            now=self.now,
        )

    @property
    def facts(self) -> tuple[str, ...]:
        """Return the line behind the title."""
        return facts(self.training.draft, today=self.now.date())


def read_head(desk: Desk, training_id: UUID) -> TrainingHead:
    """Read a training with its counts. Raises NotFound."""
    return TrainingHead(
        training=desk.trainings.get(training_id),
        tally=desk.attendance.tally(training_id),
        now=desk.now(),
        gate=desk.gates.gate(training_id),
        rooms=len(desk.viewpoints.of_training(training_id)),
        documents=desk.dossiers.of_training(training_id).documents,
    )
