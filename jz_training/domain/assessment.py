"""How each kind of obligation is held against the facts (domain.md §9, R01–R20)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from jz_training.domain.counting import Piece, counted
from jz_training.domain.evidence import (
    EvidenceKind,
    NoticeFacts,
    of_document,
    of_plan,
    of_publicity,
    of_task,
    of_training,
)
from jz_training.domain.filing import DocumentKind
from jz_training.domain.obligation import ObligationKind, ObligationRow, may_be_confirmed
from jz_training.domain.outreach import OUTREACH_FORMS
from jz_training.domain.people_rules import (
    LEADERS_FORMS,
    everyone_required,
    groups_reached,
    leaders_first,
)
from jz_training.domain.plan import ItemState
from jz_training.domain.publicity import PublicityDraft
from jz_training.domain.task_book import (
    Duty,
    DutyState,
    Figure,
    Finding,
    Gap,
    GapCode,
    Thing,
    duty_of,
)
from jz_training.domain.training import TrainingForm

Rule = Callable[[ObligationRow, NoticeFacts], Finding]


def assess_all(duties: Sequence[ObligationRow], facts: NoticeFacts) -> tuple[Duty, ...]:
    """Return every obligation with its state; 全面落实 (R02) is met when all others are."""
    told = {duty.id: assess(duty, facts) for duty in duties}
    others = [one for one in told.values() if not _sums_up(one.obligation)]
    return tuple(
        _overall(told[duty.id], others) if _sums_up(duty) else told[duty.id] for duty in duties
    )


def assess(duty: ObligationRow, facts: NoticeFacts) -> Duty:
    """Return one obligation with its evidence, its gaps and the state they come to."""
    finding = RULES[duty.draft.kind](duty, facts)
    if may_be_confirmed(duty.draft) and duty.confirmed_on is not None:
        finding = replace(finding, gaps=())
    return duty_of(duty, finding)


def _sums_up(duty: ObligationRow) -> bool:
    return duty.draft.kind is ObligationKind.OVERALL


def _overall(duty: Duty, others: Sequence[Duty]) -> Duty:
    """Return 全面落实 as the others make it; where there are none its own documents speak."""
    if not others:
        return duty
    left = sum(not one.settled for one in others)
    if not left:
        reported = duty.obligation.reported_on is not None
        return replace(duty, state=DutyState.REPORTED if reported else DutyState.MET, gaps=())
    return replace(duty, state=_begun(others), gaps=(Gap(code=GapCode.OTHERS_OPEN, number=left),))


def _begun(others: Sequence[Duty]) -> DutyState:
    """Return how far duties have come of which one at least is not met."""
    if any(one.settled or one.done for one in others):
        return DutyState.PARTLY
    planned = any(one.state is DutyState.PLANNED for one in others)
    return DutyState.PLANNED if planned else DutyState.NOT_BEGUN


# --- documents and tasks ---------------------------------------------------------------------


def _documents(*kinds: DocumentKind, without: GapCode = GapCode.NO_DOCUMENT) -> Rule:
    """Return the rule of a duty that a document meets: one filed to it, or one of a kind.

    Without a document its own tasks meet it, when all of them are done.
    """

    def rule(duty: ObligationRow, facts: NoticeFacts) -> Finding:
        tasks = list(_own_tasks(duty, facts))
        finding = counted(duty, [*_filed(duty, facts, kinds), *tasks], facts, things=())
        gaps = finding.gaps or tuple(_tasks_open(finding, tasks))
        return replace(finding, gaps=tuple(_called(gap, without) for gap in gaps))

    return rule


def _tasks_open(finding: Finding, tasks: Sequence[Piece]) -> Iterator[Gap]:
    """Yield the tasks that are not done yet, where nothing but tasks speaks for a duty."""
    own = {piece.evidence.id for piece in tasks}
    to_do = sum(one.id in own and not one.done for one in finding.evidence)
    only_tasks = all(one.id in own for one in finding.evidence if one.done)
    if to_do and only_tasks:
        yield Gap(code=GapCode.MORE, number=to_do, unit="项")


def _filed(
    duty: ObligationRow, facts: NoticeFacts, kinds: Iterable[DocumentKind]
) -> Iterator[Piece]:
    for one in facts.documents:
        whose = one.draft.obligation_id
        if whose == duty.id or (whose is None and one.draft.kind in kinds):
            yield Piece(of_document(one), None)


def _own_tasks(duty: ObligationRow, facts: NoticeFacts) -> Iterator[Piece]:
    for one in facts.tasks:
        if one.draft.obligation_id == duty.id:
            yield Piece(of_task(one), None)


def _called(gap: Gap, code: GapCode) -> Gap:
    return replace(gap, code=code) if gap.code is GapCode.NO_EVIDENCE else gap


def _report(duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """R20: it is done when it was handed in; the report itself is evidence on the way there."""
    pieces = _filed(duty, facts, (DocumentKind.REPORT,))
    finding = counted(duty, pieces, facts, things=())
    missing = () if duty.reported_on is not None else (Gap(code=GapCode.NOT_REPORTED),)
    return replace(finding, gaps=missing)


def _timetable(duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """R19: a timetable is there when every task has an owner and a day."""
    evidence = tuple(of_task(one) for one in facts.tasks)
    open_ended = sum(not one.draft.owner or one.draft.due is None for one in facts.tasks)
    figure = Figure(of="", have=sum(one.done for one in evidence), wanted=len(evidence), unit="项")
    if not evidence:
        return Finding(gaps=(Gap(code=GapCode.NO_TASKS),))
    gaps = (Gap(code=GapCode.TASKS_OPEN_ENDED, number=open_ended),) if open_ended else ()
    return Finding(evidence=evidence, gaps=gaps, figures=(figure,))


# --- trainings -------------------------------------------------------------------------------


def _trainings(
    duty: ObligationRow, facts: NoticeFacts, *, forms: Sequence[TrainingForm]
) -> Finding:
    """R08, R10: each form of study, or as many of them together as the notice counts."""
    pieces = [
        Piece(of_training(one), one.form)
        for one in facts.trainings
        if one.form in forms or (not forms and one.place_kind is None)
    ]
    return counted(duty, pieces, facts, things=forms)


def _forms(duty: ObligationRow, facts: NoticeFacts) -> Finding:
    return _trainings(duty, facts, forms=duty.draft.forms)


def _centre_group(duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """R10: the forms named; without any, one study of the centre group in whichever form."""
    if duty.draft.forms:
        return _trainings(duty, facts, forms=duty.draft.forms)
    pieces = [Piece(of_training(one), None) for one in facts.trainings if one.form in LEADERS_FORMS]
    return counted(duty, pieces, facts, things=())


def _topics(duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """R04, R05: each topic in at least one training."""
    pieces = [
        Piece(of_training(one), topic)
        for one in facts.trainings
        for topic in one.topics
        if topic in duty.draft.topics
    ]
    return counted(duty, pieces, facts, things=duty.draft.topics)


def _plan(_duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """R07: a plan that was made final; what of it was held is shown beside it."""
    plan = facts.plan
    if plan is None or not plan.items:
        return Finding(gaps=(Gap(code=GapCode.NO_PLAN),))
    held = sum(item.state(facts.today) is ItemState.HELD for item in plan.items)
    gaps = () if plan.settled_on is not None else (Gap(code=GapCode.PLAN_IS_DRAFT),)
    figure = Figure(of="", have=held, wanted=len(plan.items), unit="项")
    return Finding(evidence=(of_plan(plan),), gaps=gaps, figures=(figure,))


# --- publicity and outreach ------------------------------------------------------------------


def _media(duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """R12, R13: each channel, or as many publications together as the notice counts."""
    return _published(duty, facts, of=lambda one: one.channel, wanted=duty.draft.channels)


def _articles(duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """R15: each genre, or as many articles together as the notice counts."""
    return _published(duty, facts, of=lambda one: one.genre, wanted=duty.draft.genres)


def _published(
    duty: ObligationRow,
    facts: NoticeFacts,
    *,
    of: Callable[[PublicityDraft], Thing],
    wanted: Sequence[Thing],
) -> Finding:
    """Return the publications of the things wanted; all of them where the notice names none."""
    pieces = [
        Piece(of_publicity(one), of(one.draft))
        for one in facts.publicity
        if not wanted or of(one.draft) in wanted
    ]
    return counted(duty, pieces, facts, things=wanted)


def _venues(duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """R14: something was held or shown at each of the places named (工人文化宫、职工书屋)."""
    held = (
        Piece(of_training(one), venue)
        for one in facts.trainings
        for venue in duty.draft.venues
        if venue in one.venue
    )
    shown = (
        Piece(of_publicity(one), venue)
        for one in facts.publicity
        for venue in duty.draft.venues
        if venue in one.draft.outlet
    )
    return counted(duty, [*held, *shown], facts, things=duty.draft.venues)


def _outreach(duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """R16: talks in each kind of place and in each form named, or as many as are counted."""
    talks = [one for one in facts.trainings if one.place_kind is not None]
    draft = duty.draft
    forms = tuple(form for form in draft.forms if form in OUTREACH_FORMS)
    pieces = [
        Piece(of_training(one), thing)
        for one in talks
        for thing in (one.place_kind, one.form)
        if thing in (*draft.places, *forms) or not (draft.places or forms)
    ]
    finding = counted(duty, pieces, facts, things=(*draft.places, *forms))
    return replace(finding, figures=(*finding.figures, *_places_reached(duty, facts)))


def _places_reached(duty: ObligationRow, facts: NoticeFacts) -> Iterator[Figure]:
    """Yield how many of the unit's own workshops and teams a talk has reached: 车间 4/6."""
    for kind in duty.draft.places:
        if facts.places.get(kind):
            visited = {
                one.unit_id
                for one in facts.trainings
                if one.held and one.place_kind is kind and one.unit_id is not None
            }
            yield Figure(of=kind, have=len(visited), wanted=facts.places[kind], unit="个")


