"""Temporary persons (临时参会人员) and who on the roster they may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.roster import PersonRow


class LikenessReason(StrEnum):
    """Why somebody of the roster may be a temporary person; the strongest first."""

    NAME_AND_UNIT = "name_and_unit"
    NAME = "name"
    SOUND = "sound"  # written with other characters, read the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One time a temporary person came: the line it left on a training's list."""

    attendee_id: UUID
    training_id: UUID
    title: str
    day: date
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Somebody of the roster whom a temporary person may be: only ever offered."""

    person: PersonRow
    reason: LikenessReason


@dataclass(frozen=True, slots=True, kw_only=True)
class TemporaryPerson:
    """Who came without being on a list, under one name and unit; the latest visit first."""

    name: str
    unit: str
    visits: tuple[Visit, ...]
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedBatch:
    """A batch a person was expected in and missed, and the other one they came to instead.

    `attendee_id` is the line of the batch that was missed.
    """

    attendee_id: UUID
    title: str
    day: date
    status: AttendanceStatus
    instead: str  # the title of the batch they came to
    instead_on: date


def likeness(person: PersonRow, *, name_key: str, own_key: str, unit: str) -> LikenessReason:
    """Return why a person found by name or by sound is offered for a temporary person."""
    if own_key != name_key:
        return LikenessReason.SOUND
    return LikenessReason.NAME_AND_UNIT if unit and unit == person.unit else LikenessReason.NAME
