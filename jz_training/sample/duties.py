"""The notice of the sample union and what was made of it: owners, plan, tasks, publicity, talks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.outreach import OutreachDraft, PlaceKind
from jz_training.domain.plan import PlanItemDraft
from jz_training.domain.publicity import Channel, Genre, PublicityDraft
from jz_training.domain.task import TaskDraft
from jz_training.domain.training import TrainingForm
from jz_training.paths import resources

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """The notice as it lies on the desk, the first duty of each kind, and the plan's items."""

    notice: UUID
    first: dict[str, UUID]
    items: tuple[UUID, ...]


def take_in(desk: Desk, told: dict[str, Any], path: Path) -> Duties:
    """Read and keep the notices; give out the duties of the first, make its plan and its tasks."""
    from jz_training.readers.notice.guarded import read_notice_guarded

    notice = desk.notices.add(read_notice_guarded(path), source=path)
    meeting = resources() / "sample" / told["notice"]["meeting"]
    desk.notices.add(read_notice_guarded(meeting), source=meeting)
    first = _give_out(desk, told["notice"], notice)
    desk.notices.review(notice)
    plan = desk.plans.make(
        title=told["plan"]["title"],
        notice_id=notice,
        items=tuple(_item(one, first) for one in told["plan"]["items"]),
    )
    desk.plans.settle(plan, date.fromisoformat(told["plan"]["settled_on"]))
    for one in told["tasks"]:
        desk.tasks.add(_task(one, notice, first))
    items = tuple(item.id for item in desk.plans.get(plan).items)
    return Duties(notice=notice, first=first, items=items)


def publish(desk: Desk, told: dict[str, Any], duties: Duties) -> None:
    """Enter what was published, the talks that were counted by heads, and the documents."""
    units = {unit.name: unit.id for unit in desk.units.all()}
    for one in told["publicity"]:
        desk.publicity.add(_publication(one, duties.notice))
    for one in told["talks"]:
        desk.outreach.record(_talk(one, duties.notice, units))
    for one in told["documents"]:
        desk.documents.file(_document(one, duties))


def _give_out(desk: Desk, told: dict[str, Any], notice: UUID) -> dict[str, UUID]:
    """Enter owners and the unit's own days; return the first duty of each kind."""
    first: dict[str, UUID] = {}
    for row in desk.obligations.of_notice(notice):
        kind = row.draft.kind.value
        first.setdefault(kind, row.id)
        own = told["own_due"].get(kind)
        draft = replace(
            row.draft,
            owner=told["owners"].get(kind, ""),
            own_due=None if own is None else date.fromisoformat(own),
        )
        if draft != row.draft:
            desk.obligations.change(row.id, version=row.version, draft=draft)
    return first


def _item(told: dict[str, Any], first: dict[str, UUID]) -> PlanItemDraft:
    texts = ("title", "audience", "venue", "speaker", "responsible")
    return PlanItemDraft(
        form=TrainingForm(told["form"]),
        layers=tuple(told.get("layers", ())),
        categories=tuple(told.get("categories", ())),
        people=told.get("people"),
        phase=told.get("phase"),
        batch=told.get("batch"),
        first=date.fromisoformat(told["first"]),
        last=date.fromisoformat(told["last"]),
        hours=Decimal(told["hours"]) if "hours" in told else None,
        obligation_id=first.get(told["kind"]),
        **{name: told.get(name, "") for name in texts},
    )


def _task(told: dict[str, Any], notice: UUID, first: dict[str, UUID]) -> TaskDraft:
    return TaskDraft(
        measure=told["measure"],
        owner=told["owner"],
        start=date.fromisoformat(told["start"]),
        due=date.fromisoformat(told["due"]),
        progress=told["progress"],
        notice_id=notice,
        obligation_id=first.get(told["kind"]),
    )


def _publication(told: dict[str, Any], notice: UUID) -> PublicityDraft:
    return PublicityDraft(
        title=told["title"],
        day=date.fromisoformat(told["day"]),
        channel=Channel(told["channel"]),
        genre=Genre(told["genre"]),
        outlet=told["outlet"],
        author=told["author"],
        reach=told.get("reach"),
        notice_id=notice,
    )


def _talk(told: dict[str, Any], notice: UUID, units: dict[str, UUID]) -> OutreachDraft:
    return OutreachDraft(
        title=told["title"],
        form=TrainingForm(told["form"]),
        start=datetime.fromisoformat(told["start"]),
        end=datetime.fromisoformat(told["end"]),
        place_kind=PlaceKind(told["place_kind"]),
        place=told["place"],
        unit_id=units.get(told.get("unit", "")),
        speaker=told["speaker"],
        head_count=told["head_count"],
        groups=tuple(told.get("groups", ())),
        online_views=told.get("online_views"),
        notice_id=notice,
    )


def _document(told: dict[str, Any], duties: Duties) -> FiledDraft:
    """Return a document kept on paper, filed to the first duty of its kind."""
    return FiledDraft(
        kind=DocumentKind(told["kind"]),
        name=told["name"],
        number=told.get("number", ""),
        dated=date.fromisoformat(told["dated"]),
        notice_id=duties.notice,
        obligation_id=duties.first.get(told["obligation"]),
    )
