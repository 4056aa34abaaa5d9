"""Small builders for the rules of duties: a test names only what it is about."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from jz_training.domain.evidence import (
    EvidenceChoice,
    EvidenceKind,
    GroupCount,
    NoticeFacts,
    PeopleGroup,
    TrainingFact,
)
from jz_training.domain.filing import DocumentKind, FiledDraft, FiledRow
from jz_training.domain.obligation import ObligationDraft, ObligationKind, ObligationRow
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.plan import PlanItemDraft, PlanItemRow, PlannedTraining, PlanView
from jz_training.domain.publicity import Channel, Genre, PublicityDraft, PublicityRow
from jz_training.domain.task import TaskDraft, TaskRow
from jz_training.domain.training import TrainingForm
from tests.factories import identity

TODAY = date(2026, 11, 22)
SINCE = date(2026, 11, 2)
NOTICE = identity(1, kind=20)


def duty(kind: ObligationKind, *, number: int = 1, **changes: Any) -> ObligationRow:
    """Return an obligation; only `confirmed_on` and `reported_on` are not of its draft."""
    row = {name: changes.pop(name, None) for name in ("confirmed_on", "reported_on")}
    return ObligationRow(
        id=identity(number, kind=21),
        version=1,
        notice_id=NOTICE,
        position=number,
        draft=ObligationDraft(**({"kind": kind, "wording": kind.value} | changes)),
        **row,
    )


def facts(**changes: Any) -> NoticeFacts:
    """Return facts of a notice of early November, looked at three weeks later."""
    return NoticeFacts(**({"today": TODAY, "since": SINCE} | changes))


def training(number: int = 1, *, day: int = 10, **changes: Any) -> TrainingFact:
    """Return a training on a day of November, held unless `held` says otherwise."""
    values: dict[str, Any] = {
        "id": identity(number, kind=22),
        "title": f"学习会{number}",
        "form": TrainingForm.STUDY,
        "start": datetime(2026, 11, day, 15),
        "held": True,
        "expected": 20,
        "present": 18,
    }
    return TrainingFact(**(values | changes))


def talk(number: int = 1, **changes: Any) -> TrainingFact:
    """Return a talk in a workshop, counted by heads."""
    values: dict[str, Any] = {
        "form": TrainingForm.OUTREACH,
        "place_kind": PlaceKind.WORKSHOP,
        "head_count": 30,
        "expected": 0,
        "present": 0,
    }
    return training(100 + number, **(values | changes))


def came(layer: str, category: str = "", *, present: int = 5) -> GroupCount:
    """Return how many of a group were at a training."""
    return GroupCount(layer=layer, category=category, expected=present + 1, present=present)


def people(layer: str, category: str = "", *, number: int = 10, reached: int = 0) -> PeopleGroup:
    """Return a group of the roster."""
    return PeopleGroup(layer=layer, category=category, people=number, reached=reached)


def published(number: int = 1, *, day: int = 10, **changes: Any) -> PublicityRow:
    """Return a publication on a day of November."""
    values: dict[str, Any] = {
        "title": f"报道{number}",
        "day": date(2026, 11, day),
        "channel": Channel.WECHAT,
        "genre": Genre.NEWS,
    }
    return PublicityRow(
        id=identity(number, kind=23), version=1, draft=PublicityDraft(**(values | changes))
    )


def task(number: int = 1, **changes: Any) -> TaskRow:
    """Return a task; `progress=100` is done."""
    values = {"measure": f"任务{number}"} | changes
    return TaskRow(
        id=identity(number, kind=24), version=1, position=number, draft=TaskDraft(**values)
    )


def document(kind: DocumentKind, number: int = 1, **changes: Any) -> FiledRow:
    """Return a document filed on a day of November."""
    values = {"name": f"材料{number}", "kind": kind, "notice_id": NOTICE} | changes
    return FiledRow(
        id=identity(number, kind=25),
        version=1,
        draft=FiledDraft(**values),
        filed_on=date(2026, 11, 12),
    )


def item(number: int = 1, *, held: bool | None = None, **changes: Any) -> PlanItemRow:
    """Return an item of a plan; `held` None: nothing was scheduled for it."""
    values = {"title": f"第{number}项", "form": TrainingForm.STUDY} | changes
    made = PlannedTraining(
        training_id=identity(number, kind=22), start=date(2026, 11, 10), held=bool(held)
    )
    return PlanItemRow(
        id=identity(number, kind=26),
        version=1,
        position=number,
        draft=PlanItemDraft(**values),
        trainings=() if held is None else (made,),
    )


def plan(*items: PlanItemRow, settled: bool = True) -> PlanView:
    """Return a plan of the notice."""
    return PlanView(
        id=identity(1, kind=27),
        version=1,
        title="培训计划",
        organiser="",
        as_of=TODAY,
        notice_id=NOTICE,
        settled_on=date(2026, 11, 5) if settled else None,
        items=items,
    )


def choice(target: UUID, *, counts: bool, kind: EvidenceKind, number: int = 1) -> EvidenceChoice:
    """Return what the secretary decided about the first duty, or another."""
    return EvidenceChoice(
        obligation_id=identity(number, kind=21), kind=kind, target_id=target, counts=counts
    )
