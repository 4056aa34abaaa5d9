"""Putting certificates on record: their numbers, their verify codes, what was printed."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.certificate import CertificateFacts, CertificateKind
from jz_training.domain.certificate_code import CHANCE_BITS, verify_code
from jz_training.errors import Refused
from jz_training.services.certificate_candidates import Student
from jz_training.services.certificate_rows import facts_json
from jz_training.services.certificate_serials import Serials
from jz_training.services.settings import Settings
from jz_training.storage.paper_tables import Certificate
from jz_training.storage.store import Store

Chance = Callable[[], int]


def chance() -> int:
    """Return as many bits as a verify code holds, from the system's source of secrets."""
    return secrets.randbits(CHANCE_BITS)


class Issuing:
    """Issues certificates within one act."""

    def __init__(self, store: Store, db: Session, settings: Settings, chance: Chance) -> None:
        self._store = store
        self._db = db
        self._settings = settings
        self._chance = chance

    def put(
        self,
        printed: Sequence[tuple[Student, CertificateFacts]],
        *,
        issued_on: date,
        training_id: UUID | None,
    ) -> tuple[UUID, ...]:
        """Store certificates of a training, or without one proofs of hours, and return their ids.

        Raises Refused (nobody_chosen, in_future, before_training).
        """
        self._check(issued_on, [said for _, said in printed])
        kind = CertificateKind.HOURS if training_id is None else CertificateKind.TRAINING
        serials = Serials(self._store, self._db, self._settings, kind=kind, year=issued_on.year)
        made = []
        for student, said in printed:
            serial, number = serials.next()
            row = Certificate(
                kind=kind.value,
                number=number,
                code=self._new_code(),
                person_id=student.person_id,
                training_id=training_id,
                year=issued_on.year,
                facts=facts_json(said, serial=serial),
                issued_on=issued_on,
                withdrawn_on=None,
            )
            self._db.add(row)
            made.append(row.id)
        serials.keep()
        return tuple(made)

    def _check(self, issued_on: date, said: Sequence[CertificateFacts]) -> None:
        if not said:
            raise Refused("people", "nobody_chosen")
        if issued_on > self._store.now().date():
            raise Refused("issued_on", "in_future")
        last = max(training.last for one in said for training in one.trainings)
        if issued_on < last:
            day = f"{last.year}年{last.month}月{last.day}日"
            raise Refused("issued_on", "before_training", day=day)

    def _new_code(self) -> str:
        while True:
            code = verify_code(self._chance())
            if self._db.scalar(select(Certificate.id).where(Certificate.code == code)) is None:
                return code
