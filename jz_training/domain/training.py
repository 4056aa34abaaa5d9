"""A training (场次): its form, its state, the facts a secretary enters, and their rules."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from jz_training.domain.hours import HoursRule, Span, credit, hours_fault
from jz_training.domain.parts import TrainingPart, part_faults, shifted
from jz_training.domain.training_form import TrainingForm as TrainingForm


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
    by hand; they win over the rule. `shifts` are 班次, for those who work in turns.
    """

    units: tuple[UUID, ...] = ()
    with_parts: bool = True
    layers: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    added: tuple[UUID, ...] = ()
    removed: tuple[UUID, ...] = ()
    everyone: bool = True  # False: only the persons of `added`
    shifts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDraft:
    """What the secretary enters for a training. Times are local wall time; `hours` is 学时.

    `notice_id` is the notice it answers, `plan_item_id` the item of the plan it carries out;
    `phase` is 期 and `batch` 批, from 1; `link` is where a broadcast is watched.

    A training of several `parts` begins with the first and ends with the last of them. With an
    `hours_rule` the hours follow from it, without one they are entered by hand.
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
    parts: tuple[TrainingPart, ...] = ()
    hours_rule: HoursRule | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the stretches of time it takes: its parts, or the whole of it."""
        if not self.parts:
            return (Span(self.start, self.end),)
        return tuple(Span(part.start, part.end) for part in self.parts)


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


#: A training without parts may not last longer: a later day is another training, or a part.
LONGEST = timedelta(hours=24)

FIELD_LIMIT = 200
#: Links of broadcasts are long.
LINK_LIMIT = 1000


def faults(draft: TrainingDraft) -> dict[str, str]:
    """Return what is wrong with a draft: field name → fault code; empty when it may be saved.

    Codes: missing, too_long, ends_before_start, too_long_lasting, negative, too_many_hours,
    not_positive, and those of `part_faults` for "parts".
    """
    found: dict[str, str] = {}
    if not draft.title.strip():
        found["title"] = "missing"
    for name in ("title", "venue", "chair", "speaker", "recorder", "organiser"):
        if len(getattr(draft, name)) > FIELD_LIMIT:
            found[name] = "too_long"
    if draft.end <= draft.start:
        found["end"] = "ends_before_start"
    elif not draft.parts and draft.end - draft.start > LONGEST:
        found["end"] = "too_long_lasting"
    if fault := part_faults(draft.parts):
        found["parts"] = fault
    if code := hours_fault(draft.hours):
        found["hours"] = code
    for name in ("phase", "batch"):
        value = getattr(draft, name)
        if value is not None and value < 1:
            found[name] = "not_positive"
    return found


def settled(draft: TrainingDraft) -> TrainingDraft:
    """Return a draft whose times follow its parts, and whose hours follow its rule set.

    The parts are put in order of time.
    """
    if draft.parts:
        parts = tuple(sorted(draft.parts, key=lambda part: part.start))
        draft = replace(draft, parts=parts, start=parts[0].start, end=parts[-1].end)
    if draft.hours_rule is None:
        return draft
    return replace(draft, hours=credit(draft.hours_rule, draft.form, draft.spans))


def moved(draft: TrainingDraft, start: datetime, end: datetime | None = None) -> TrainingDraft:
    """Return a draft at another time, its parts with it; without `end` it lasts as long.

    One of several parts keeps their lengths whatever `end` is.
    """
    first = min((part.start for part in draft.parts), default=draft.start)
    by = start - first
    if draft.parts:
        end = max(part.end for part in draft.parts) + by
    elif end is None:
        end = draft.end + by
    return replace(draft, start=start, end=end, parts=shifted(draft.parts, by))
