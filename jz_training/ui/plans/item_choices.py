"""What the dialog of an item offers: words used before and the duties of the plan's notice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.plan import PlanView
from jz_training.ui.context import Context
from jz_training.ui.plans.plan_item_fields import ItemChoices

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def read_choices(
    ctx: Context, owner: QWidget, plan: PlanView, then: Callable[[ItemChoices], None]
) -> None:
    """Read what is offered and give it to `then`."""
    ctx.work.read(lambda: _choices(ctx.desk, plan), then, owner=owner, key="choices")


def _choices(desk: Desk, plan: PlanView) -> ItemChoices:
    known = desk.trainings.suggestions()
    owners = (item.draft.responsible for item in plan.items)
    return ItemChoices(
        layers=desk.people.layers(),
        categories=desk.people.categories(),
        venues=known.venues,
        speakers=known.speakers,
        people=tuple(dict.fromkeys((*owners, *known.chairs, *known.speakers, *known.recorders))),
        topics=known.topics,
        duties=duties_of(desk, plan.notice_id),
    )


def duties_of(desk: Desk, notice_id: UUID | None) -> tuple[tuple[UUID, str], ...]:
    """Return ids and titles of a notice's obligations, in their order."""
    if notice_id is None:
        return ()
    return tuple((duty.id, duty.title) for duty in desk.obligations.of_notice(notice_id))
