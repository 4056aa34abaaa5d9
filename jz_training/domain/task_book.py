"""The task book (任务书): how each obligation of a notice stands, by what, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jz_training.domain.evidence import Evidence
from jz_training.domain.obligation import ObligationRow
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.publicity import Channel, Genre
from jz_training.domain.training import TrainingForm

#: What a gap may be about; plain words are those of the notice or of the roster.
Thing = TrainingForm | Channel | Genre | PlaceKind | str


class DutyState(StrEnum):
    """How an obligation stands."""

    NOT_BEGUN = "not_begun"
    PLANNED = "planned"
    PARTLY = "partly"
    MET = "met"
    REPORTED = "reported"


class GapCode(StrEnum):
    """What is missing; `labels` has the words."""

    MORE = "more"  # number unit of things: 还差 1 场报告会
    MORE_IN_SPAN = "more_in_span"  # the same within first–last, which is not over yet
    MISSED_SPAN = "missed_span"  # a span is over and had fewer than asked for
    MISSING = "missing"  # things of which there is none yet
    NOT_HELD = "not_held"  # number of planned items that were not held
    NO_PLAN = "no_plan"
    PLAN_IS_DRAFT = "plan_is_draft"
    NO_DOCUMENT = "no_document"
    NO_TASKS = "no_tasks"
    TASKS_OPEN_ENDED = "tasks_open_ended"  # number of tasks without owner or day
    NO_REQUIRED = "no_required"  # no training is marked 必修
    NOT_REACHED = "not_reached"  # number of people who had none of the required trainings
    GROUPS_NOT_REACHED = "groups_not_reached"  # layer and category nobody of whom came
    UNRECORDED = "unrecorded"  # number of trainings held whose attendance is not complete
    NO_LEADERS_STUDY = "no_leaders_study"
    LEADERS_LATE = "leaders_late"  # the first general training was on `first`, before the leaders'
    NOT_REPORTED = "not_reported"
    OTHERS_OPEN = "others_open"  # number of other obligations that are not met
    NOT_CONFIRMED = "not_confirmed"  # only the secretary can say
    NO_EVIDENCE = "no_evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is missing, for `labels.gap_words`."""

    code: GapCode
    number: int = 0
    unit: str = ""
    of: tuple[Thing, ...] = ()
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How many of one thing there are of how many: 车间 4/6; `wanted` None where nobody said."""

    of: Thing
    have: int
    wanted: int | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What looking at one obligation came to, before the state is told."""

    evidence: tuple[Evidence, ...] = ()
    gaps: tuple[Gap, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """An obligation with its state, its evidence (done and planned), its figures and its gaps."""

    obligation: ObligationRow
    state: DutyState
    evidence: tuple[Evidence, ...] = ()
    gaps: tuple[Gap, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def done(self) -> tuple[Evidence, ...]:
        """Return the evidence of what has happened."""
        return tuple(one for one in self.evidence if one.done)

    @property
    def settled(self) -> bool:
        """Tell whether nothing is left to do."""
        return self.state in (DutyState.MET, DutyState.REPORTED)

    def overdue(self, today: date) -> bool:
        """Tell whether its day is past and something is still missing."""
        return not self.settled and self.obligation.by is not None and self.obligation.by < today


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskBook:
    """The duties of one notice as of a day, ready for screen and paper."""

    title: str
    issuer: str
    number: str
    organiser: str
    as_of: date
    duties: tuple[Duty, ...]

    def count(self, *states: DutyState) -> int:
        """Return how many duties are in one of the states."""
        return sum(duty.state in states for duty in self.duties)


def state_of(obligation: ObligationRow, finding: Finding) -> DutyState:
    """Return the state that evidence and gaps come to."""
    if not finding.gaps:
        return DutyState.REPORTED if obligation.reported_on is not None else DutyState.MET
    if any(one.done for one in finding.evidence):
        return DutyState.PARTLY
    return DutyState.PLANNED if finding.evidence else DutyState.NOT_BEGUN


def duty_of(obligation: ObligationRow, finding: Finding) -> Duty:
    """Return an obligation with what was found about it, the evidence in order of time."""
    return Duty(
        obligation=obligation,
        state=state_of(obligation, finding),
        evidence=in_time(finding.evidence),
        gaps=finding.gaps,
        figures=finding.figures,
    )


def in_time(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return each piece of evidence once, by its day; what has none comes last."""
    once = {one.id: one for one in evidence}
    return tuple(sorted(once.values(), key=lambda one: (one.day or date.max, one.title)))
