"""Finding persons by a few signs of name, pinyin, initials, phone or number."""

from __future__ import annotations

from functools import cache
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Text,
    and_,
    bindparam,
    false,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from jz_training.domain.person_name import has_forbidden_characters, name_key
from jz_training.storage.tables import Person

#: The end of every prefix range: no character sorts after it.
LAST = "\U0010ffff"


def fits(text: str) -> ColumnElement[bool]:
    """Return the condition of a search that has to find everybody, not only the best."""
    key = name_key(text)
    if not key or has_forbidden_characters(key):
        return false()
    return or_(
        _anywhere(key), *(_begins(column, key) for column in (Person.initials, Person.pinyin))
    )


def best_ids(db: Session, text: str, *, limit: int) -> list[UUID]:
    """Return ids of the best matches: prefixes on the indexes first, then anywhere in a name."""
    key = name_key(text)
    if not key or has_forbidden_characters(key):
        return []
    found = dict.fromkeys(db.scalars(_prefixes(), {"key": key, "end": key + LAST, "most": limit}))
    if len(found) < limit:
        inside = select(Person.id).where(_anywhere(key)).limit(limit)
        found.update(dict.fromkeys(db.scalars(inside)))
    return list(found)[:limit]


def _begins(column: InstrumentedAttribute[str], key: str) -> ColumnElement[bool]:
    return and_(column >= key, column < key + LAST)


def _anywhere(key: str) -> ColumnElement[bool]:
    """Return what looks inside names and phones; a phone holds nothing but digits and signs."""
    inside = [Person.name_key.contains(key, autoescape=True), Person.number == key]
    if any(sign.isdecimal() for sign in key):
        inside.append(Person.phone.contains(key, autoescape=True))
    return or_(*inside)


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
