"""Outreach (宣讲): a training that goes to its listeners, counted by heads where no list is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from jz_training.domain.training import TrainingForm

#: The forms in which outreach is held.
OUTREACH_FORMS = (
    TrainingForm.OUTREACH,
    TrainingForm.MICRO_OUTREACH,
    TrainingForm.CLOUD_OUTREACH,
)


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

    `held` tells whether it has begun and was not cancelled: only then do sums count it.
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
    held = [talk for talk in talks if talk.held]
    months = {_month(talk.draft.start.date()) for talk in held} | set(map(_month, published))
    if not months:
        return ()
    return tuple(
        MonthOfOutreach(
            month=month,
            publications=sum(_month(day) == month for day in published),
            talks=len(within),
            listeners=sum(talk.listeners or 0 for talk in within),
            online_views=sum(talk.draft.online_views or 0 for talk in within),
        )
        for month in _months(min(months), max(months))
        for within in [[t for t in held if _month(t.draft.start.date()) == month]]
    )


def _month(day: date) -> date:
    return day.replace(day=1)


def _months(first: date, last: date) -> list[date]:
    found = [first]
    while found[-1] < last:
        before = found[-1]
        found.append(date(before.year + before.month // 12, before.month % 12 + 1, 1))
    return found
