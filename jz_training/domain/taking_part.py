"""A training as one person saw it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jz_training.domain.attendance import AttendeeRow


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingPart:
    """A person's line at one training: name, unit and post are those of that day."""

    training_id: UUID
    title: str
    start: datetime
    line: AttendeeRow
