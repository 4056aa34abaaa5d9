"""The next number of a certificate: one series for each kind and year, none ever used twice.

How far a series has come stands beside the settings, outside the change log: taking an issue back
takes back the certificates, not the numbers, for the paper may be in somebody's hands.
"""

from __future__ import annotations

from typing import cast

from sqlalchemy import Table, insert, select, update
from sqlalchemy.orm import Session

from jz_training.domain.certificate import CertificateKind
from jz_training.domain.certificate_number import certificate_number
from jz_training.domain.ids import new_id
from jz_training.services.settings import Settings
from jz_training.storage.paper_tables import Certificate
from jz_training.storage.store import Store
from jz_training.storage.tables import Setting

_SETTINGS = cast(Table, Setting.__table__)


class Serials:
    """Gives out numbers within one act; `keep` stores how far they have come."""

    def __init__(
        self, store: Store, db: Session, settings: Settings, *, kind: CertificateKind, year: int
    ) -> None:
        self._store = store
        self._db = db
        self._pattern = settings.certificate_pattern
        self._kind = kind
        self._year = year
        self._key = f"certificate_serial.{kind.value}.{year}"
        stored = db.scalar(select(Setting.value).where(Setting.key == self._key))
        self._known = stored is not None
        self._last = int(stored or 0)

    def next(self) -> tuple[int, str]:
        """Return the next serial number and the number it makes; numbers given out are skipped."""
        while True:
            self._last += 1
            number = certificate_number(
                self._pattern, kind=self._kind, year=self._year, serial=self._last
            )
            taken = select(Certificate.id).where(Certificate.number == number)
            if self._db.scalar(taken) is None:
                return self._last, number

    def keep(self) -> None:
        """Store how far the series has come, so that an undo does not take it back."""
        stamp, text = self._store.stamp(), str(self._last)
        if self._known:
            where = update(_SETTINGS).where(_SETTINGS.c.key == self._key)
            self._db.execute(where.values(value=text, changed_at=stamp))
            return
        values = {"id": new_id(), "version": 1, "key": self._key, "value": text}
        self._db.execute(insert(_SETTINGS).values(**values, created_at=stamp, changed_at=stamp))
