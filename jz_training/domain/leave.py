"""Leave (请假) asked for before the event: for one training, or for all until a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from jz_training.domain.attendance import LeaveReason

#: Longer than this is no leave but a move of the person: the roster is the place for it.
LONGEST_DAYS = 366


class SlipState(StrEnum):
    """Whether the leave slip (请假条) lies on file."""

    FILED = "filed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveDraft:
    """What the secretary enters: one training, or every training from `first` to `last`.

    `training_id` set: that training alone, whatever the days say. Both days are included.
    """

    person_id: UUID
    reason: LeaveReason
    first: date
    last: date
    training_id: UUID | None = None
    approver: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveRow:
    """A leave as it is shown: who, which trainings it covers today, and whether the slip is there.

    `trainings` counts the fixed lists with a line marked from it.
    """

    id: UUID
    version: int
    draft: LeaveDraft
    name: str
    unit: str
    training: str = ""  # the title of the one training
    trainings: int = 0
    slip: SlipState = SlipState.MISSING


@dataclass(frozen=True, slots=True, kw_only=True)
class OnLeave:
    """Who is on leave at one training, in the order of its list."""

    training_id: UUID
    title: str
    start: datetime
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveSlip:
    """What a leave slip (请假条) says; `start` and `end` where it is for one training."""

    organiser: str
    draft: LeaveDraft
    name: str
    unit: str = ""
    post: str = ""
    training: str = ""
    start: datetime | None = None
    end: datetime | None = None
    venue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveList:
    """Who is on leave at one training, in the order of its list."""

    organiser: str
    title: str
    start: datetime
    end: datetime
    venue: str
    as_of: date
    rows: tuple[LeaveRow, ...]


def faults(draft: LeaveDraft) -> dict[str, str]:
    """Return what is wrong with a leave: field → code (ends_before_start, too_long_lasting)."""
    if draft.last < draft.first:
        return {"last": "ends_before_start"}
    if (draft.last - draft.first).days >= LONGEST_DAYS:
        return {"last": "too_long_lasting"}
    return {}


def covers(draft: LeaveDraft, *, training_id: UUID, day: date) -> bool:
    """Tell whether somebody is on leave from a training (or a part of it) held on a day."""
    if draft.training_id is not None:
        return draft.training_id == training_id
    return draft.first <= day <= draft.last
