"""The trainings of the sample union: scheduled, listed, marked and closed as the story says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, Mark
from jz_training.domain.mark_command import parse_marks
from jz_training.domain.outreach import PlaceKind
from jz_training.domain.training import AudienceRule, SheetOrder, TrainingDraft, TrainingForm
from jz_training.labels import MARK_VOCABULARY
from jz_training.sample.dossiers import file_evidence
from jz_training.sample.duties import Duties
from jz_training.sample.records import write_down

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def hold(desk: Desk, told: dict[str, Any], duties: Duties) -> UUID:
    """Schedule one training and let happen what is told of it.

    `item` is the number of the plan's item it carries out; such a training answers the notice.
    """
    training = desk.trainings.schedule(_tied(_draft(desk, told), told, duties))
    if "place" in told:
        _say_where(desk, training, told["place"])
    if told["state"] == "cancelled":
        desk.trainings.cancel(training, reason=told["cancel_reason"])
        return training
    desk.lists.freeze(training, order=SheetOrder(told["order"]))
    for line in told["marks"]:
        _mark(desk, training, line)
    if told["rest"]:
        rest = Mark(status=AttendanceStatus[told["rest"].upper()])
        desk.attendance.mark_rest(training, rest)
    for other in told["others"]:
        desk.attendance.add_walk_in(
            training, name=other["name"], unit=other["unit"], role=AttendeeRole(other["role"])
        )
    if "record" in told:
        write_down(desk, training, told["record"])
    if told["state"] == "closed":
        desk.attendance.close(training)
    if "dossier" in told:
        file_evidence(desk, training, told["dossier"])
    return training


def _mark(desk: Desk, training: UUID, line: str) -> None:
    numbers = [row.number for row in desk.attendance.sheet(training).rows]
    reading = parse_marks(line, numbers=numbers, words=MARK_VOCABULARY)
    if reading.marks:
        desk.attendance.mark(training, reading.marks)


def _draft(desk: Desk, told: dict[str, Any]) -> TrainingDraft:
    texts = ("title", "venue", "chair", "speaker", "recorder", "note")
    return TrainingDraft(
        form=TrainingForm(told["form"]),
        start=datetime.fromisoformat(told["start"]),
        end=datetime.fromisoformat(told["end"]),
        topics=tuple(told["topics"]),
        hours=Decimal(told["hours"]),
        required=told["required"],
        audience=_audience(desk, told["audience"]),
        **{name: told[name] for name in texts},
    )


def _say_where(desk: Desk, training: UUID, told: dict[str, Any]) -> None:
    """Enter where a talk goes that was scheduled like any training and keeps a list of names."""
    units = {unit.name: unit.id for unit in desk.units.all()}
    row = desk.outreach.get(training)
    draft = replace(
        row.draft,
        place_kind=PlaceKind(told["kind"]),
        unit_id=units.get(told["unit"]),
        groups=tuple(told["groups"]),
    )
    desk.outreach.change(training, version=row.version, draft=draft)


def _tied(draft: TrainingDraft, told: dict[str, Any], duties: Duties) -> TrainingDraft:
    if "item" not in told:
        return draft
    return replace(
        draft,
        notice_id=duties.notice,
        plan_item_id=duties.items[told["item"] - 1],
        phase=told.get("phase"),
        batch=told.get("batch"),
    )


def _audience(desk: Desk, told: dict[str, Any]) -> AudienceRule:
    units = {unit.name: unit.id for unit in desk.units.all()}
    rule = AudienceRule(
        units=tuple(units[name] for name in told.get("units", ()) if name in units),
        layers=tuple(told.get("layers", ())),
        categories=tuple(told.get("categories", ())),
        added=_persons(desk, told.get("added", ())),
        removed=_persons(desk, told.get("removed", ())),
    )
    return rule if desk.lists.audience(rule) else AudienceRule()


def _persons(desk: Desk, named: Any) -> tuple[UUID, ...]:
    """Return the persons of certain names and units; who is not there is left out."""
    return tuple(
        person.id
        for one in named
        for person in desk.people.search(one["name"])
        if person.name == one["name"] and person.unit == one["unit"]
    )
