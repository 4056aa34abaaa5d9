"""Judging stays in an online meeting: who was there long enough, in which part of a training."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from jz_training.domain.attendance import AttendanceStatus, AttendeeRow, Mark
from jz_training.domain.meeting_reading import (
    MeetingReading,
    Participant,
    Stay,
    length,
    united,
    within,
)
from jz_training.domain.name_matching import NameMatch
from jz_training.domain.parts import TrainingPart

USUAL_PERCENT = 80  # domain.md §4
MOST_MINUTES = 1440


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """How long somebody must have been there: minutes, or else a share of the whole."""

    percent: int = USUAL_PERCENT
    minutes: int | None = None

    def seconds_of(self, span: Stay) -> int:
        """Return how many seconds of a span are enough, never more than there are."""
        whole = int((span.end - span.start).total_seconds())
        if self.minutes is not None:
            return min(self.minutes * 60, whole)
        return -(-whole * self.percent // 100)


class Judged(NamedTuple):
    """How long somebody was there in one part of a training, and whether it was enough."""

    seconds: int
    reached: bool

    @property
    def minutes(self) -> int:
        """Return the whole minutes."""
        return self.seconds // 60


class JudgedPart(NamedTuple):
    """A part of a training to be judged; `part_id` None: the whole of one without parts."""

    part_id: UUID | None
    span: Stay


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMatch:
    """An export held against a training: its names, its list and the parts to be judged."""

    training_id: UUID
    reading: MeetingReading
    names: NameMatch
    rows: tuple[AttendeeRow, ...]
    parts: tuple[JudgedPart, ...]
    threshold: Threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDecisions:
    """What is to be recorded of an export.

    `lines` says for a number on the sheet which participants (by place in the reading) that
    person is; `walk_ins` are participants to be added as 临时参会. `below` is recorded of who was
    there too short, `unseen` of who was not there at all: 缺席, or nothing. Marks that are there
    are kept, except of the numbers in `overwrite`. `remembered` are the participants whose names
    are to be known next time, with the number each was given by hand. `source` is the file to be
    kept with the training.
    """

    lines: Mapping[int, tuple[int, ...]]
    threshold: Threshold
    walk_ins: tuple[int, ...] = ()
    below: AttendanceStatus = AttendanceStatus.UNRECORDED
    unseen: AttendanceStatus = AttendanceStatus.UNRECORDED
    overwrite: frozenset[int] = frozenset()
    remembered: Mapping[int, int] = field(default_factory=dict)
    source: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingApplied:
    """What came of it: how many lines were marked 线上, for the others how, and who was added."""

    online: int = 0
    below: int = 0
    unseen: int = 0
    kept: int = 0
    walk_ins: int = 0


def judged_parts(
    start: datetime, end: datetime, parts: Sequence[TrainingPart]
) -> tuple[JudgedPart, ...]:
    """Return what is to be judged of a training: each of its parts, or the whole."""
    if not parts:
        return (JudgedPart(None, Stay(start, end)),)
    return tuple(JudgedPart(part.id, Stay(part.start, part.end)) for part in parts)


def together_within(people: Sequence[Participant], span: Stay) -> int:
    """Return how many seconds one person was there in a span, by all devices together.

    Stays unite. Totals without times count at most what their span holds; of several such totals
    the longest counts, for nobody knows whether they overlap.
    """
    inside = [within(one, span.start, span.end) for one in people]
    stays = int(length(united(stay for one in inside for stay in one.stays)).total_seconds())
    timed = [one for one in inside if one.stays]
    if any(not one.exact for one in timed):
        stays = min(stays, sum(one.seconds for one in timed))
    return max([stays, *(one.seconds for one in inside if not one.stays)])


def judge(people: Sequence[Participant], part: JudgedPart, threshold: Threshold) -> Judged:
    """Return how long one person was there in a part, and whether that is enough."""
    seconds = together_within(people, part.span)
    return Judged(seconds, seconds > 0 and seconds >= threshold.seconds_of(part.span))


def mark_for(judged: Judged, *, below: AttendanceStatus) -> Mark | None:
    """Return what is recorded of somebody; None: nothing."""
    if judged.reached:
        return Mark(status=AttendanceStatus.ONLINE, minutes=judged.minutes)
    return None if below is AttendanceStatus.UNRECORDED else Mark(status=below)
