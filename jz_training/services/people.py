"""Units and persons of the union: finding, adding, changing, retiring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Text,
    and_,
    bindparam,
    false,
    func,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from jz_training.domain.person_name import has_forbidden_characters, name_key
from jz_training.domain.pinyin import full_pinyin, initials
from jz_training.domain.roster import PersonDraft, PersonRow, Roster, UnitKind, UnitRow
from jz_training.errors import ChangedMeanwhile, NotFound, Refused
from jz_training.services.name_order import pinyin_table
from jz_training.services.rows import PERSON_COLUMNS, PERSON_FIELDS, person_row, unit_row
from jz_training.services.typed_text import one_line, person_name
from jz_training.storage.store import Store
from jz_training.storage.tables import Person, Unit

#: The end of every prefix range: no character sorts after it.
LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleQuery:
    """Which persons to list; empty means any. `sort`: unit, pinyin or entered.

    `with_parts` takes the units below `unit_id` too.
    """

    text: str = ""
    unit_id: UUID | None = None
    with_parts: bool = False
    layer: str = ""
    category: str = ""
    retired: bool = False
    sort: str = "unit"


class People:
    """The roster of one workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # --- reading -----------------------------------------------------------------------------

    def units(self) -> tuple[UnitRow, ...]:
        """Return every unit in the order of paper, with its number of persons."""
        counts = (
            select(Person.unit_id, func.count())
            .where(Person.retired_on.is_(None))
            .group_by(Person.unit_id)
        )
        with self._store.read() as db:
            people = {unit_id: count for unit_id, count in db.execute(counts)}
            units = db.scalars(select(Unit).order_by(Unit.position, Unit.id))
            return tuple(unit_row(unit, people.get(unit.id, 0)) for unit in units)

    def layers(self) -> tuple[str, ...]:
        """Return the layers in use."""
        return self._distinct(Person.layer)

    def categories(self) -> tuple[str, ...]:
        """Return the categories in use."""
        return self._distinct(Person.category)

    def _distinct(self, column: Any) -> tuple[str, ...]:
        query = select(column).where(column != "", Person.retired_on.is_(None)).distinct()
        with self._store.read() as db:
            return tuple(sorted(db.scalars(query)))

    def ids(self, query: PeopleQuery) -> list[UUID]:
        """Return the ids of the persons a query means, in its order."""
        order: tuple[Any, ...] = {
            "unit": (Unit.position.is_(None), Unit.position, Unit.id, Person.id),
            "pinyin": (Person.pinyin, Person.id),
        }.get(query.sort, (Person.id,))
        with self._store.read() as db:
            found = select(Person.id).outerjoin(Unit, Unit.id == Person.unit_id)
            found = found.where(*_conditions(db, query))
            return list(db.scalars(found.order_by(*order)))

    def count(self, query: PeopleQuery) -> int:
        """Return how many persons a query means."""
        with self._store.read() as db:
            return db.scalar(select(func.count(Person.id)).where(*_conditions(db, query))) or 0

    def rows(self, ids: Sequence[UUID]) -> tuple[PersonRow, ...]:
        """Return persons by id, in the order asked; persons that are gone are left out."""
        with self._store.read() as db:
            return person_rows(db, ids)

    def get(self, person_id: UUID) -> PersonRow:
        """Return one person. Raises NotFound."""
        found = self.rows([person_id])
        if not found:
            raise NotFound("person")
        return found[0]

    def search(self, text: str, *, limit: int = 20) -> tuple[PersonRow, ...]:
        """Return persons whose name, pinyin, initials, phone or number fits, best first."""
        with self._store.read() as db:
            return person_rows(db, _matching_ids(db, text, limit=limit))

    def roster(self, query: PeopleQuery, *, title: str, organiser: str) -> Roster:
        """Return everybody a query means, ready for paper and Excel."""
        made_on = self._store.now().strftime("%Y-%m-%d")
        people = tuple(self.rows(self.ids(query)))
        return Roster(title=title, organiser=organiser, made_on=made_on, people=people)

    # --- changing ----------------------------------------------------------------------------

    def add(self, draft: PersonDraft) -> UUID:
        """Add a person and return the id. Raises Refused with the field at fault."""
        draft = _checked(draft)
        with self._store.write("person.add", subject=draft.name) as db:
            person = Person(**_columns(draft), retired_on=None)
            db.add(person)
        return person.id

    def change(self, person_id: UUID, *, version: int, draft: PersonDraft) -> None:
        """Change a person. Raises Refused, NotFound or ChangedMeanwhile."""
        draft = _checked(draft)
        with self._store.write("person.change", subject=draft.name) as db:
            person = _person(db, person_id)
            if person.version != version:
                raise ChangedMeanwhile("person", person.name)
            for name, value in _columns(draft).items():
                setattr(person, name, value)

    def retire(self, *person_ids: UUID) -> None:
        """Take persons off future lists in one act; past trainings keep them."""
        self._set_retired("person.retire", person_ids, self._store.now().date())

    def bring_back(self, *person_ids: UUID) -> None:
        """Put retired persons on future lists again in one act."""
        self._set_retired("person.bring_back", person_ids, None)

    def _set_retired(self, verb: str, person_ids: Sequence[UUID], on: date | None) -> None:
        with self._store.write(verb, count=len(person_ids)) as db:
            names = []
            for person_id in person_ids:
                person = _person(db, person_id)
                person.retired_on = on
                names.append(person.name)
            db.info["subject"] = "、".join(names[:3]) + ("…" if len(names) > 3 else "")

    def add_unit(
        self,
        *,
        name: str,
        kind: UnitKind = UnitKind.BRANCH,
        parent_id: UUID | None = None,
    ) -> UUID:
        """Add a unit at the end of the order and return the id. Raises Refused."""
        name = _checked_unit_name(name)
        with self._store.write("unit.add", subject=name) as db:
            _refuse_same_name(db, name, parent_id, None)
            last = db.scalar(select(func.max(Unit.position)))
            position = 0 if last is None else last + 1
            unit = Unit(name=name, kind=kind.value, parent_id=parent_id, position=position)
            db.add(unit)
        return unit.id

    def change_unit(
        self,
        unit_id: UUID,
        *,
        version: int,
        name: str,
        kind: UnitKind,
        parent_id: UUID | None,
        position: int,
    ) -> None:
        """Change a unit. Raises Refused (also for a circle), NotFound or ChangedMeanwhile."""
        name = _checked_unit_name(name)
        with self._store.write("unit.change", subject=name) as db:
            unit = db.get(Unit, unit_id)
            if unit is None:
                raise NotFound("unit")
            if unit.version != version:
                raise ChangedMeanwhile("unit", unit.name)
            _refuse_same_name(db, name, parent_id, unit_id)
            if parent_id in with_parts(db, {unit_id}):
                raise Refused("parent_id", "circle")
            unit.name, unit.kind = name, kind.value
            unit.parent_id, unit.position = parent_id, position

    def order_units(self, unit_ids: Sequence[UUID]) -> None:
        """Put units in an order; those not named follow in theirs. Raises NotFound."""
        with self._store.write("unit.order", count=len(unit_ids)) as db:
            units = list(db.scalars(select(Unit).order_by(Unit.position, Unit.id)))
            known = {unit.id: unit for unit in units}
            if not known.keys() >= set(unit_ids):
                raise NotFound("unit")
            named = [known.pop(unit_id) for unit_id in dict.fromkeys(unit_ids)]
            for position, unit in enumerate([*named, *known.values()]):
                unit.position = position


