"""Persons of the union: listing, adding, changing, retiring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    func,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from jz_training.domain.batches import shift_key
from jz_training.domain.person_name import name_key
from jz_training.domain.pinyin import full_pinyin, initials
from jz_training.domain.roster import PersonDraft, PersonRow, Roster
from jz_training.domain.taking_part import TakingPart
from jz_training.errors import ChangedMeanwhile, NotFound
from jz_training.services.name_order import pinyin_table
from jz_training.services.person_search import best_ids, fits
from jz_training.services.rows import PERSON_COLUMNS, PERSON_FIELDS, person_row
from jz_training.services.taking_part import trainings_of
from jz_training.services.typed_text import one_line, person_name
from jz_training.services.units import with_parts
from jz_training.storage.store import Store
from jz_training.storage.tables import Person, Unit


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
    shift: str = ""
    retired: bool = False
    sort: str = "unit"


class People:
    """The roster of one workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # --- reading -----------------------------------------------------------------------------

    def layers(self) -> tuple[str, ...]:
        """Return the layers in use."""
        return self._distinct(Person.layer)

    def categories(self) -> tuple[str, ...]:
        """Return the categories in use."""
        return self._distinct(Person.category)

    def shifts(self) -> tuple[str, ...]:
        """Return the shifts in use, in the order in which they take turns."""
        return tuple(sorted(self._distinct(Person.shift), key=shift_key))

    def _distinct(self, column: InstrumentedAttribute[str]) -> tuple[str, ...]:
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
            return person_rows(db, best_ids(db, text, limit=limit))

    def trainings_of(self, person_id: UUID) -> tuple[TakingPart, ...]:
        """Return the trainings of a person, the latest first, with the unit of that day."""
        with self._store.read() as db:
            return trainings_of(db, person_id)

    def roster(self, query: PeopleQuery, *, title: str, organiser: str) -> Roster:
        """Return everybody a query means, ready for paper and Excel."""
        made_on = self._store.now().strftime("%Y-%m-%d")
        people = tuple(self.rows(self.ids(query)))
        return Roster(title=title, organiser=organiser, made_on=made_on, people=people)

    # --- changing ----------------------------------------------------------------------------

    def add(self, draft: PersonDraft) -> UUID:
        """Add a person and return the id. Raises Refused with the field at fault."""
        draft = checked_person(draft)
        with self._store.write("person.add", subject=draft.name) as db:
            person = new_person(draft)
            db.add(person)
        return person.id

    def change(self, person_id: UUID, *, version: int, draft: PersonDraft) -> None:
        """Change a person. Raises Refused, NotFound or ChangedMeanwhile."""
        draft = checked_person(draft)
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


def derived(name: str) -> dict[str, str]:
    """Return the search columns that follow from a name."""
    table = pinyin_table()
    return {
        "name_key": name_key(name),
        "pinyin": full_pinyin(name, table),
        "initials": initials(name, table),
    }


def new_person(draft: PersonDraft) -> Person:
    """Return a person to be stored from a checked draft."""
    return Person(**_columns(draft), retired_on=None)


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


def _conditions(db: Session, query: PeopleQuery) -> list[ColumnElement[bool]]:
    wanted = Person.retired_on.is_not(None) if query.retired else Person.retired_on.is_(None)
    conditions: list[ColumnElement[bool]] = [wanted]
    if query.unit_id is not None:
        units = {query.unit_id}
        conditions.append(Person.unit_id.in_(with_parts(db, units) if query.with_parts else units))
    if query.text.strip():
        conditions.append(fits(query.text))
    if query.layer:
        conditions.append(Person.layer == query.layer)
    if query.category:
        conditions.append(Person.category == query.category)
    if query.shift:
        conditions.append(Person.shift == query.shift)
    return conditions


def _person(db: Session, person_id: UUID) -> Person:
    person = db.get(Person, person_id)
    if person is None:
        raise NotFound("person")
    return person


def checked_person(draft: PersonDraft) -> PersonDraft:
    """Return what was entered as it is stored. Raises Refused with the field at fault."""
    texts: dict[str, Any] = {one: one_line(one, getattr(draft, one)) for one in PERSON_FIELDS}
    return replace(draft, name=person_name("name", draft.name), **texts)
