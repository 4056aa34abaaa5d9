"""A training (场次): its form, its state, the facts a secretary enters, and their rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


class TrainingForm(StrEnum):
    """The form in which a training is held: words of the notice (domain.md §9 R08, R10, R16)."""

    STUDY = "study"  # 专题学习会
    REPORT = "report"  # 报告会
    SEMINAR = "seminar"  # 研讨会
    BROADCAST = "broadcast"  # 云直播
    LECTURE = "lecture"  # 辅导讲座
    CENTRE_GROUP = "centre_group"  # 中心组学习
    THEORY = "theory"  # 理论研讨会
    OUTREACH = "outreach"  # 宣讲
    MICRO_OUTREACH = "micro_outreach"  # 微宣讲
    CLOUD_OUTREACH = "cloud_outreach"  # 云宣讲
    COURSE = "course"  # 培训班
    OTHER = "other"  # 其他


class TrainingState(StrEnum):
    """Where a training stands. What is due next follows from it and from the clock."""

    PLANNED = "planned"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class SheetOrder(StrEnum):
    """The order of names on the list and on the printed sheet."""

    UNIT = "unit"
    PINYIN = "pinyin"
    STROKES = "strokes"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceRule:
    """Who is expected: units × layers × categories; an empty tuple means "any".

    `with_parts` takes the units below a named unit too. `added` and `removed` are persons chosen
    by hand; they win over the rule.
    """

    units: tuple[UUID, ...] = ()
    with_parts: bool = True
    layers: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    added: tuple[UUID, ...] = ()
    removed: tuple[UUID, ...] = ()
    everyone: bool = True  # False: only the persons of `added`


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDraft:
    """What the secretary enters for a training. Times are local wall time; `hours` is 学时.

    `notice_id` is the notice it answers, `plan_item_id` the item of the plan it carries out;
    `phase` is 期 and `batch` 批, from 1; `link` is where a broadcast is watched.
    """

    title: str
    form: TrainingForm
    start: datetime
    end: datetime
    venue: str = ""
    chair: str = ""
    speaker: str = ""
    recorder: str = ""
    topics: tuple[str, ...] = ()
    hours: Decimal | None = None
    organiser: str = ""
    required: bool = False
    note: str = ""
    audience: AudienceRule = field(default_factory=AudienceRule)
    notice_id: UUID | None = None
    plan_item_id: UUID | None = None
    phase: int | None = None
    batch: int | None = None
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingView:
    """A training as it is stored. `version` guards against overwriting somebody else's change."""

    id: UUID
    version: int
    draft: TrainingDraft
    state: TrainingState
    list_frozen_at: datetime | None
    order: SheetOrder
    closed_at: datetime | None
    cancel_reason: str = ""
    sheet_version: int = 0
    series_id: UUID | None = None


#: A training may not last longer: a later day is another training (domain rule of the house).
LONGEST = timedelta(hours=24)

FIELD_LIMIT = 200
#: Links of broadcasts are long.
LINK_LIMIT = 1000
MOST_HOURS = 999


def faults(draft: TrainingDraft) -> dict[str, str]:
    """Return what is wrong with a draft: field name → fault code; empty when it may be saved.

    Codes: missing, too_long, ends_before_start, too_long_lasting, negative, too_many_hours,
    not_positive.
    """
    found: dict[str, str] = {}
    if not draft.title.strip():
        found["title"] = "missing"
    for name in ("title", "venue", "chair", "speaker", "recorder", "organiser"):
        if len(getattr(draft, name)) > FIELD_LIMIT:
            found[name] = "too_long"
    if draft.end <= draft.start:
        found["end"] = "ends_before_start"
    elif draft.end - draft.start > LONGEST:
        found["end"] = "too_long_lasting"
    if draft.hours is not None and not draft.hours.is_finite():
        found["hours"] = "too_many_hours"
    elif draft.hours is not None and draft.hours < 0:
        found["hours"] = "negative"
    elif draft.hours is not None and draft.hours > MOST_HOURS:
        found["hours"] = "too_many_hours"
    for name in ("phase", "batch"):
        value = getattr(draft, name)
        if value is not None and value < 1:
            found[name] = "not_positive"
    return found
