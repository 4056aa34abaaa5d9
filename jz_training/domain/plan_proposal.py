"""A plan proposed from the duties of a notice: one item for each thing that has to be held.

Nothing is invented: an item has a day only where the notice gives one, people only where the
roster has them. The secretary edits the proposal before it becomes a plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jz_training.domain.evidence import PeopleGroup
from jz_training.domain.obligation import (
    EVENT_UNITS,
    ObligationDraft,
    ObligationKind,
    ObligationRow,
)
from jz_training.domain.people_rules import LEADERS_FORMS, meant
from jz_training.domain.plan import PlanItemDraft
from jz_training.domain.training import TrainingForm

#: The most items one counted demand is spread over; a larger count is for the secretary.
MOST_OF_ONE = 12

#: The layer of the leaders, as the roster calls it (labels.LAYERS).
LEADERS = "领导干部"


def propose(
    duties: Sequence[ObligationRow], people: Sequence[PeopleGroup]
) -> tuple[PlanItemDraft, ...]:
    """Return the items the duties ask for: the leaders' study first (R11), then the rest.

    Where the notice asks for layers and phases (R09), each layer of the roster has a batch of
    the first form of study of its own. Titles are left empty: `labels` has the words for them.
    """
    items = [item for duty in duties for item in _of_duty(duty, people)]
    items += _batches(duties, people, items)
    once = list(dict.fromkeys(items))
    return tuple(sorted(once, key=lambda item: item.form not in LEADERS_FORMS))


def _of_duty(duty: ObligationRow, people: Sequence[PeopleGroup]) -> Iterator[PlanItemDraft]:
    draft = duty.draft
    if draft.kind is ObligationKind.CENTRE_GROUP:
        forms = draft.forms or (TrainingForm.CENTRE_GROUP,)
        leaders = _layers(people, (LEADERS,))
        yield from _items(duty, forms, layers=leaders, people=_number(people, leaders))
    elif draft.kind is ObligationKind.FORMS:
        yield from _items(duty, draft.forms)
    elif draft.kind is ObligationKind.OUTREACH:
        yield from _items(duty, draft.forms or (TrainingForm.OUTREACH,))


def _items(
    duty: ObligationRow,
    forms: Iterable[TrainingForm],
    *,
    layers: tuple[str, ...] = (),
    people: int | None = None,
) -> Iterator[PlanItemDraft]:
    """Yield an item for each form; a count of a single form becomes as many items."""
    wanted = tuple(forms)
    times = _times(duty.draft) if len(wanted) == 1 else 1
    for form in wanted:
        for phase in range(1, times + 1):
            yield PlanItemDraft(
                title="",
                form=form,
                phase=phase if times > 1 else None,
                layers=layers,
                audience="、".join(duty.draft.audience),
                people=people,
                last=duty.draft.due,
                responsible=duty.draft.owner,
                obligation_id=duty.id,
            )


def _times(draft: ObligationDraft) -> int:
    """Return how many items a count becomes: events only, and no more than a plan can show."""
    if draft.count is None or draft.unit not in EVENT_UNITS:
        return 1
    return min(draft.count, MOST_OF_ONE)


def _batches(
    duties: Sequence[ObligationRow],
    people: Sequence[PeopleGroup],
    items: Sequence[PlanItemDraft],
) -> Iterator[PlanItemDraft]:
    """Yield a batch for each layer that the leaders' study does not reach (R09)."""
    form = next((item.form for item in items if item.form not in LEADERS_FORMS), None)
    for duty in duties:
        if duty.draft.kind is not ObligationKind.LAYERS:
            continue
        groups = [group for group in meant(duty, people) if group.layer not in ("", LEADERS)]
        layers = dict.fromkeys(group.layer for group in groups)
        for batch, layer in enumerate(layers, start=1):
            yield PlanItemDraft(
                title="",
                form=form or TrainingForm.STUDY,
                layers=(layer,),
                categories=_categories(groups, layer),
                people=sum(group.people for group in groups if group.layer == layer),
                batch=batch,
                last=duty.draft.due,
                responsible=duty.draft.owner,
                obligation_id=duty.id,
            )


def _categories(groups: Iterable[PeopleGroup], layer: str) -> tuple[str, ...]:
    found = (group.category for group in groups if group.layer == layer and group.category)
    return tuple(dict.fromkeys(found))


def _layers(people: Iterable[PeopleGroup], wanted: tuple[str, ...]) -> tuple[str, ...]:
    known = {group.layer for group in people}
    return tuple(layer for layer in wanted if layer in known)


def _number(people: Iterable[PeopleGroup], layers: tuple[str, ...]) -> int | None:
    return sum(group.people for group in people if group.layer in layers) if layers else None
