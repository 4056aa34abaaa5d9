"""The people a paper names: who is expected at a training, and who stands behind a typed name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.list_order import order_people
from jz_training.domain.meeting_papers import PaperPerson
from jz_training.domain.person_name import name_key
from jz_training.domain.roster import PersonRow
from jz_training.domain.strokes import StrokeConvention
from jz_training.domain.training import SheetOrder
from jz_training.services.attendance import sheet_of
from jz_training.services.audience import audience
from jz_training.services.name_order import name_tables
from jz_training.services.rows import audience_rule
from jz_training.storage.tables import Person, Speaker, Training, Unit


class _Listed(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def unit(self) -> str: ...

    @property
    def post(self) -> str: ...


def expected_people(
    db: Session, training: Training, *, order: SheetOrder | None, convention: StrokeConvention
) -> tuple[PaperPerson, ...]:
    """Return who is expected, in an order; None takes the list's own.

    A list that is not fixed yet gives whom its rule means today.
    """
    if training.list_frozen_at is not None:
        lines = sheet_of(db, training).expected
        if order in (None, SheetOrder.BY_HAND, SheetOrder(training.list_order)):
            return tuple(map(_as_listed, lines))
        return _ordered(db, lines, order or SheetOrder.UNIT, convention)
    people = audience(db, audience_rule(training.audience))
    return _ordered(db, people, order or SheetOrder.UNIT, convention)


def named_people(db: Session, names: Iterable[str]) -> tuple[PaperPerson, ...]:
    """Return the persons of some names with unit and post, from the roster, then the 师资库.

    Of a name that several persons bear nothing more is said: which of them, nobody entered.
    """
    return tuple(_named(db, name) for name in names)


def units_of(db: Session, people: Sequence[PaperPerson]) -> tuple[tuple[str, int], ...]:
    """Return the units of people in 主送 order, each with how many there are."""
    counts = Counter(person.unit for person in people if person.unit)
    places = _positions(db)
    ordered = sorted(counts, key=lambda unit: (places.get(unit, len(places)), unit))
    return tuple((unit, counts[unit]) for unit in ordered)


def _positions(db: Session) -> dict[str, int]:
    return {name: place for name, place in db.execute(select(Unit.name, Unit.position))}


def _ordered(
    db: Session,
    people: Sequence[AttendeeRow] | Sequence[PersonRow],
    order: SheetOrder,
    convention: StrokeConvention,
) -> tuple[PaperPerson, ...]:
    positions = _positions(db)
    last = len(positions)
    ordered = order_people(
        [_as_listed(person) for person in people],
        order=order,
        tables=name_tables(convention),
        unit_position=lambda person: positions.get(person.unit, last),
    )
    return ordered.people


def _as_listed(person: _Listed) -> PaperPerson:
    return PaperPerson(name=person.name, unit=person.unit, post=person.post)


def _named(db: Session, name: str) -> PaperPerson:
    roster = (
        select(Person.post, Unit.name)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Person.name_key == name_key(name), Person.retired_on.is_(None))
    )
    found = db.execute(roster.limit(2)).all()
    if not found:
        library = select(Speaker.title, Speaker.unit).where(Speaker.name == name)
        found = db.execute(library.limit(2)).all()
    if len(found) != 1:
        return PaperPerson(name=name)
    post, unit = found[0]
    return PaperPerson(name=name, unit=unit or "", post=post or "")
