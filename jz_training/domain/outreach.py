"""Outreach (宣讲): a training that goes to its listeners, counted by heads where no list is."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from jz_training.domain.publicity import MOST_VIEWS
from jz_training.domain.training import LONGEST, TrainingForm

#: The forms in which outreach is held.
OUTREACH_FORMS = (
    TrainingForm.OUTREACH,
    TrainingForm.MICRO_OUTREACH,
    TrainingForm.CLOUD_OUTREACH,
)

#: More listeners in one place than this is a slip of the finger.
MOST_LISTENERS = 100_000


class PlaceKind(StrEnum):
    """Into what kind of place a talk went (进企业、进车间、进班组; domain.md §9 R16)."""

    ENTERPRISE = "enterprise"  # 企业
    WORKSHOP = "workshop"  # 车间
    TEAM = "team"  # 班组
    ONLINE = "online"  # 线上
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachDraft:
    """What the secretary enters for one talk.

    `place` is written on the ledger as the venue; `unit_id` says which unit of the tree was
    visited, where it is one. `head_count` is None while nobody counted or a list of names is
    kept instead. `groups` are the groups the listeners belonged to.
    """

    title: str
    form: TrainingForm
    start: datetime
    end: datetime
    place_kind: PlaceKind
    place: str = ""
    unit_id: UUID | None = None
    speaker: str = ""
    head_count: int | None = None
    groups: tuple[str, ...] = ()
    online_views: int | None = None
    note: str = ""
    notice_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachRow:
    """A talk as it is stored. `named` is how many of a list of names came, None without a list.

    `held` tells whether it has begun and was not cancelled: only then do sums count it. `version`
    guards the training together with its place and heads; it is not the training's own.
    """

    training_id: UUID
    version: int
    draft: OutreachDraft
    held: bool
    named: int | None = None

    @property
    def listeners(self) -> int | None:
        """Return who listened on the spot: by the list where there is one, else by heads."""
        return self.draft.head_count if self.named is None else self.named


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfOutreach:
    """What one month came to: publications, talks, listeners (人次) and online views."""

    month: date  # its first day
    publications: int
    talks: int
    listeners: int
    online_views: int


def by_month(
    talks: tuple[OutreachRow, ...], published: tuple[date, ...]
) -> tuple[MonthOfOutreach, ...]:
    """Return every month from the first to the last with something in it, empty ones included."""
    held: dict[date, list[OutreachRow]] = defaultdict(list)
    for talk in talks:
        if talk.held:
            held[_month(talk.draft.start.date())].append(talk)
    out = Counter(map(_month, published))
    if not held and not out:
        return ()
    return tuple(
        MonthOfOutreach(
            month=month,
            publications=out[month],
            talks=len(held.get(month, ())),
            listeners=sum(talk.listeners or 0 for talk in held.get(month, ())),
            online_views=sum(talk.draft.online_views or 0 for talk in held.get(month, ())),
        )
        for month in _months(min((*held, *out)), max((*held, *out)))
    )


def faults(draft: OutreachDraft, *, now: datetime) -> dict[str, str]:
    """Return what is wrong with a talk: field name → fault code; empty when it may be saved.

    Codes: missing, not_outreach, ends_before_start, too_long_lasting, bad_head_count, bad_views,
    not_yet_held (heads can be counted only once it has begun).
    """
    found: dict[str, str] = {}
    if not draft.title.strip():
        found["title"] = "missing"
    if draft.form not in OUTREACH_FORMS:
        found["form"] = "not_outreach"
    if draft.end <= draft.start:
        found["end"] = "ends_before_start"
    elif draft.end - draft.start > LONGEST:
        found["end"] = "too_long_lasting"
    if draft.head_count is not None and not 0 <= draft.head_count <= MOST_LISTENERS:
        found["head_count"] = "bad_head_count"
    elif draft.head_count is not None and draft.start > now:
        found["head_count"] = "not_yet_held"
    if draft.online_views is not None and not 0 <= draft.online_views <= MOST_VIEWS:
        found["online_views"] = "bad_views"
    return found


def _month(day: date) -> date:
    return day.replace(day=1)


def _months(first: date, last: date) -> list[date]:
    found = [first]
    while found[-1] < last:
        before = found[-1]
        found.append(date(before.year + before.month // 12, before.month % 12 + 1, 1))
    return found
