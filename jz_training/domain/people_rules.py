"""The obligations that are computed from who was there and when (domain.md §9, R06, R09, R11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from jz_training.domain.evidence import (
    NoticeFacts,
    PeopleGroup,
    TrainingFact,
    of_training,
)
from jz_training.domain.obligation import ObligationRow
from jz_training.domain.outreach import OUTREACH_FORMS
from jz_training.domain.plan import ItemState
from jz_training.domain.task_book import Figure, Finding, Gap, GapCode
from jz_training.domain.training import TrainingForm

#: Words of an audience that mean those who work for the union, not every member of staff.
_UNION_WORK = ("工会工作者", "工会干部", "专兼职")
_UNION = "工会"

#: In which forms the leaders study first; everything else but outreach is general training.
LEADERS_FORMS = (TrainingForm.CENTRE_GROUP, TrainingForm.THEORY)


def meant(duty: ObligationRow, people: Iterable[PeopleGroup]) -> tuple[PeopleGroup, ...]:
    """Return the groups of the roster an obligation speaks of.

    "工会工作者" are those whose category says so; where no category does, and for every other
    audience, it is everybody.
    """
    groups = tuple(people)
    words = "".join(duty.draft.audience)
    if any(word in words for word in _UNION_WORK):
        return tuple(group for group in groups if _UNION in group.category) or groups
    return groups


def everyone_required(duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """R06: everybody required came to a training that is marked 必修."""
    required = [one for one in facts.trainings if one.required]
    evidence = tuple(of_training(one) for one in required)
    if not required:
        return Finding(gaps=(Gap(code=GapCode.NO_REQUIRED),))
    groups = meant(duty, facts.people)
    people = sum(group.people for group in groups)
    if not people:  # nobody is on the roster: that everybody has it would mean nothing
        return Finding(evidence=evidence, gaps=(Gap(code=GapCode.NO_EVIDENCE),))
    reached = sum(group.reached for group in groups)
    return Finding(
        evidence=evidence,
        gaps=(*_unreached(people - reached), *_unrecorded(required)),
        figures=(Figure(of="", have=reached, wanted=people, unit="人"),),
    )


def _unreached(number: int) -> tuple[Gap, ...]:
    return (Gap(code=GapCode.NOT_REACHED, number=number, unit="人"),) if number > 0 else ()


def _unrecorded(trainings: Iterable[TrainingFact]) -> tuple[Gap, ...]:
    number = sum(one.held and one.unrecorded > 0 for one in trainings)
    return (Gap(code=GapCode.UNRECORDED, number=number, unit="场"),) if number else ()


def groups_reached(duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """R09: of every layer and category somebody came, and every planned batch was held."""
    study = [one for one in facts.trainings if one.place_kind is None]
    came = _came_by_group(study)
    groups = [(one.layer, one.category) for one in meant(duty, facts.people) if one.people]
    left = [group for group in groups if not came[group]]
    batches = (
        []
        if facts.plan is None
        else [item for item in facts.plan.items if item.draft.phase or item.draft.batch]
    )
    to_hold = sum(item.state(facts.today) is not ItemState.HELD for item in batches)
    gaps = []
    if left or not groups:
        names = tuple(dict.fromkeys(_group_name(*group) for group in left))
        gaps.append(Gap(code=GapCode.GROUPS_NOT_REACHED, number=len(left), of=names))
    if to_hold:
        gaps.append(Gap(code=GapCode.NOT_HELD, number=to_hold, unit="批"))
    return Finding(
        evidence=tuple(of_training(one) for one in study),
        gaps=tuple(gaps),
        figures=(Figure(of="", have=len(groups) - len(left), wanted=len(groups), unit="类"),),
    )


def _came_by_group(trainings: Iterable[TrainingFact]) -> dict[tuple[str, str], int]:
    came: dict[tuple[str, str], int] = defaultdict(int)
    for one in trainings:
        for group in one.groups:
            came[group.layer, group.category] += group.present
    return came


def _group_name(layer: str, category: str) -> str:
    return "、".join(word for word in (layer, category) if word) or "—"


def leaders_first(_duty: ObligationRow, facts: NoticeFacts) -> Finding:
    """R11: the leaders' first study comes before, or on the day of, the first general training."""
    leaders = [one for one in facts.trainings if one.form in LEADERS_FORMS]
    general = [
        one
        for one in facts.trainings
        if one.held and one.form not in LEADERS_FORMS and one.form not in OUTREACH_FORMS
    ]
    evidence = tuple(of_training(one) for one in leaders)
    first = min((one.start.date() for one in leaders if one.held), default=None)
    before = min((one.start.date() for one in general), default=None)
    if first is None:
        return Finding(evidence=evidence, gaps=(Gap(code=GapCode.NO_LEADERS_STUDY, first=before),))
    if before is not None and before < first:
        return Finding(
            evidence=evidence, gaps=(Gap(code=GapCode.LEADERS_LATE, first=before, last=first),)
        )
    return Finding(evidence=evidence)
