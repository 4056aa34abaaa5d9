"""Reports as handed in (报送): the figures they had, to be compared with those of today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from jz_training.domain.paper_kind import PaperKind
from jz_training.domain.summary import LedgerRow
from jz_training.domain.tally import Tally

#: The counts that a report is held to, in the order of `TrainingFigures`.
COUNTS = ("expected", "present", "leave", "absent", "unrecorded", "made_up")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingFigures:
    """The counts of one training as a report had them; `title` as it was then."""

    training_id: UUID
    title: str
    expected: int
    present: int
    leave: int
    absent: int
    unrecorded: int
    made_up: int

    @property
    def counts(self) -> tuple[int, ...]:
        """Return the counts in the order of COUNTS."""
        return tuple(getattr(self, name) for name in COUNTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report that was handed in. `first` and `last` are the days it is about, both included."""

    id: UUID
    kind: PaperKind
    title: str
    notice_id: UUID | None
    first: date
    last: date
    as_of: datetime
    trainings: tuple[TrainingFigures, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A training whose counts are not those of the report any more; `now` None: it is gone.

    `before` None: it was not in the report, though it lies in its days.
    """

    training_id: UUID
    title: str
    before: TrainingFigures | None
    now: TrainingFigures | None

    @property
    def counts(self) -> tuple[str, ...]:
        """Return the names of the counts that differ."""
        if self.before is None or self.now is None:
            return ()
        pairs = zip(COUNTS, self.before.counts, self.now.counts, strict=True)
        return tuple(name for name, then, now in pairs if then != now)


def figures_of(row: LedgerRow) -> TrainingFigures:
    """Return the counts of a training as a report keeps them."""
    return TrainingFigures(training_id=row.training_id, title=row.title, **_counts(row.tally))


def _counts(tally: Tally) -> dict[str, int]:
    return {name: getattr(tally, name) for name in COUNTS}


def changes(report: ReportRow, rows: Iterable[LedgerRow]) -> tuple[Changed, ...]:
    """Return the trainings whose counts changed since a report, in its order, then new ones.

    `rows` are the trainings held in the days of the report, as of now.
    """
    now = {row.training_id: figures_of(row) for row in rows if row.held}
    return tuple(_changed(report.trainings, now))


def _changed(
    then: Iterable[TrainingFigures], now: Mapping[UUID, TrainingFigures]
) -> Iterator[Changed]:
    known = {one.training_id: one for one in then}
    for key, before in known.items():
        found = now.get(key)
        if found is None or found.counts != before.counts:
            title = before.title if found is None else found.title
            yield Changed(training_id=key, title=title, before=before, now=found)
    for key, found in now.items():
        if key not in known:
            yield Changed(training_id=key, title=found.title, before=None, now=found)


def figures_json(trainings: Iterable[TrainingFigures]) -> dict[str, Any]:
    """Return figures as JSON can hold them."""
    return {"trainings": [[one.training_id.hex, one.title, *one.counts] for one in trainings]}


def figures_from_json(stored: Mapping[str, Any]) -> tuple[TrainingFigures, ...]:
    """Return the figures that `figures_json` was given."""
    return tuple(
        TrainingFigures(
            training_id=UUID(hex=key), title=title, **dict(zip(COUNTS, counts, strict=True))
        )
        for key, title, *counts in stored.get("trainings", ())
    )