def _reach(_duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """R17: an open-ended demand; the figures are shown and the secretary decides."""
    talks = [one for one in facts.trainings if one.place_kind is not None]
    held = [one for one in talks if one.held]
    figures = (
        Figure(of="", have=len(held), unit="场"),
        Figure(of="", have=sum(one.listeners for one in held), unit="人次"),
        Figure(of="", have=sum(one.online_views or 0 for one in held), unit="次观看"),
    )
    gap = Gap(code=GapCode.NOT_CONFIRMED if held else GapCode.NO_EVIDENCE)
    return Finding(evidence=tuple(map(of_training, talks)), gaps=(gap,), figures=figures)


def _attend(duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """Return the trainings of the notice: whoever was called to a meeting has been there."""
    pieces = [Piece(of_training(one), None) for one in facts.trainings]
    return counted(duty, pieces, facts, things=())


RULES: Mapping[ObligationKind, Rule] = MappingProxyType(
    {
        ObligationKind.LEADERSHIP: _documents(DocumentKind.MINUTES),
        ObligationKind.OVERALL: _documents(),
        ObligationKind.MATERIALS: _documents(DocumentKind.MATERIAL),
        ObligationKind.TOPICS: _topics,
        ObligationKind.REQUIRED: everyone_required,
        ObligationKind.PLAN: _plan,
        ObligationKind.FORMS: _forms,
        ObligationKind.LAYERS: groups_reached,
        ObligationKind.CENTRE_GROUP: _centre_group,
        ObligationKind.LEADERS_FIRST: leaders_first,
        ObligationKind.MEDIA: _media,
        ObligationKind.VENUES: _venues,
        ObligationKind.ARTICLES: _articles,
        ObligationKind.OUTREACH: _outreach,
        ObligationKind.REACH: _reach,
        ObligationKind.MEASURES: _documents(DocumentKind.MEASURES),
        ObligationKind.TIMETABLE: _timetable,
        ObligationKind.REPORT: _report,
        ObligationKind.ATTEND: _attend,
        # the rest of what was filed, planned or counted by hand is for the secretary to judge
        ObligationKind.OTHER: _documents(without=GapCode.NOT_CONFIRMED),
    }
)

#: What is told from who came, from the plan or from the other duties: nothing is counted by hand.
COMPUTED = frozenset(
    {
        ObligationKind.REQUIRED,
        ObligationKind.LAYERS,
        ObligationKind.LEADERS_FIRST,
        ObligationKind.PLAN,
        ObligationKind.TIMETABLE,
        ObligationKind.REACH,
        ObligationKind.OVERALL,
    }
)

#: Kinds of evidence that can be counted by hand towards an obligation.
BY_HAND = (
    EvidenceKind.TRAINING,
    EvidenceKind.OUTREACH,
    EvidenceKind.PUBLICITY,
    EvidenceKind.TASK,
    EvidenceKind.DOCUMENT,
)
