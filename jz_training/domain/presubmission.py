"""What would embarrass in a report, found before it is handed in (自查).

Every concern says what it is about and where it is put right; words are `labels.presubmission`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from uuid import UUID

from jz_training.domain.dossier import DossierPart
from jz_training.domain.report import Changed
from jz_training.domain.summary import LedgerRow
from jz_training.domain.task_book import Duty
from jz_training.domain.training import TrainingState


class ConcernKind(StrEnum):
    """What is the matter, in the order in which it is told."""

    OVER_PRESENT = "over_present"  # 实到 > 应到
    UNRECORDED = "unrecorded"  # lines without a mark on a training that is over
    NOT_CLOSED = "not_closed"  # all recorded, attendance still open
    NO_SHEET = "no_sheet"  # the signed sheet is not filed
    DUTY_OVERDUE = "duty_overdue"
    NO_EVIDENCE = "no_evidence"  # a duty with nothing done for it
    DUTY_GAP = "duty_gap"  # a duty begun, with something missing
    CHANGED = "changed"  # not what the last report said
    GONE = "gone"  # in the last report and not there any more
    GAP_LEFT = "gap_left"  # （待补） in the text
    MISSING_SIGN = "missing_sign"  # a character no font has
    CUT = "cut"  # a text that did not fit
    FONT = "font"  # a face that stands in for another


class Weight(Enum):
    """How heavy it weighs: to be put right first, or to be looked at."""

    MUST = "must"
    LOOK = "look"


_LOOK = frozenset(
    {ConcernKind.NOT_CLOSED, ConcernKind.DUTY_GAP, ConcernKind.FONT, ConcernKind.CHANGED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One thing to put right or to look at.

    `about` names it (a training, a duty, a section, a face), `detail` is a value the words need.
    At most one of the ids says where it is put right.
    """

    kind: ConcernKind
    about: str = ""
    detail: tuple[str, ...] = ()
    number: int = 0
    day: date | None = None
    training_id: UUID | None = None
    notice_id: UUID | None = None
    obligation_id: UUID | None = None
    changed: Changed | None = None

    @property
    def weight(self) -> Weight:
        """Return how heavy it weighs."""
        return Weight.LOOK if self.kind in _LOOK else Weight.MUST


def training_concerns(rows: Iterable[LedgerRow]) -> Iterator[Concern]:
    """Yield what is the matter with the trainings that were held; rows know their dossiers."""
    for row in rows:
        if not row.held:
            continue
        tally = row.tally
        if tally.present > tally.expected:
            yield _of(row, ConcernKind.OVER_PRESENT, tally.present - tally.expected)
        if tally.unrecorded:
            yield _of(row, ConcernKind.UNRECORDED, tally.unrecorded)
        elif tally.expected and row.state is TrainingState.PLANNED:
            yield _of(row, ConcernKind.NOT_CLOSED)
        if tally.expected and row.missing is not None and DossierPart.SHEET in row.missing:
            yield _of(row, ConcernKind.NO_SHEET)


def duty_concerns(notice_id: UUID, duties: Iterable[Duty], today: date) -> Iterator[Concern]:
    """Yield the duties of a notice that are not met as of a day."""
    for duty in duties:
        if not duty.settled:
            yield Concern(
                kind=_duty_kind(duty, today),
                about=duty.obligation.title,
                day=duty.obligation.by,
                notice_id=notice_id,
                obligation_id=duty.obligation.id,
            )


def changed_concerns(found: Iterable[Changed]) -> Iterator[Concern]:
    """Yield the trainings whose figures are not those of the last report any more."""
    for one in found:
        gone = one.now is None
        yield Concern(
            kind=ConcernKind.GONE if gone else ConcernKind.CHANGED,
            about=one.title,
            training_id=None if gone else one.training_id,
            changed=one,
        )


def in_order(concerns: Iterable[Concern]) -> tuple[Concern, ...]:
    """Return concerns with the heavy ones first, each kind together."""
    kinds = list(ConcernKind)
    return tuple(
        sorted(concerns, key=lambda one: (one.weight is Weight.LOOK, kinds.index(one.kind)))
    )


def _of(row: LedgerRow, kind: ConcernKind, number: int = 0) -> Concern:
    return Concern(
        kind=kind,
        about=row.title,
        number=number,
        day=row.start.date(),
        training_id=row.training_id,
    )


def _duty_kind(duty: Duty, today: date) -> ConcernKind:
    if duty.overdue(today):
        return ConcernKind.DUTY_OVERDUE
    return ConcernKind.DUTY_GAP if duty.done else ConcernKind.NO_EVIDENCE
