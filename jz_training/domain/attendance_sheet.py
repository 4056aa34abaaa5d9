"""A training's list as the paper has it, with the marks."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from jz_training.domain.attendance import AttendeeRole, AttendeeRow
from jz_training.domain.parts import TrainingPart


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceSheet:
    """A training's list in the order of the paper, expected persons first, then the others."""

    training_id: UUID
    version: int
    rows: tuple[AttendeeRow, ...]
    parts: tuple[TrainingPart, ...] = ()

    @property
    def expected(self) -> tuple[AttendeeRow, ...]:
        """Return the lines that count in 应到."""
        return tuple(row for row in self.rows if row.role is AttendeeRole.EXPECTED)

    @property
    def others(self) -> tuple[AttendeeRow, ...]:
        """Return walk-ins, observers, staff and speakers: shown apart, outside 应到."""
        return tuple(row for row in self.rows if row.role is not AttendeeRole.EXPECTED)
