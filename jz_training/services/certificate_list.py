"""Which certificates are listed, and in which order."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from jz_training.domain.certificate import Certificate, CertificateKind
from jz_training.services.certificate_rows import certificate_of
from jz_training.storage.paper_tables import Certificate as Row


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateQuery:
    """Which certificates to list; empty means any. `training_id` is one a certificate rests on.

    `text` is in the name, the unit, the title or the number; `ground_lost` asks for those only
    that attendance no longer bears out.
    """

    kind: CertificateKind | None = None
    year: int | None = None
    person_id: UUID | None = None
    training_id: UUID | None = None
    withdrawn: bool | None = None
    ground_lost: bool = False
    text: str = ""


def certificates_meant(db: Session, query: CertificateQuery) -> list[Certificate]:
    """Return the certificates a query means: the latest year first, each kind by its numbers."""
    rows = sorted(db.scalars(select(Row).where(*_conditions(query))), key=_place)
    return [one for one in map(certificate_of, rows) if _is_meant(one, query)]


def standing_certificates(
    db: Session, person_ids: Collection[UUID], kind: CertificateKind
) -> list[Certificate]:
    """Return the certificates of one kind that persons hold and that were not withdrawn."""
    query = select(Row).where(Row.kind == kind.value, Row.withdrawn_on.is_(None))
    whose = set(person_ids)
    return [certificate_of(row) for row in db.scalars(query) if row.person_id in whose]


def number_of_period(
    given: Collection[Certificate], person_id: UUID, first: date, last: date
) -> Certificate | None:
    """Return the latest proof a person was given of a period, if there is one."""
    same = [
        one
        for one in given
        if one.person_id == person_id and (one.facts.first, one.facts.last) == (first, last)
    ]
    return max(same, key=lambda one: one.id, default=None)


def _conditions(query: CertificateQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.kind is not None:
        found.append(Row.kind == query.kind.value)
    if query.year is not None:
        found.append(Row.year == query.year)
    if query.person_id is not None:
        found.append(Row.person_id == query.person_id)
    if query.withdrawn is not None:
        gone = Row.withdrawn_on.is_not(None)
        found.append(gone if query.withdrawn else ~gone)
    return found


def _is_meant(one: Certificate, query: CertificateQuery) -> bool:
    said = one.facts
    if query.training_id is not None and query.training_id not in {
        training.training_id for training in said.trainings
    }:
        return False
    text = query.text.strip().casefold()
    return not text or any(
        text in where.casefold() for where in (said.name, said.unit, said.title, one.number)
    )


def _place(row: Row) -> tuple[int, bool, int]:
    hours = row.kind == CertificateKind.HOURS.value
    return (-(row.year or 0), hours, row.facts["serial"])
