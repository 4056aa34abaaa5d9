"""Figures of one training or of a period, as printed and exported: every number with its ids."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.attendance_sheet import rows_of_part
from jz_training.domain.dossier import DossierPart
from jz_training.domain.make_up import MissedRow
from jz_training.domain.progress import Progress
from jz_training.domain.tally import Rate, Tally, tally
from jz_training.domain.training import TrainingForm, TrainingState, TrainingView


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """The tally of one unit, layer or category within a training or a period.

    Over a period the tally counts 人次; `persons` counts 人数: distinct persons who were reached,
    who came or made it up (DESIGN §5: 补学 raises 覆盖率).
    """

    name: str
    tally: Tally
    persons: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSummary:
    """One training's figures (单场小结). Rows of `absentees` are 请假 and 缺席, with reasons."""

    training: TrainingView
    organiser: str
    as_of: datetime
    tally: Tally
    by_unit: tuple[GroupRow, ...]
    by_layer: tuple[GroupRow, ...]
    by_category: tuple[GroupRow, ...]
    rows: tuple[AttendeeRow, ...]  # the whole list in the order of the sheet
    make_ups: tuple[MissedRow, ...] = ()  # done or arranged, in the order of the sheet

    @property
    def absentees(self) -> tuple[AttendeeRow, ...]:
        """Return expected persons on leave or absent, in the order of the sheet."""
        return tuple(
            row
            for row in self.rows
            if row.role.value == "expected" and row.mark.status.name in ("LEAVE", "ABSENT")
        )

    @property
    def partly_there(self) -> tuple[AttendeeRow, ...]:
        """Return expected persons who came to some parts and missed others, in the same order."""
        return tuple(
            row
            for row in self.rows
            if row.role.value == "expected"
            and row.mark.status.came
            and not all(mark.status.came for mark in row.part_marks)
        )

    @property
    def by_part(self) -> tuple[tuple[str, Tally], ...]:
        """Return the name and the counts of each part."""
        return tuple(
            (part.name, tally(rows_of_part(self.rows, place)))
            for place, part in enumerate(self.training.draft.parts)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One line of the ledger (台账): a training with its figures.

    `held` tells whether it has begun and was not cancelled: only then do sums count it. `missing`
    are the parts of its dossier still to come (材料齐全 when empty); None: nobody looked.
    """

    number: int
    training_id: UUID
    title: str
    form: TrainingForm
    start: datetime
    end: datetime
    venue: str
    speaker: str
    state: TrainingState
    held: bool
    tally: Tally
    hours: Decimal | None
    note: str = ""
    missing: tuple[DossierPart, ...] | None = None
    parts: int = 0  # how many parts (课次) it has


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The trainings of a period in order of time; cancelled ones are shown and not counted."""

    organiser: str
    start: date
    end: date
    as_of: datetime
    rows: tuple[LedgerRow, ...]

    @property
    def total(self) -> Tally:
        """Return the 人次 of the trainings that were held."""
        return sum((row.tally for row in self.held), start=Tally())

    @property
    def held(self) -> tuple[LedgerRow, ...]:
        """Return the trainings that have begun and were not cancelled: what the sums count."""
        return tuple(row for row in self.rows if row.held)

    @property
    def to_come(self) -> int:
        """Return how many trainings are still to come: on the list, in no sum."""
        return len(self.rows) - len(self.held) - self.cancelled

    @property
    def cancelled(self) -> int:
        """Return how many trainings were cancelled: on the list, in no sum."""
        return sum(row.state is TrainingState.CANCELLED for row in self.rows)

    @property
    def settled(self) -> Tally:
        """Return the 人次 of the trainings that are wholly recorded: what a rate is taken of."""
        return sum((row.tally for row in self.held if row.tally.rate.settled), start=Tally())

    @property
    def unsettled(self) -> int:
        """Return how many trainings were held and are not wholly recorded; beside the rate."""
        return sum(row.tally.unrecorded > 0 for row in self.held)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """How many trainings of one form there were, and how many came (人次)."""

    form: TrainingForm
    trainings: int
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodSummary:
    """The figures of a period: 人次 in `ledger.total`, 人数 in `persons`; never mixed.

    `persons` is distinct persons who came or made up at least once over distinct persons expected
    at least once. `unfinished` are trainings already over whose attendance is not complete.
    Without `progress` the sections that need it are left for the secretary to fill in.
    """

    ledger: Ledger
    persons: Rate
    by_form: tuple[FormRow, ...]
    by_unit: tuple[GroupRow, ...]
    by_layer: tuple[GroupRow, ...]
    by_category: tuple[GroupRow, ...]
    hours: Decimal
    unfinished: tuple[LedgerRow, ...]
    absentees: tuple[tuple[LedgerRow, tuple[AttendeeRow, ...]], ...]
    progress: Progress | None = None
    make_ups: tuple[MissedRow, ...] = ()  # done or arranged, by training and number


def identities(summary: TrainingSummary | PeriodSummary) -> tuple[tuple[str, bool], ...]:
    """Return the identities of DESIGN §5 with whether each holds; printed as 数据校验.

    Codes: adds_up, made_up (补学 is inside 请假 and 缺席), units_sum, layers_sum, categories_sum.
    """
    total = summary.tally if isinstance(summary, TrainingSummary) else summary.ledger.total

    def sums_to_total(groups: tuple[GroupRow, ...]) -> bool:
        added = Tally()
        for group in groups:
            added = added + group.tally
        return replace(added, others=0) == replace(total, others=0)  # groups hold 应到 only

    return (
        ("adds_up", total.adds_up),
        ("made_up", total.made_up <= total.leave + total.absent),
        ("units_sum", sums_to_total(summary.by_unit)),
        ("layers_sum", sums_to_total(summary.by_layer)),
        ("categories_sum", sums_to_total(summary.by_category)),
    )
