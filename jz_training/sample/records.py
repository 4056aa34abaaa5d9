"""The records of the sample union's trainings, as the secretary wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from jz_training.domain.training_record import PointKind, RecordDraft, RecordPoint

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def write_down(desk: Desk, training: UUID, told: dict[str, Any]) -> None:
    """Write the record that is told of a training."""
    known = desk.records.get(training)
    points = tuple(
        RecordPoint(
            kind=PointKind(point["kind"]),
            heading=point["heading"],
            who=point["who"],
            text=point["text"],
        )
        for point in told["points"]
    )
    draft = RecordDraft(
        chair=known.draft.chair,
        recorder=known.draft.recorder,
        observers=known.draft.observers,
        points=points,
    )
    desk.records.write(training, version=known.version, draft=draft)
