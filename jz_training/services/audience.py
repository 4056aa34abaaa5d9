"""Whom a training is for: the persons its rule means today."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.roster import PersonRow
from jz_training.domain.training import AudienceRule
from jz_training.services.people import person_rows
from jz_training.services.units import with_parts
from jz_training.storage.tables import Person, Unit


def audience(db: Session, rule: AudienceRule) -> tuple[PersonRow, ...]:
    """Return the persons a rule means today: chosen by hand wins over the rule."""
    return person_rows(db, audience_ids(db, rule))


def audience_ids(db: Session, rule: AudienceRule) -> list[UUID]:
    """Return who they are, in the order of units."""
    by_hand = list(rule.added)
    ids = [*_by_rule(db, rule), *by_hand] if rule.everyone else by_hand
    return list(dict.fromkeys(person for person in ids if person not in rule.removed))


def _by_rule(db: Session, rule: AudienceRule) -> list[UUID]:
    found = (
        select(Person.id)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Person.retired_on.is_(None))
        .order_by(Unit.position.is_(None), Unit.position, Unit.id, Person.id)
    )
    if rule.units:
        units = set(rule.units)
        found = found.where(Person.unit_id.in_(with_parts(db, units) if rule.with_parts else units))
    if rule.layers:
        found = found.where(Person.layer.in_(rule.layers))
    if rule.categories:
        found = found.where(Person.category.in_(rule.categories))
    if rule.shifts:
        found = found.where(Person.shift.in_(rule.shifts))
    return list(db.scalars(found))
