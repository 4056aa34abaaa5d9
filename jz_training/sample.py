"""The sample union: one autumn of an invented union, carried out through the real services.

Used by `demo` and by the pictures of the gallery. The roster is read like any roster; `sample.json`
says which trainings were held, for whom, and what the paper said (resources/sample/README.md).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, Mark
from jz_training.domain.mark_command import parse_marks
from jz_training.domain.roster_reading import Decision, Likeness
from jz_training.domain.training import AudienceRule, SheetOrder, TrainingDraft, TrainingForm
from jz_training.labels import MARK_VOCABULARY
from jz_training.paths import resources

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The story of the sample union, as written in `sample.json`."""

    organiser: str
    operator: str
    as_of: datetime
    start: date
    end: date
    roster: Path
    trainings: tuple[dict[str, Any], ...]
    units: tuple[str, ...] = field(default=())


def the_sample() -> Sample:
    """Read the story from the resources."""
    folder = resources() / "sample"
    told = json.loads((folder / "sample.json").read_text(encoding="utf-8"))
    return Sample(
        organiser=told["organiser"],
        operator=told["operator"],
        as_of=datetime.fromisoformat(told["as_of"]),
        start=date.fromisoformat(told["period"]["start"]),
        end=date.fromisoformat(told["period"]["end"]),
        roster=folder / told["roster"],
        trainings=tuple(told["trainings"]),
        units=tuple(unit["name"] for unit in told["units"]),
    )


def live_through(desk: Desk, sample: Sample, *, roster: Path | None = None) -> tuple[UUID, ...]:
    """Carry the whole story out on an empty desk and return the trainings, in order of time.

    With a roster of one's own an audience that finds nobody becomes everybody, and marks for
    numbers that its sheets do not have are left out.
    """
    desk.settings.change(
        organiser=sample.organiser if roster is None else "", operator=sample.operator
    )
    import_roster(desk, roster or sample.roster)
    return tuple(_hold(desk, told) for told in sample.trainings)


def import_roster(desk: Desk, path: Path) -> None:
    """Read and import a roster; people of one name in one unit are different people here."""
    from jz_training.readers.guarded import read_roster_guarded

    reading = read_roster_guarded(path)
    lines = desk.imports.preview(reading)
    doubtful = [n for n, line in enumerate(lines) if line.likeness is Likeness.DOUBTFUL]
    desk.imports.carry_out(reading, lines, dict.fromkeys(doubtful, Decision.ADD))


def _hold(desk: Desk, told: dict[str, Any]) -> UUID:
    """Schedule one training and let happen what is told of it."""
    training = desk.trainings.schedule(_draft(desk, told))
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
    if told["state"] == "closed":
        desk.attendance.close(training)
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
