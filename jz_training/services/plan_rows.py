"""Between the tables of plans and the frozen views: each mapping once, no query per row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from jz_training.domain.plan import (
    PlanItemDraft,
    PlanItemRow,
    PlannedTraining,
    PlanRow,
    PlanView,
    faults,
)
from jz_training.domain.training import TrainingForm, TrainingState
from jz_training.errors import Refused
from jz_training.services.typed_text import lines, one_line, words
from jz_training.storage.tables import Obligation, Plan, PlanItem, Training, TrainingTally

#: The texts of an item that take one line each, and its lists of words.
LINES = ("title", "audience", "venue", "speaker", "responsible")
LISTS = ("layers", "categories", "topics")
#: What is stored as it was entered.
PLAIN = ("people", "phase", "batch", "first", "last", "hours", "obligation_id")


def plan_rows(db: Session, *, now: datetime) -> tuple[PlanRow, ...]:
    """Return every plan with how many of its items were held, newest first."""
    held = (
        select(Training.plan_item_id)
        .where(Training.plan_item_id.is_not(None), _held(now))
        .distinct()
        .subquery()
    )
    query = (
        select(
            Plan.id,
            Plan.title,
            Plan.notice_id,
            Plan.settled_on,
            func.count(PlanItem.id).label("items"),
            func.count(held.c.plan_item_id).label("held"),
        )
        .outerjoin(PlanItem, PlanItem.plan_id == Plan.id)
        .outerjoin(held, held.c.plan_item_id == PlanItem.id)
        .group_by(Plan.id)
        .order_by(Plan.id.desc())
    )
    return tuple(PlanRow(**row._mapping) for row in db.execute(query))


def plan_view(db: Session, plan: Plan, *, organiser: str, now: datetime) -> PlanView:
    """Return a plan as shown: its items in order with the trainings made for them."""
    return plan_views(db, [plan], organiser=organiser, now=now)[0]


def plan_views(
    db: Session, plans: Sequence[Plan], *, organiser: str, now: datetime
) -> tuple[PlanView, ...]:
    """Return plans as shown, in the order given."""
    ids = [plan.id for plan in plans]
    items = _items(db, ids, _trainings(db, ids, now))
    return tuple(
        PlanView(
            id=plan.id,
            version=plan.version,
            title=plan.title,
            organiser=organiser,
            as_of=now.date(),
            notice_id=plan.notice_id,
            settled_on=plan.settled_on,
            note=plan.note,
            items=tuple(items[plan.id]),
        )
        for plan in plans
    )


def _items(
    db: Session, plans: Collection[UUID], trainings: Mapping[UUID, Sequence[PlannedTraining]]
) -> dict[UUID, list[PlanItemRow]]:
    query = (
        select(PlanItem, Obligation.wording, Obligation.phrase)
        .outerjoin(Obligation, Obligation.id == PlanItem.obligation_id)
        .where(PlanItem.plan_id.in_(plans))
        .order_by(PlanItem.position, PlanItem.id)
    )
    found: dict[UUID, list[PlanItemRow]] = defaultdict(list)
    for item, wording, phrase in db.execute(query):
        found[item.plan_id].append(
            PlanItemRow(
                id=item.id,
                version=item.version,
                position=item.position,
                draft=item_draft(item),
                obligation=wording or phrase or "",
                trainings=tuple(trainings.get(item.id, ())),
            )
        )
    return found


def _held(now: datetime) -> ColumnElement[bool]:
    """Tell of a training whether it has begun and was not cancelled, as the ledger does."""
    return (Training.state != TrainingState.CANCELLED.value) & (Training.start <= now)


def _trainings(
    db: Session, plans: Collection[UUID], now: datetime
) -> dict[UUID, list[PlannedTraining]]:
    query = (
        select(
            Training.plan_item_id,
            Training.id,
            Training.start,
            case((_held(now), 1), else_=0).label("held"),
            func.coalesce(TrainingTally.expected, 0).label("expected"),
            func.coalesce(TrainingTally.present, 0).label("present"),
        )
        .join(PlanItem, PlanItem.id == Training.plan_item_id)
        .outerjoin(TrainingTally, TrainingTally.training_id == Training.id)
        .where(PlanItem.plan_id.in_(plans), Training.state != TrainingState.CANCELLED.value)
        .order_by(Training.start, Training.id)
    )
    found: dict[UUID, list[PlannedTraining]] = defaultdict(list)
    for row in db.execute(query):
        found[row.plan_item_id].append(
            PlannedTraining(
                training_id=row.id,
                start=row.start.date(),
                held=bool(row.held),
                expected=row.expected,
                present=row.present,
            )
        )
    return found


def item_draft(item: PlanItem) -> PlanItemDraft:
    """Return what was entered for an item."""
    lists: dict[str, Any] = {name: tuple(getattr(item, name)) for name in LISTS}
    return PlanItemDraft(
        form=TrainingForm(item.form),
        note=item.note,
        **{name: getattr(item, name) for name in (*LINES, *PLAIN)},
        **lists,
    )


def item_columns(draft: PlanItemDraft) -> dict[str, Any]:
    """Return an item that was checked as it is stored."""
    return {
        "form": draft.form.value,
        "note": draft.note,
        **{name: getattr(draft, name) for name in (*LINES, *PLAIN)},
        **{name: list(getattr(draft, name)) for name in LISTS},
    }


def checked_item(draft: PlanItemDraft) -> PlanItemDraft:
    """Return what was entered as it is stored. Raises Refused with the field at fault."""
    for field, code in faults(draft).items():
        raise Refused(field, code)
    texts: dict[str, Any] = {one: one_line(one, getattr(draft, one)) for one in LINES}
    lists: dict[str, Any] = {one: words(one, getattr(draft, one)) for one in LISTS}
    return replace(draft, note=lines("note", draft.note), **texts, **lists)
