"""Between the stored certificates and the domain's."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from jz_training.domain.certificate import (
    Certificate,
    CertificateFacts,
    CertificateKind,
    CertifiedTraining,
)
from jz_training.storage.paper_tables import Certificate as CertificateRow

_TEXTS = ("name", "unit", "post", "title", "organiser", "issuer")


def certificate_of(row: CertificateRow) -> Certificate:
    """Return a certificate as it was issued."""
    return Certificate(
        id=row.id,
        kind=CertificateKind(row.kind),
        number=row.number,
        code=row.code,
        person_id=row.person_id,
        training_id=row.training_id,
        year=row.year or row.issued_on.year,
        facts=facts_of(row.facts),
        issued_on=row.issued_on,
        withdrawn_on=row.withdrawn_on,
        reason=row.reason,
    )


def facts_json(facts: CertificateFacts, *, serial: int) -> dict[str, Any]:
    """Return what was printed as it is stored, with the serial number it had."""
    return {
        **{name: getattr(facts, name) for name in _TEXTS},
        "first": facts.first.isoformat(),
        "last": facts.last.isoformat(),
        "hours": _text(facts.hours),
        "trainings": [_training_json(training) for training in facts.trainings],
        "serial": serial,
    }


def facts_of(stored: dict[str, Any]) -> CertificateFacts:
    """Return what was printed."""
    return CertificateFacts(
        **{name: stored[name] for name in _TEXTS},
        first=date.fromisoformat(stored["first"]),
        last=date.fromisoformat(stored["last"]),
        hours=_decimal(stored["hours"]),
        trainings=tuple(_training_of(one) for one in stored["trainings"]),
    )


def _training_json(training: CertifiedTraining) -> dict[str, Any]:
    return {
        "training": training.training_id.hex,
        "title": training.title,
        "first": training.first.isoformat(),
        "last": training.last.isoformat(),
        "hours": _text(training.hours),
        "online": training.online,
        "made_up": training.made_up,
    }


def _training_of(stored: dict[str, Any]) -> CertifiedTraining:
    return CertifiedTraining(
        training_id=UUID(hex=stored["training"]),
        title=stored["title"],
        first=date.fromisoformat(stored["first"]),
        last=date.fromisoformat(stored["last"]),
        hours=_decimal(stored["hours"]),
        online=stored["online"],
        made_up=stored["made_up"],
    )


def _text(hours: Decimal | None) -> str | None:
    return None if hours is None else str(hours)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
