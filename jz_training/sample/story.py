"""The sample union: one autumn of an invented union, carried out through the real services.

Used by `demo` and by the pictures of the gallery. The roster is read like any roster; `sample.json`
says what was made of the notice, which trainings were held, for whom, and what the paper said
(resources/sample/README.md).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from jz_training.domain.roster_reading import Decision, Likeness
from jz_training.paths import resources
from jz_training.sample.certificates import certify
from jz_training.sample.course import hold_courses
from jz_training.sample.duties import publish, take_in
from jz_training.sample.forms import keep_form
from jz_training.sample.leaves import ask_leaves, work_in_turns
from jz_training.sample.library import stock
from jz_training.sample.make_ups import make_up
from jz_training.sample.scheduling import schedule_rest
from jz_training.sample.trainings import hold

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
    notice: Path
    told: dict[str, Any]
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
        notice=folder / told["notice"]["file"],
        told=told,
        units=tuple(unit["name"] for unit in told["units"]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """What the story left on the desk.

    The notice, the trainings that were told of in order of time, those that were scheduled from
    what the plan still held, and two courses of several parts: one held, one to come.
    """

    notice: UUID
    trainings: tuple[UUID, ...]
    scheduled: tuple[UUID, ...]
    courses: tuple[UUID, UUID]


def live_through(
    desk: Desk, sample: Sample, *, roster: Path | None = None, notice: Path | None = None
) -> Lived:
    """Carry the whole story out on an empty desk.

    With a roster of one's own an audience that finds nobody becomes everybody, and marks for
    numbers that its sheets do not have are left out. With a notice of one's own an item of the
    plan serves the first duty of its kind, or none.
    """
    desk.settings.change(
        organiser=sample.organiser if roster is None else "", operator=sample.operator
    )
    import_roster(desk, roster or sample.roster)
    duties = take_in(desk, sample.told, notice or sample.notice)
    trainings = tuple(hold(desk, told, duties) for told in sample.told["trainings"])
    _study(desk, sample.told, trainings)
    publish(desk, sample.told, duties)
    scheduled = schedule_rest(desk, sample.told, duties)
    courses = hold_courses(desk, sample.as_of)
    ask_leaves(desk, trainings[-1], approver="秦晓峰")
    work_in_turns(desk)
    make_up(desk)
    keep_form(desk, resources() / "sample" / "季度统计表.xlsx")
    certify(desk, trainings)
    return Lived(notice=duties.notice, trainings=trainings, scheduled=scheduled, courses=courses)


def _study(desk: Desk, told: dict[str, Any], trainings: tuple[UUID, ...]) -> None:
    """Keep the libraries and say what each training studied."""
    materials = stock(desk, told["library"])
    for training, one in zip(trainings, told["trainings"], strict=True):
        if "materials" in one:
            desk.materials.attach(training, [materials[title] for title in one["materials"]])


def import_roster(desk: Desk, path: Path) -> None:
    """Read and import a roster; people of one name in one unit are different people here."""
    from jz_training.readers.roster.guarded import read_roster_guarded

    reading = read_roster_guarded(path)
    lines = desk.imports.preview(reading)
    doubtful = [n for n, line in enumerate(lines) if line.likeness is Likeness.DOUBTFUL]
    desk.imports.carry_out(reading, lines, dict.fromkeys(doubtful, Decision.ADD))
