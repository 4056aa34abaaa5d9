"""The lines of a training's list: copied from the roster, numbered, brought up to date."""

from __future__ import annotations

from collections.abc import Callable, Collection
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, AttendeeRow
from jz_training.domain.roster import PersonRow
from jz_training.services.people import person_rows
from jz_training.services.typed_text import one_line, person_name
from jz_training.storage.tables import Attendee

#: What is copied from the person on the day the list is fixed.
COPIED = ("name", "unit", "post", "layer", "category", "phone")


def last_number(db: Session, training_id: UUID) -> int:
    """Return the highest number in use on a training's list, 0 for an empty one."""
    query = select(func.max(Attendee.number)).where(Attendee.training_id == training_id)
    return db.scalar(query) or 0


def expected_lines(db: Session, training_id: UUID) -> list[Attendee]:
    """Return the lines of the persons expected, by number."""
    query = (
        select(Attendee)
        .where(Attendee.training_id == training_id, Attendee.role == AttendeeRole.EXPECTED.value)
        .order_by(Attendee.number)
    )
    return list(db.scalars(query))


def lines_by_id(db: Session, training_id: UUID, ids: Collection[UUID]) -> list[Attendee]:
    """Return those of the lines given that are on a training's list."""
    query = select(Attendee).where(Attendee.training_id == training_id, Attendee.id.in_(ids))
    return list(db.scalars(query))


def new_line(
    training_id: UUID, number: int, person: PersonRow, viewpoint_id: UUID | None
) -> Attendee:
    """Return a line for a person as the roster has them today."""
    return Attendee(
        training_id=training_id,
        person_id=person.id,
        number=number,
        unit_id=person.unit_id,
        role=AttendeeRole.EXPECTED.value,
        status=int(AttendanceStatus.UNRECORDED),
        minutes=None,
        viewpoint_id=viewpoint_id,
        **{field: getattr(person, field) for field in COPIED},
    )


def new_other(
    training_id: UUID, number: int, *, name: str, unit: str, role: AttendeeRole
) -> Attendee:
    """Return a line for somebody who was not on the list; whom it is of the roster is not known."""
    return Attendee(
        training_id=training_id,
        person_id=None,
        number=number,
        name=person_name("name", name),
        unit_id=None,
        unit=one_line("unit", unit),
        role=role.value,
    )


def as_person(row: Attendee) -> PersonRow:
    """Return a line as a person to be ordered; the id is the line's."""
    copied = {field: getattr(row, field) for field in COPIED}
    return PersonRow(id=row.id, version=0, unit_id=row.unit_id, **copied)


def renumber(db: Session, rows: list[Attendee], place: Callable[[Attendee], int]) -> None:
    """Give new numbers in two steps: a number may not stand twice, even for a moment."""
    wanted = {row.id: place(row) for row in rows}
    for row in rows:
        row.number = -wanted[row.id]
    db.flush()
    for row in rows:
        row.number = wanted[row.id]


def has_moved(row: AttendeeRow, person: PersonRow) -> bool:
    """Tell whether the roster has a person otherwise than the list; telephones aside."""
    return any(
        getattr(row, field) != getattr(person, field) for field in COPIED if field != "phone"
    )


def update_lines(db: Session, training_id: UUID, ids: Collection[UUID]) -> None:
    """Give lines what the roster says of their persons today."""
    rows = lines_by_id(db, training_id, ids)
    people = {p.id: p for p in person_rows(db, [row.person_id for row in rows if row.person_id])}
    for row in rows:
        person = people.get(row.person_id) if row.person_id else None
        if person is None:
            continue
        row.unit_id = person.unit_id
        for field in COPIED:
            setattr(row, field, getattr(person, field))
