"""What the sample's plan still holds is put on the calendar: in batches, or where there is room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from jz_training.domain.batches import BatchBy, Split
from jz_training.domain.plan import PlanItemRow
from jz_training.domain.training import AudienceRule

if TYPE_CHECKING:
    from jz_training.sample.duties import Duties
    from jz_training.services.desk import Desk

#: So many people fit into the room of the batches.
ROOM = 24


def schedule_rest(desk: Desk, told: dict[str, Any], duties: Duties) -> tuple[UUID, ...]:
    """Schedule the items of the plan that have a day to come and no training yet."""
    plan = desk.plans.of_notice(duties.notice)
    if plan is None:
        return ()
    today = desk.now().date()
    rows = zip(plan.items, told["plan"]["items"], strict=True)
    open_items = [
        (item, one)
        for item, one in rows
        if not item.trainings and item.draft.first is not None and item.draft.first > today
    ]
    return tuple(made for item, one in open_items for made in _scheduled(desk, item, one))


def _scheduled(desk: Desk, item: PlanItemRow, told: dict[str, Any]) -> tuple[UUID, ...]:
    if "units" in told:
        return _in_batches(desk, item, told["units"])
    draft = desk.plans.training_draft(item.id)
    start = desk.clashes.next_free(draft, desk.calendar.working()) or draft.start
    length = draft.end - draft.start
    return (desk.trainings.schedule(replace(draft, start=start, end=start + length)),)


def _in_batches(desk: Desk, item: PlanItemRow, names: list[str]) -> tuple[UUID, ...]:
    """Split the people of some units into batches, one on each workday from the item's own."""
    units = tuple(unit.id for unit in desk.units.all() if unit.name in names)
    draft = replace(
        desk.plans.training_draft(item.id),
        title="后勤片区专题学习会",
        audience=AudienceRule(units=units),
    )
    if not desk.lists.audience(draft.audience):
        return ()  # a roster of one's own may have nobody in these units
    batches = desk.series.split_audience(draft.audience, BatchBy.UNIT, size=ROOM)
    starts = tuple(_workdays(desk, draft.start, batches))
    return desk.series.create_batches(draft, batches, starts=starts)


def _workdays(desk: Desk, start: datetime, batches: Split) -> Iterator[datetime]:
    calendar = desk.calendar.working()
    day = start.date()
    for _ in batches.batches:
        day = calendar.next_workday(day)
        yield datetime.combine(day, start.time())
        day += timedelta(days=1)
