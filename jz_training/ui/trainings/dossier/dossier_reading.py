"""What the tab 材料 reads of a training's dossier."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.dossier import Dossier
from jz_training.domain.dossier_paper import folder_of
from jz_training.labels import phase_words

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRead:
    """A dossier with where its files lie and what its export is called."""

    dossier: Dossier
    paths: dict[UUID, Path]
    name: str


def read_dossier(desk: Desk, training_id: UUID) -> DossierRead:
    """Read a dossier. Raises NotFound."""
    dossier, draft = desk.dossiers.of_training(training_id), desk.trainings.get(training_id).draft
    phase = phase_words(draft.phase, draft.batch)
    folder = folder_of(start=draft.start, title=draft.title, phase=phase)
    return DossierRead(
        dossier=dossier,
        paths=desk.dossier_views.paths(dossier),
        name=f"{folder}_档案",
    )