def derived(name: str) -> dict[str, str]:
    """Return the search columns that follow from a name."""
    table = pinyin_table()
    return {
        "name_key": name_key(name),
        "pinyin": full_pinyin(name, table),
        "initials": initials(name, table),
    }


def _columns(draft: PersonDraft) -> dict[str, Any]:
    return {
        "name": draft.name,
        "unit_id": draft.unit_id,
        **derived(draft.name),
        **{name: getattr(draft, name) for name in PERSON_FIELDS},
    }


def person_rows(db: Session, ids: Sequence[UUID]) -> tuple[PersonRow, ...]:
    """Return persons by id in the order asked, read in parts of at most 500."""
    found: dict[UUID, PersonRow] = {}
    for start in range(0, len(ids), 500):
        query = (
            select(*PERSON_COLUMNS, Unit.name.label("unit"))
            .outerjoin(Unit, Unit.id == Person.unit_id)
            .where(Person.id.in_(ids[start : start + 500]))
        )
        found.update((row.id, person_row(row, row.unit)) for row in db.execute(query))
    return tuple(found[person_id] for person_id in ids if person_id in found)


def with_parts(db: Session, units: set[UUID]) -> set[UUID]:
    """Return units together with every unit below them."""
    parents = db.execute(select(Unit.id, Unit.parent_id)).all()
    below = set(units)
    while True:
        more = {unit for unit, parent in parents if parent in below} - below
        if not more:
            return below
        below |= more


