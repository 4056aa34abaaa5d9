"""Between the tables and the frozen views: each mapping once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from jz_training.domain.attendance import (
    AttendanceStatus,
    AttendeeRole,
    AttendeeRow,
    LeaveReason,
    Mark,
)
from jz_training.domain.parts import TrainingPart, marks_in_order
from jz_training.domain.roster import PersonRow, UnitKind, UnitRow
from jz_training.domain.tally import Tally
from jz_training.domain.training import (
    AudienceRule,
    SheetOrder,
    TrainingDraft,
    TrainingForm,
    TrainingState,
    TrainingView,
)
from jz_training.services.hours_rows import hours_rule_of, parts_of
from jz_training.storage.tables import Attendee, Person, Training, TrainingTally, Unit

TALLY_FIELDS = (
    "expected",
    "present",
    "leave",
    "absent",
    "unrecorded",
    "late",
    "early",
    "online",
    "stand_ins",
    "others",
    "made_up",
)

#: The fields of a person that a secretary enters and a roster file may hold.
PERSON_FIELDS = ("department", "post", "layer", "category", "sex", "number", "phone", "shift")


#: What `person_row` needs: reading columns is three times as quick as making mapped objects.
PERSON_COLUMNS: tuple[Any, ...] = (
    Person.id,
    Person.version,
    Person.name,
    Person.unit_id,
    Person.retired_on,
    *(getattr(Person, name) for name in PERSON_FIELDS),
)

#: What `attendee_row` needs.
ATTENDEE_COLUMNS: tuple[Any, ...] = (
    Attendee.id,
    Attendee.person_id,
    Attendee.number,
    Attendee.name,
    Attendee.unit,
    Attendee.post,
    Attendee.layer,
    Attendee.category,
    Attendee.phone,
    Attendee.role,
    Attendee.status,
    Attendee.reason,
    Attendee.minutes,
    Attendee.stand_in,
    Attendee.part_marks,
    Attendee.hours,
    Attendee.leave_id,
)


def unit_row(unit: Unit, people: int = 0) -> UnitRow:
    """Return a unit as shown."""
    return UnitRow(
        id=unit.id,
        version=unit.version,
        name=unit.name,
        kind=UnitKind(unit.kind),
        parent_id=unit.parent_id,
        position=unit.position,
        people=people,
    )


def person_row(person: Row[*tuple[Any, ...]], unit: str | None) -> PersonRow:
    """Return a person as shown, with the name of the unit."""
    return PersonRow(
        id=person.id,
        version=person.version,
        name=person.name,
        unit_id=person.unit_id,
        unit=unit or "",
        retired=person.retired_on is not None,
        **{name: getattr(person, name) for name in PERSON_FIELDS},
    )


def mark_of(row: Attendee | Row[*tuple[Any, ...]]) -> Mark:
    """Return what is recorded on a line."""
    return Mark(
        status=AttendanceStatus(row.status),
        reason=LeaveReason(row.reason) if row.reason else None,
        minutes=row.minutes,
        stand_in=row.stand_in,
    )


def set_mark(row: Attendee, mark: Mark) -> None:
    """Record a mark on a line."""
    row.status = int(mark.status)
    row.reason = mark.reason.value if mark.reason else ""
    row.minutes = mark.minutes
    row.stand_in = mark.stand_in
    row.stands_in = bool(mark.stand_in)


def part_marks_of(row: Attendee | Row[*tuple[Any, ...]]) -> dict[UUID, Mark]:
    """Return what is recorded of each part of the training."""
    return {
        UUID(hex=part): Mark(
            status=AttendanceStatus(status),
            reason=LeaveReason(reason) if reason else None,
            minutes=minutes,
            stand_in=stand_in,
        )
        for part, (status, reason, minutes, stand_in) in (row.part_marks or {}).items()
    }


def part_marks_json(marks: Mapping[UUID, Mark]) -> dict[str, Any] | None:
    """Return the marks of parts as they are stored; what is unrecorded is left out."""
    stored = {
        part.hex: [int(mark.status), mark.reason or "", mark.minutes, mark.stand_in]
        for part, mark in marks.items()
        if mark.status is not AttendanceStatus.UNRECORDED
    }
    return stored or None


def attendee_row(
    row: Attendee | Row[*tuple[Any, ...]], parts: Sequence[TrainingPart] = ()
) -> AttendeeRow:
    """Return a line of a list as shown and printed, with a mark for each of the parts given."""
    return AttendeeRow(
        id=row.id,
        person_id=row.person_id,
        number=row.number,
        name=row.name,
        unit=row.unit,
        post=row.post,
        layer=row.layer,
        category=row.category,
        phone=row.phone,
        role=AttendeeRole(row.role),
        mark=mark_of(row),
        part_marks=marks_in_order(parts, part_marks_of(row)) if parts else (),
        hours=row.hours,
        leave_id=row.leave_id,
    )


def tally_of(row: TrainingTally | Row[*tuple[Any, ...]] | None) -> Tally:
    """Return the stored counts of a training; none stored is all zero."""
    if row is None:
        return Tally()
    return Tally(**{name: getattr(row, name) for name in TALLY_FIELDS})


def audience_json(rule: AudienceRule) -> dict[str, Any]:
    """Return an audience rule as it is stored."""
    return {
        "units": [unit.hex for unit in rule.units],
        "with_parts": rule.with_parts,
        "layers": list(rule.layers),
        "categories": list(rule.categories),
        "added": [person.hex for person in rule.added],
        "removed": [person.hex for person in rule.removed],
        "everyone": rule.everyone,
        "shifts": list(rule.shifts),
    }


def audience_rule(stored: dict[str, Any]) -> AudienceRule:
    """Return the audience rule that was stored."""

    def ids(key: str) -> tuple[UUID, ...]:
        return tuple(UUID(hex=value) for value in stored.get(key, ()))

    return AudienceRule(
        units=ids("units"),
        with_parts=stored.get("with_parts", True),
        layers=tuple(stored.get("layers", ())),
        categories=tuple(stored.get("categories", ())),
        added=ids("added"),
        removed=ids("removed"),
        everyone=stored.get("everyone", True),
        shifts=tuple(stored.get("shifts", ())),
    )


def draft_of(training: Training, topics: tuple[str, ...]) -> TrainingDraft:
    """Return what the secretary entered for a training."""
    return TrainingDraft(
        title=training.title,
        form=TrainingForm(training.form),
        start=training.start,
        end=training.end,
        venue=training.venue,
        chair=training.chair,
        speaker=training.speaker,
        recorder=training.recorder,
        topics=topics,
        hours=training.hours,
        organiser=training.organiser,
        required=training.required,
        note=training.note,
        audience=audience_rule(training.audience),
        notice_id=training.notice_id,
        plan_item_id=training.plan_item_id,
        phase=training.phase,
        batch=training.batch,
        link=training.link or "",
        parts=parts_of(training),
        hours_rule=hours_rule_of(training.hours_rule) if training.hours_rule else None,
    )


def training_view(training: Training, topics: tuple[str, ...]) -> TrainingView:
    """Return a training as shown."""
    return TrainingView(
        id=training.id,
        version=training.version,
        draft=draft_of(training, topics),
        state=TrainingState(training.state),
        list_frozen_at=training.list_frozen_at,
        order=SheetOrder(training.list_order),
        closed_at=training.closed_at,
        cancel_reason=training.cancel_reason,
        sheet_version=training.sheet_version,
        series_id=training.series_id,
    )
