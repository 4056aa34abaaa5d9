"""What may count towards the obligations of notices, gathered in a few queries for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from jz_training.domain.evidence import EvidenceChoice, NoticeFacts
from jz_training.domain.filing import FiledRow
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.plan import PlanView
from jz_training.domain.publicity import PublicityRow
from jz_training.domain.roster import UnitKind
from jz_training.domain.task import TaskRow
from jz_training.services.notice_rows import choice_of, filed_row
from jz_training.services.plan_rows import plan_views
from jz_training.services.publicity import PublicityQuery, publicity_rows
from jz_training.services.roster_groups import people_groups, roster_groups
from jz_training.services.tasks import task_row
from jz_training.services.training_facts import people_reached, training_facts
from jz_training.storage.tables import (
    Attachment,
    EvidenceLink,
    Notice,
    Obligation,
    Plan,
    Task,
    Unit,
)

#: Which kind of place a unit of the tree is for outreach.
PLACES = {
    UnitKind.BRANCH.value: PlaceKind.WORKSHOP,
    UnitKind.TEAM.value: PlaceKind.TEAM,
    UnitKind.GRASSROOTS.value: PlaceKind.ENTERPRISE,
}


def facts_of(
    db: Session, notices: Collection[Notice], *, now: datetime, stand_in_counts: bool
) -> dict[UUID, NoticeFacts]:
    """Return the facts of each notice. A count begins with the notice's own day, if it has one."""
    ids = [notice.id for notice in notices]
    trainings = training_facts(db, ids, now=now)
    reached = people_reached(db, ids, now=now, stand_in_counts=stand_in_counts)
    roster = roster_groups(db)
    publicity = _publicity(db, ids)
    tasks, documents, choices = _tasks(db, ids), _documents(db, ids), _choices(db, ids)
    plans, places = _plans(db, ids, now), _places(db)
    return {
        notice.id: NoticeFacts(
            today=now.date(),
            since=since(notice),
            trainings=tuple(trainings[notice.id]),
            publicity=tuple(publicity[notice.id]),
            tasks=tuple(tasks[notice.id]),
            documents=tuple(documents[notice.id]),
            plan=plans.get(notice.id),
            people=people_groups(roster, reached[notice.id]),
            places=places,
            choices=tuple(choices[notice.id]),
        )
        for notice in notices
    }


def since(notice: Notice) -> date:
    """Return the day from which a notice's counts begin."""
    return notice.dated or notice.printed or notice.received_on


def _publicity(db: Session, ids: Collection[UUID]) -> dict[UUID, list[PublicityRow]]:
    query = PublicityQuery(notice_id=next(iter(ids)) if len(ids) == 1 else None)
    found: dict[UUID, list[PublicityRow]] = defaultdict(list)
    for row in publicity_rows(db, query):
        if row.draft.notice_id is not None:
            found[row.draft.notice_id].append(row)
    return found


def _tasks(db: Session, ids: Collection[UUID]) -> dict[UUID, list[TaskRow]]:
    found: dict[UUID, list[TaskRow]] = defaultdict(list)
    for task, notice_id in _belonging(db, Task, ids, Task.position):
        found[notice_id].append(task_row(task))
    return found


def _documents(db: Session, ids: Collection[UUID]) -> dict[UUID, list[FiledRow]]:
    found: dict[UUID, list[FiledRow]] = defaultdict(list)
    for document, notice_id in _belonging(db, Attachment, ids, Attachment.filed_on):
        found[notice_id].append(filed_row(document))
    return found


def _belonging(
    db: Session, kind: type[Any], ids: Collection[UUID], order: InstrumentedAttribute[Any]
) -> Iterable[tuple[Any, UUID]]:
    """Return the rows that belong to notices, also by way of an obligation alone."""
    whose = func.coalesce(kind.notice_id, Obligation.notice_id)
    query = (
        select(kind, whose)
        .outerjoin(Obligation, Obligation.id == kind.obligation_id)
        .where(or_(kind.notice_id.in_(ids), Obligation.notice_id.in_(ids)))
        .order_by(order, kind.id)
    )
    return ((row, notice_id) for row, notice_id in db.execute(query))


def _choices(db: Session, ids: Collection[UUID]) -> dict[UUID, list[EvidenceChoice]]:
    query = (
        select(EvidenceLink, Obligation.notice_id)
        .join(Obligation, Obligation.id == EvidenceLink.obligation_id)
        .where(Obligation.notice_id.in_(ids))
        .order_by(EvidenceLink.id)
    )
    found: dict[UUID, list[EvidenceChoice]] = defaultdict(list)
    for link, notice_id in db.execute(query):
        found[notice_id].append(choice_of(link))
    return found


def _plans(db: Session, ids: Collection[UUID], now: datetime) -> dict[UUID, PlanView]:
    """Return the newest plan of each notice."""
    plans = db.scalars(select(Plan).where(Plan.notice_id.in_(ids)).order_by(Plan.id))
    newest = {plan.notice_id: plan for plan in plans if plan.notice_id is not None}
    views = plan_views(db, list(newest.values()), organiser="", now=now)
    return dict(zip(newest, views, strict=True))


def _places(db: Session) -> dict[PlaceKind, int]:
    """Return how many units can be visited; the union at the top of its own tree is not one."""
    units = db.execute(select(Unit.id, Unit.kind, Unit.parent_id)).all()
    parents = {unit.parent_id for unit in units}
    counts: dict[PlaceKind, int] = defaultdict(int)
    for unit in units:
        at_the_top = unit.parent_id is None and unit.id in parents
        if unit.kind in PLACES and not at_the_top:
            counts[PLACES[unit.kind]] += 1
    return dict(counts)
