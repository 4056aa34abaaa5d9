"""The record of a training (会议记录、学习记录): what was said, beside what attendance knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from jz_training.domain.agenda import AgendaItem
from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.tally import Tally
from jz_training.domain.training import TrainingView

HEADING_LIMIT = 200
TEXT_LIMIT = 20_000
MOST_POINTS = 100


class PointKind(StrEnum):
    """What a point of the record is."""

    AGENDA = "agenda"  # 议程
    SPEECH = "speech"  # 讲话
    DISCUSSION = "discussion"  # 发言
    DECISION = "decision"  # 议定事项
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPoint:
    """One point: `heading` is the item, `who` spoke, `text` the main things that were said."""

    kind: PointKind
    heading: str
    who: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDraft:
    """What the secretary writes. Empty begin and end are those of the training."""

    chair: str = ""
    recorder: str = ""
    observers: str = ""
    began: datetime | None = None
    ended: datetime | None = None
    points: tuple[RecordPoint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRecord:
    """Everything the printed record holds; who came and who did not is the attendance's."""

    training: TrainingView
    organiser: str
    draft: RecordDraft
    present: tuple[AttendeeRow, ...]
    missed: tuple[AttendeeRow, ...]
    others: tuple[AttendeeRow, ...]
    tally: Tally
    version: int = 0  # 0: nothing was written yet
    id: UUID | None = None


def outline(items: tuple[AgendaItem, ...]) -> tuple[RecordPoint, ...]:
    """Return a point for each line of the agenda, to be filled in."""
    return tuple(
        RecordPoint(kind=PointKind.AGENDA, heading=item.what, who=item.who) for item in items
    )


def faults(draft: RecordDraft) -> dict[str, str]:
    """Return what is wrong with a record: field → code (ends_before_start, too_many, too_long)."""
    found: dict[str, str] = {}
    if draft.began is not None and draft.ended is not None and draft.ended <= draft.began:
        found["ended"] = "ends_before_start"
    if len(draft.points) > MOST_POINTS:
        found["points"] = "too_many"
    elif any(len(p.heading) > HEADING_LIMIT or len(p.text) > TEXT_LIMIT for p in draft.points):
        found["points"] = "too_long"
    return found
