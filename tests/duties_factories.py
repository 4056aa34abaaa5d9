"""Small builders for plans, tasks, publicity and talks: a test names only what it is about."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from jz_training.domain.evidence import PeopleGroup
from jz_training.domain.obligation import ObligationDraft, ObligationKind, ObligationRow
from jz_training.domain.outreach import OutreachDraft, OutreachRow, PlaceKind
from jz_training.domain.plan import PlanItemDraft
from jz_training.domain.publicity import Channel, PublicityDraft
from jz_training.domain.task import TaskDraft, TaskRow
from jz_training.domain.training import TrainingForm
from tests.factories import identity

TALK_START = datetime(2026, 11, 18, 9, 0)


def plan_item(**changes: Any) -> PlanItemDraft:
    """Return an item of a plan."""
    facts: dict[str, Any] = {"title": "骨干辅导讲座", "form": TrainingForm.LECTURE}
    return PlanItemDraft(**(facts | changes))


def task_draft(**changes: Any) -> TaskDraft:
    """Return a task as it is entered."""
    return TaskDraft(**({"measure": "编印学习手册"} | changes))


def task(**changes: Any) -> TaskRow:
    """Return a stored task with so much entered."""
    return TaskRow(id=identity(1, kind=6), version=1, position=0, draft=task_draft(**changes))


def publicity_draft(**changes: Any) -> PublicityDraft:
    """Return a publication as it is entered."""
    facts: dict[str, Any] = {
        "title": "车间里的学习角",
        "day": date(2026, 11, 17),
        "channel": Channel.WECHAT,
    }
    return PublicityDraft(**(facts | changes))


def talk_draft(**changes: Any) -> OutreachDraft:
    """Return a talk as it is entered; a changed `start` moves the end along."""
    start = changes.get("start", TALK_START)
    facts: dict[str, Any] = {
        "title": "班前十分钟",
        "form": TrainingForm.MICRO_OUTREACH,
        "start": start,
        "end": start + timedelta(minutes=20),
        "place_kind": PlaceKind.TEAM,
        "place": "细纱乙班",
        "speaker": "叶静",
    }
    return OutreachDraft(**(facts | changes))


def talk(*, held: bool = True, named: int | None = None, **changes: Any) -> OutreachRow:
    """Return a stored talk."""
    return OutreachRow(
        training_id=identity(1, kind=3),
        version=2,
        draft=talk_draft(**changes),
        held=held,
        named=named,
    )


def duty(kind: ObligationKind, number: int = 1, **changes: Any) -> ObligationRow:
    """Return a stored obligation of a kind."""
    return ObligationRow(
        id=identity(number, kind=7),
        version=1,
        notice_id=identity(1, kind=8),
        position=number,
        draft=ObligationDraft(kind=kind, **changes),
    )


def group(layer: str, category: str = "", *, people: int = 10) -> PeopleGroup:
    """Return so many people of a layer and category."""
    return PeopleGroup(layer=layer, category=category, people=people, reached=0)
