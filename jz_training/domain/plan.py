"""A training plan (培训计划) and its items: what is to be held, for whom, when, by whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from jz_training.domain.hours import MOST_HOURS
from jz_training.domain.training import TrainingForm

#: More people, phases or batches than this is a slip of the finger.
MOST_COUNTED = 99_999


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItemDraft:
    """What the secretary enters for one item.

    `layers` and `categories` say who is meant; `audience` says it in other words. `phase` is 期
    and `batch` 批, from 1. `first`–`last` are the days between which it is to be held: one day, or
    a month from its first to its last. `people` is how many are expected, `hours` is 学时.
    """

    title: str
    form: TrainingForm
    layers: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    audience: str = ""
    people: int | None = None
    phase: int | None = None
    batch: int | None = None
    first: date | None = None
    last: date | None = None
    hours: Decimal | None = None
    venue: str = ""
    speaker: str = ""
    responsible: str = ""
    note: str = ""
    obligation_id: UUID | None = None
    topics: tuple[str, ...] = ()


class ItemState(StrEnum):
    """How an item stands, from the trainings made for it."""

    NOT_SCHEDULED = "not_scheduled"
    SCHEDULED = "scheduled"
    HELD = "held"
    OVERDUE = "overdue"  # its last day is past and nothing was held


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTraining:
    """A training made for an item: when, and whether it was held."""

    training_id: UUID
    start: date
    held: bool
    expected: int = 0
    present: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItemRow:
    """An item as it is stored, with the trainings made for it (cancelled ones left out).

    `obligation` is the title of the duty it serves, as shown.
    """

    id: UUID
    version: int
    position: int
    draft: PlanItemDraft
    obligation: str = ""
    trainings: tuple[PlannedTraining, ...] = ()

    def state(self, today: date) -> ItemState:
        """Return how the item stands on a day."""
        if any(training.held for training in self.trainings):
            return ItemState.HELD
        if self.trainings:
            return ItemState.SCHEDULED
        past = self.draft.last is not None and self.draft.last < today
        return ItemState.OVERDUE if past else ItemState.NOT_SCHEDULED


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """A plan. `settled_on` is the day it was made final; None while it is a draft."""

    id: UUID
    version: int
    title: str
    organiser: str
    as_of: date
    notice_id: UUID | None = None
    settled_on: date | None = None
    note: str = ""
    items: tuple[PlanItemRow, ...] = field(default=())

    @property
    def held(self) -> int:
        """Return how many items were held."""
        return sum(item.state(self.as_of) is ItemState.HELD for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A plan on the list of plans."""

    id: UUID
    title: str
    notice_id: UUID | None
    settled_on: date | None
    items: int
    held: int


def faults(draft: PlanItemDraft) -> dict[str, str]:
    """Return what is wrong with an item: field name → fault code; empty when it may be saved.

    Codes: missing, last_before_first, negative, too_many_hours, not_positive, too_large.
    """
    found: dict[str, str] = {}
    if not draft.title.strip():
        found["title"] = "missing"
    if draft.first is not None and draft.last is not None and draft.last < draft.first:
        found["last"] = "last_before_first"
    if draft.hours is not None and not draft.hours.is_finite():
        found["hours"] = "too_many_hours"
    elif draft.hours is not None and not 0 <= draft.hours <= MOST_HOURS:
        found["hours"] = "negative" if draft.hours < 0 else "too_many_hours"
    for name in ("people", "phase", "batch"):
        value = getattr(draft, name)
        if value is not None and value < 1:
            found[name] = "not_positive"
        elif value is not None and value > MOST_COUNTED:
            found[name] = "too_large"
    return found
