"""Certificates (培训证书) and proofs of hours (学时证明): what is printed, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from jz_training.domain.certificate_ground import CertificateRefusal


class CertificateKind(StrEnum):
    """A certificate is of one training or course, a proof of all trainings of a period."""

    TRAINING = "training"
    HOURS = "hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedTraining:
    """A training that a certificate rests on. `hours` None: the training has none."""

    training_id: UUID
    title: str
    first: date
    last: date
    hours: Decimal | None
    online: bool = False
    made_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFacts:
    """What was printed; it stays so whatever becomes of the person or the training.

    No ID number (domain.md §2, §6). `title` is what was attended, empty on a proof of hours, whose
    `first` and `last` are the period. `organiser` held the training, `issuer` signs.
    """

    name: str
    unit: str
    post: str
    title: str
    first: date
    last: date
    hours: Decimal | None
    organiser: str
    issuer: str
    trainings: tuple[CertifiedTraining, ...]

    @property
    def made_up(self) -> bool:
        """Tell whether something in it was made up later (含补学)."""
        return any(training.made_up for training in self.trainings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """One certificate as issued. `code` is the verify code without dashes.

    `ground_lost`: attendance was corrected since, and no longer says what the paper says.
    """

    id: UUID
    kind: CertificateKind
    number: str
    code: str
    person_id: UUID
    training_id: UUID | None
    year: int
    facts: CertificateFacts
    issued_on: date
    withdrawn_on: date | None = None
    reason: str = ""
    ground_lost: bool = False

    @property
    def withdrawn(self) -> bool:
        """Tell whether it counts no more."""
        return self.withdrawn_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateCandidate:
    """Who may be given one: `refusal` says why not; `issued` is the number of one given already.

    `hours` are what it would say, `made_up` that make-ups are in it.
    """

    person_id: UUID | None
    name: str
    unit: str
    post: str
    hours: Decimal | None
    made_up: bool
    refusal: CertificateRefusal | None
    issued: str = ""

    @property
    def entitled(self) -> bool:
        """Tell whether one can be issued now."""
        return self.refusal is None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRegister:
    """The register of certificates given out (证书发放登记表), in the order of their numbers."""

    issuer: str
    as_of: date
    certificates: tuple[Certificate, ...]
