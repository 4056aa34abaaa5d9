"""What may count towards an obligation: the facts of a notice, each with its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from jz_training.domain.filing import DocumentKind, FiledRow
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.plan import PlanView
from jz_training.domain.publicity import PublicityRow
from jz_training.domain.task import TaskRow
from jz_training.domain.training import TrainingForm


class EvidenceKind(StrEnum):
    """What a piece of evidence is; a click on it opens the page of that kind."""

    TRAINING = "training"
    OUTREACH = "outreach"
    PUBLICITY = "publicity"
    TASK = "task"
    DOCUMENT = "document"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One thing counted towards an obligation.

    `done` False is something planned that has not happened yet. `persons` is its 人次.
    """

    kind: EvidenceKind
    id: UUID
    title: str
    day: date | None = None
    done: bool = True
    persons: int = 0
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceChoice:
    """What the secretary counted towards an obligation by hand, or took out of it."""

    obligation_id: UUID
    kind: EvidenceKind
    target_id: UUID
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """How many of one layer and category were expected at a training and came."""

    layer: str
    category: str
    expected: int
    present: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingFact:
    """What the task book needs to know of a training; cancelled ones are not handed in.

    `place_kind`, `unit_id`, `head_count` and `online_views` are those of outreach. `groups` tells
    who is on its list; while no list is fixed it names the layers of its audience with zero counts.
    """

    id: UUID
    title: str
    form: TrainingForm
    start: datetime
    held: bool
    required: bool = False
    phase: int | None = None
    batch: int | None = None
    topics: tuple[str, ...] = ()
    venue: str = ""
    speaker: str = ""
    expected: int = 0
    present: int = 0
    unrecorded: int = 0
    groups: tuple[GroupCount, ...] = ()
    place_kind: PlaceKind | None = None
    unit_id: UUID | None = None
    head_count: int | None = None
    online_views: int | None = None

    @property
    def listeners(self) -> int:
        """Return the 人次 on the spot: by the list where there is one, else by heads."""
        return self.present if self.expected else self.head_count or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleGroup:
    """How many people of the roster are of one layer and category.

    `reached` of them came to a training of the notice that is marked 必修.
    """

    layer: str
    category: str
    people: int
    reached: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFacts:
    """Everything that may be evidence for the obligations of one notice.

    `since` is the day from which a count per month or quarter begins. `places` is how many units
    of the tree are of each kind, where it has such units.
    """

    today: date
    since: date
    trainings: tuple[TrainingFact, ...] = ()
    publicity: tuple[PublicityRow, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    documents: tuple[FiledRow, ...] = ()
    plan: PlanView | None = None
    people: tuple[PeopleGroup, ...] = ()
    places: Mapping[PlaceKind, int] = field(default_factory=dict)
    choices: tuple[EvidenceChoice, ...] = ()


def of_training(fact: TrainingFact) -> Evidence:
    """Return a training as evidence."""
    kind = EvidenceKind.TRAINING if fact.place_kind is None else EvidenceKind.OUTREACH
    return Evidence(
        kind=kind,
        id=fact.id,
        title=fact.title,
        day=fact.start.date(),
        done=fact.held,
        persons=fact.listeners,
    )


def of_publicity(row: PublicityRow) -> Evidence:
    """Return a publication as evidence."""
    return Evidence(
        kind=EvidenceKind.PUBLICITY,
        id=row.id,
        title=row.draft.title,
        day=row.draft.day,
    )


def of_task(row: TaskRow) -> Evidence:
    """Return a task as evidence: it is done when it is finished."""
    return Evidence(
        kind=EvidenceKind.TASK,
        id=row.id,
        title=row.draft.measure,
        day=row.draft.due,
        done=row.draft.progress >= 100,
    )


def of_document(row: FiledRow) -> Evidence:
    """Return a filed document as evidence."""
    return Evidence(
        kind=EvidenceKind.DOCUMENT,
        id=row.id,
        title=row.draft.name,
        day=row.draft.dated or row.filed_on,
    )


def of_plan(plan: PlanView) -> Evidence:
    """Return a plan as evidence: it counts once it is settled."""
    settled = plan.settled_on is not None and bool(plan.items)
    return Evidence(
        kind=EvidenceKind.PLAN, id=plan.id, title=plan.title, day=plan.settled_on, done=settled
    )


def everything(facts: NoticeFacts) -> tuple[Evidence, ...]:
    """Return all that happened or is planned for a notice; its own text proves nothing."""
    text = {one.id for one in facts.documents if one.draft.kind is DocumentKind.NOTICE}
    return tuple(one for one in _all(facts) if one.id not in text)


def chosen(obligation_id: UUID, facts: NoticeFacts) -> tuple[Evidence, ...]:
    """Return what the secretary counted towards an obligation by hand, as far as it is there."""
    wanted = {
        choice.target_id
        for choice in facts.choices
        if choice.obligation_id == obligation_id and choice.counts
    }
    if not wanted:
        return ()
    return tuple(replace(one, by_hand=True) for one in _all(facts) if one.id in wanted)


def _all(facts: NoticeFacts) -> Iterator[Evidence]:
    yield from map(of_training, facts.trainings)
    yield from map(of_publicity, facts.publicity)
    yield from map(of_task, facts.tasks)
    yield from map(of_document, facts.documents)
