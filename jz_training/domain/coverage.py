"""Coverage (覆盖表): clause × layer × phase, and topics × trainings, from the task book's facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from jz_training.domain.evidence import EvidenceKind, NoticeFacts, TrainingFact
from jz_training.domain.notice import Section
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.task_book import Duty

_EVENTS = (EvidenceKind.TRAINING, EvidenceKind.OUTREACH)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageCell:
    """The trainings of one clause for one layer; `present` is the 人次 of that layer there."""

    held: tuple[UUID, ...] = ()
    planned: tuple[UUID, ...] = ()
    present: int = 0

    @property
    def trainings(self) -> tuple[UUID, ...]:
        """Return all its trainings, those held first."""
        return self.held + self.planned


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRow:
    """One clause of the notice with a cell for each layer; `all` counts whichever layer."""

    path: str
    heading: str
    obligations: int
    cells: tuple[CoverageCell, ...]
    all: CoverageCell


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """One topic with, for each training of the table, whether it deals with it."""

    topic: str
    deals: tuple[bool, ...]
    held: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Both tables of one notice; `phase` is the 期 they are limited to, None for all.

    `phases` are the phases there are; `trainings` head the columns of the table of topics.
    """

    phases: tuple[int, ...]
    phase: int | None
    layers: tuple[str, ...]
    clauses: tuple[ClauseRow, ...]
    trainings: tuple[TrainingFact, ...]
    topics: tuple[TopicRow, ...]


def coverage_of(
    duties: Sequence[Duty],
    facts: NoticeFacts,
    *,
    sections: Sequence[Section],
    layers: Sequence[str],
    phase: int | None = None,
) -> Coverage:
    """Return both tables. A training counts for a clause when it is evidence for a duty of it."""
    within = tuple(one for one in facts.trainings if phase is None or one.phase == phase)
    study = tuple(one for one in within if one.place_kind is None)
    return Coverage(
        phases=tuple(sorted({one.phase for one in facts.trainings if one.phase is not None})),
        phase=phase,
        layers=tuple(layers),
        clauses=_clauses(duties, within, sections, layers),
        trainings=study,
        topics=_topics(duties, study),
    )


def _clauses(
    duties: Sequence[Duty],
    trainings: Sequence[TrainingFact],
    sections: Sequence[Section],
    layers: Sequence[str],
) -> tuple[ClauseRow, ...]:
    headings = {section.path: section.heading for section in sections}
    paths = dict.fromkeys(duty.obligation.draft.section for duty in duties)
    return tuple(
        _clause(path, headings.get(path, ""), of_clause, trainings, layers)
        for path in paths
        for of_clause in [[duty for duty in duties if duty.obligation.draft.section == path]]
    )


def _clause(
    path: str,
    heading: str,
    duties: Sequence[Duty],
    trainings: Sequence[TrainingFact],
    layers: Sequence[str],
) -> ClauseRow:
    counted = {one.id for duty in duties for one in duty.evidence if one.kind in _EVENTS}
    its_own = [one for one in trainings if one.id in counted]
    return ClauseRow(
        path=path,
        heading=heading,
        obligations=len(duties),
        cells=tuple(_of_layer(layer, its_own) for layer in layers),
        all=_cell(its_own, sum(one.listeners for one in its_own if one.held)),
    )


def _of_layer(layer: str, trainings: Iterable[TrainingFact]) -> CoverageCell:
    with_layer = [one for one in trainings if any(group.layer == layer for group in one.groups)]
    present = sum(
        group.present
        for one in with_layer
        if one.held
        for group in one.groups
        if group.layer == layer
    )
    return _cell(with_layer, present)


def _cell(trainings: Sequence[TrainingFact], present: int) -> CoverageCell:
    return CoverageCell(
        held=tuple(one.id for one in trainings if one.held),
        planned=tuple(one.id for one in trainings if not one.held),
        present=present,
    )


def _topics(duties: Sequence[Duty], trainings: Sequence[TrainingFact]) -> tuple[TopicRow, ...]:
    topics = dict.fromkeys(
        topic
        for duty in duties
        if duty.obligation.draft.kind is ObligationKind.TOPICS
        for topic in duty.obligation.draft.topics
    )
    return tuple(
        TopicRow(
            topic=topic,
            deals=tuple(topic in one.topics for one in trainings),
            held=sum(one.held and topic in one.topics for one in trainings),
        )
        for topic in topics
    )