def _conditions(db: Session, query: PeopleQuery) -> list[ColumnElement[bool]]:
    wanted = Person.retired_on.is_not(None) if query.retired else Person.retired_on.is_(None)
    conditions: list[ColumnElement[bool]] = [wanted]
    if query.unit_id is not None:
        units = {query.unit_id}
        conditions.append(Person.unit_id.in_(with_parts(db, units) if query.with_parts else units))
    if query.text.strip():
        conditions.append(_fits(name_key(query.text)))
    if query.layer:
        conditions.append(Person.layer == query.layer)
    if query.category:
        conditions.append(Person.category == query.category)
    return conditions


def _fits(key: str) -> ColumnElement[bool]:
    """Return the condition of a search that has to find everybody, not only the best."""
    if not key or has_forbidden_characters(key):
        return false()
    return or_(
        _anywhere(key), *(_begins(column, key) for column in (Person.initials, Person.pinyin))
    )


def _begins(column: Any, key: str) -> ColumnElement[bool]:
    return and_(column >= key, column < key + LAST)


def _anywhere(key: str) -> ColumnElement[bool]:
    """Return what looks inside names and phones; a phone holds nothing but digits and signs."""
    inside = [Person.name_key.contains(key, autoescape=True), Person.number == key]
    if any(sign.isdecimal() for sign in key):
        inside.append(Person.phone.contains(key, autoescape=True))
    return or_(*inside)


def _matching_ids(db: Session, text: str, *, limit: int) -> list[UUID]:
    """Return ids of the best matches: prefixes on the indexes first, then anywhere in a name."""
    key = name_key(text)
    if not key or has_forbidden_characters(key):
        return []
    found = dict.fromkeys(db.scalars(_prefixes(), {"key": key, "end": key + LAST, "most": limit}))
    if len(found) < limit:
        inside = select(Person.id).where(_anywhere(key)).limit(limit)
        found.update(dict.fromkeys(db.scalars(inside)))
    return list(found)[:limit]


@cache
def _prefixes() -> CompoundSelect[UUID]:
    """Return one query for the ranges on all four indexes, made once for every key."""
    key, end = bindparam("key", type_=Text), bindparam("end", type_=Text)
    most = bindparam("most", type_=Integer)
    ranges = (
        select(Person.id).where(column >= key, column < end).order_by(column).limit(most).subquery()
        for column in (Person.name_key, Person.initials, Person.pinyin, Person.phone)
    )
    return union_all(*(select(found.c.id) for found in ranges))


def _person(db: Session, person_id: UUID) -> Person:
    person = db.get(Person, person_id)
    if person is None:
        raise NotFound("person")
    return person


def _checked(draft: PersonDraft) -> PersonDraft:
    texts: dict[str, Any] = {one: one_line(one, getattr(draft, one)) for one in PERSON_FIELDS}
    return replace(draft, name=person_name("name", draft.name), **texts)


def _checked_unit_name(name: str) -> str:
    name = one_line("name", name)
    if not name:
        raise Refused("name", "missing")
    return name


def _refuse_same_name(db: Session, name: str, parent_id: UUID | None, but: UUID | None) -> None:
    same = select(Unit.id).where(Unit.name == name, Unit.parent_id.is_not_distinct_from(parent_id))
    if any(unit_id != but for unit_id in db.scalars(same)):
        raise Refused("name", "same_unit", name=name)
