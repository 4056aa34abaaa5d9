"""Reading the plans there are and the one to be shown; runs on the worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.plan import PlanRow, PlanView

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@dataclass(frozen=True, slots=True)
class PlansRead:
    """All plans there are, and the one to be shown."""

    plans: tuple[PlanRow, ...]
    plan: PlanView | None


def read_plans(desk: Desk, wanted: UUID | None) -> PlansRead:
    """Return the plans with the wanted one, or the newest where that is gone."""
    rows = desk.plans.list()
    found = next((row for row in rows if row.id == wanted), rows[0] if rows else None)
    return PlansRead(rows, numbered(desk.plans.get(found.id)) if found else None)


def numbered(plan: PlanView) -> PlanView:
    """Return a plan whose items are numbered as they stand: removing one leaves a gap behind."""
    items = (replace(item, position=at) for at, item in enumerate(plan.items))
    return replace(plan, items=tuple(items))
