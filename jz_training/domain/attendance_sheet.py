"""A training's list as the paper has it, with the marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, AttendeeRow
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


def rows_of_part(rows: Iterable[AttendeeRow], place: int) -> tuple[AttendeeRow, ...]:
    """Return the lines with what is recorded of one part, by its place, as their mark.

    They count like those of a training of its own: every identity of DESIGN §5 holds for them.
    """
    return tuple(
        replace(row, mark=row.part_marks[place]) if row.part_marks else row for row in rows
    )


def rest_by_part(sheet: AttendanceSheet) -> tuple[tuple[str, int], ...]:
    """Return the name of each part with how many expected persons are not recorded in it."""
    unrecorded = AttendanceStatus.UNRECORDED
    return tuple(
        (part.name, sum(row.part_marks[at].status is unrecorded for row in sheet.expected))
        for at, part in enumerate(sheet.parts)
    )
