"""The parts of a training (课次): half-days and days, each signed for and marked on its own."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from jz_training.domain.attendance import UNRECORDED, AttendanceStatus, Mark
from jz_training.domain.ids import new_ids

#: A part may not last longer: a later day is another part.
LONGEST_PART = timedelta(hours=24)
#: From the begin of the first part to the end of the last one.
LONGEST_WITH_PARTS = timedelta(days=62)
MOST_PARTS = 40
#: Characters of a part's name: it heads a narrow column of the sign-in sheet.
NAME_LIMIT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPart:
    """One part of a training. Times are local wall time; `id` ties the marks to it."""

    id: UUID
    name: str
    start: datetime
    end: datetime


def part_faults(parts: Sequence[TrainingPart]) -> str | None:
    """Return what is wrong with the parts of a training, None when they may be saved.

    Codes: missing (a name), too_long (a name), ends_before_start, too_long_lasting, overlapping
    (they must follow each other in time), too_many.
    """
    found = part_fault(parts)
    return found and found[1]


def part_fault(parts: Sequence[TrainingPart]) -> tuple[int, str] | None:
    """Return the place of the first part at fault, from 0, and the code of `part_faults`."""
    if len(parts) > MOST_PARTS:
        return MOST_PARTS, "too_many"
    for place, part in enumerate(parts):
        if code := _fault_of(part):
            return place, code
    for place, (before, after) in enumerate(itertools.pairwise(parts), start=1):
        if after.start < before.end:
            return place, "overlapping"
    if parts and parts[-1].end - parts[0].start > LONGEST_WITH_PARTS:
        return len(parts) - 1, "too_long_lasting"
    return None


def _fault_of(part: TrainingPart) -> str | None:
    if not part.name.strip():
        return "missing"
    if len(part.name) > NAME_LIMIT:
        return "too_long"
    if part.end <= part.start:
        return "ends_before_start"
    return "too_long_lasting" if part.end - part.start > LONGEST_PART else None


def shifted(parts: Sequence[TrainingPart], by: timedelta) -> tuple[TrainingPart, ...]:
    """Return the parts at other times; each keeps its identity."""
    return tuple(replace(part, start=part.start + by, end=part.end + by) for part in parts)


def renewed(parts: Sequence[TrainingPart]) -> tuple[TrainingPart, ...]:
    """Return the parts for another training: as they are, each with an identity of its own."""
    ids = new_ids(len(parts))
    return tuple(replace(part, id=own) for part, own in zip(parts, ids, strict=True))


def marks_in_order(parts: Sequence[TrainingPart], kept: Mapping[UUID, Mark]) -> tuple[Mark, ...]:
    """Return the mark of each part, UNRECORDED where none is kept."""
    return tuple(kept.get(part.id, UNRECORDED) for part in parts)


def spread(mark: Mark, count: int) -> tuple[Mark, ...]:
    """Return what a mark of the whole training says of each of its `count` parts.

    Somebody late was late for the first part, somebody who left early left the last one early:
    in the others they were present. Minutes online are shared out, so that they add up again.
    """
    status = AttendanceStatus
    plain = replace(mark, minutes=None)
    here = replace(plain, status=status.PRESENT)
    if mark.status is status.LATE:
        return (mark, *[here] * (count - 1))
    if mark.status is status.EARLY:
        return (*[here] * (count - 1), mark)
    if mark.status is status.ONLINE and mark.minutes:
        each, more = divmod(mark.minutes, count)
        return tuple(replace(mark, minutes=each + (at < more) or None) for at in range(count))
    return (plain,) * count


def whole_mark(marks: Sequence[Mark]) -> Mark:
    """Return what the marks of all parts say of the whole training (DESIGN §5: a person once).

    One part unrecorded: unrecorded. Came to any part: inside 实到, as the parts say where they
    agree, else late or early where a part was, else present; minutes add up. Came to none: absent
    if one part was missed without leave, else on leave for the first reason given.
    """
    status = AttendanceStatus
    found = [mark.status for mark in marks]
    if not marks or status.UNRECORDED in found:
        return UNRECORDED
    came = [mark for mark in marks if mark.status.came]
    if came:
        return Mark(
            status=_came_as([mark.status for mark in came]),
            minutes=sum(mark.minutes or 0 for mark in came) or None,
            stand_in=came[0].stand_in if all(mark.stand_in for mark in came) else "",
        )
    if status.ABSENT in found:
        return Mark(status=status.ABSENT)
    return Mark(status=status.LEAVE, reason=next((m.reason for m in marks if m.reason), None))


def _came_as(found: Sequence[AttendanceStatus]) -> AttendanceStatus:
    if len(set(found)) == 1:
        return found[0]
    for status in (AttendanceStatus.LATE, AttendanceStatus.EARLY):
        if status in found:
            return status
    return AttendanceStatus.PRESENT
