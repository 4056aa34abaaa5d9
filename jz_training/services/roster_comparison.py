"""A roster put beside the stored persons: who is new, the same, changed or doubtful."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress
from operator import attrgetter
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.person_name import name_key
from jz_training.domain.roster import is_masked
from jz_training.domain.roster_reading import ImportLine, Likeness, RosterPerson
from jz_training.services.rows import PERSON_FIELDS
from jz_training.storage.tables import Person, Unit

_fields = attrgetter(*PERSON_FIELDS)


@dataclass(frozen=True, slots=True)
class _Stored:
    """A stored person, as far as an import compares it."""

    id: UUID
    unit: str
    values: tuple[str, ...]  # in the order of PERSON_FIELDS


def compare(db: Session, persons: Sequence[RosterPerson]) -> tuple[ImportLine, ...]:
    """Put every person of a file beside the stored ones, in the order of the file.

    Same name and same unit is the same person if there is one such on both sides. If there
    are several they are told apart by 编号, or by agreeing in everything the file says; who
    is still not told apart is doubtful. Same name and another unit is another person
    (peers.md §3.3). A file without units finds its persons by name alone: each is doubtful.
    """
    stored = _stored(db)
    people = [_told(person) for person in persons]
    known = [_identity(person) for person in people]
    count = Counter(known)
    namesakes = [count[identity] > 1 for identity in known]
    twins = Counter(map(_whole, compress(people, namesakes)))
    return tuple(
        _compared(
            person,
            stored.get(key, ()),
            namesake=namesake,
            twin=namesake and twins[_whole(person)] > 1,
        )
        for person, (key, _), namesake in zip(people, known, namesakes, strict=True)
    )


def _told(person: RosterPerson) -> RosterPerson:
    """Return what a file tells of a person: a masked phone of an export tells nothing."""
    return replace(person, phone="") if is_masked(person.phone) else person


def _identity(person: RosterPerson) -> tuple[str, str]:
    return name_key(person.name), person.unit


def _whole(person: RosterPerson) -> tuple[str, ...]:
    return (*_identity(person), *_fields(person))


def _stored(db: Session) -> dict[str, list[_Stored]]:
    columns = [getattr(Person, field) for field in PERSON_FIELDS]
    query = (
        select(Person.id, Person.name_key, Unit.name, *columns)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Person.retired_on.is_(None))
    )
    found: dict[str, list[_Stored]] = defaultdict(list)
    for person_id, key, unit, *values in db.execute(query):
        found[key].append(_Stored(person_id, unit or "", tuple(values)))
    return found


def _compared(
    person: RosterPerson, same_name: Sequence[_Stored], *, namesake: bool, twin: bool
) -> ImportLine:
    """Compare one person with the stored ones of that name.

    A namesake is in the same unit of the file, a twin all the same.
    """
    matches: Sequence[_Stored] = [one for one in same_name if one.unit == person.unit]
    if not person.unit and not matches:
        matches = same_name
    if matches and (namesake or len(matches) > 1) and not twin:
        told_apart = _told_apart(person, matches)
        namesake, matches = namesake and len(told_apart) != 1, told_apart or matches
    ids = tuple(one.id.hex for one in matches)
    # what an update would change, should the user say so: only one match can be updated
    differences = _differences(person, matches[0]) if len(matches) == 1 else {}
    if namesake or len(matches) > 1 or any(one.unit != person.unit for one in matches):
        return ImportLine(
            person=person, likeness=Likeness.DOUBTFUL, matches=ids, differences=differences
        )
    if not matches:
        return ImportLine(person=person, likeness=Likeness.NEW)
    likeness = Likeness.CHANGED if differences else Likeness.SAME
    return ImportLine(person=person, likeness=likeness, matches=ids, differences=differences)


def _told_apart(person: RosterPerson, matches: Sequence[_Stored]) -> list[_Stored]:
    """Return the namesakes with the same 编号, or else those that agree in all the file says."""
    number = PERSON_FIELDS.index("number")
    by_number = [one for one in matches if person.number and one.values[number] == person.number]
    return by_number or [one for one in matches if not _differences(person, one)]


def _differences(person: RosterPerson, stored: _Stored) -> dict[str, tuple[str, str]]:
    """Return what the file says otherwise; an empty cell says nothing."""
    return {
        field: (old, getattr(person, field))
        for field, old in zip(PERSON_FIELDS, stored.values, strict=True)
        if getattr(person, field) and getattr(person, field) != old
    }
