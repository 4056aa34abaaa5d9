"""What a certificate rests on: real attendance, line by line, and nothing else.

Only closed trainings count. Whoever came has a right to one, online too where it was enough; who
was on leave or absent has not, unless it was made up and the office allows that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from jz_training.domain.attendance import MISSED, STUDIED, AttendanceStatus, AttendeeRole


class CertificateRefusal(StrEnum):
    """Why somebody gets no certificate; `labels` has the words."""

    NOT_CLOSED = "not_closed"
    NOT_STUDYING = "not_studying"  # 列席、工作人员、授课人
    NO_PERSON = "no_person"  # a guest who is nobody of the roster yet
    STAND_IN = "stand_in"
    UNRECORDED = "unrecorded"
    LEAVE = "leave"
    ABSENT = "absent"
    MADE_UP = "made_up"  # made up, which the office does not count here
    NO_HOURS = "no_hours"
    NOTHING = "nothing"  # no training of the period
    ISSUED = "issued"


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyLine:
    """A line of a training's list with all that decides what its person can be certified.

    `hours` are the training's, `earned` the line's own where parts were missed; `made_up_hours`
    are those of a make-up that is done.
    """

    training_id: UUID
    title: str
    start: datetime
    end: datetime
    organiser: str
    closed: bool
    person_id: UUID | None
    name: str
    unit: str
    post: str
    role: AttendeeRole
    status: AttendanceStatus
    stand_in: bool
    hours: Decimal | None
    earned: Decimal | None
    made_up: bool
    made_up_hours: Decimal

    @property
    def online(self) -> bool:
        """Tell whether the person was there online."""
        return self.status is AttendanceStatus.ONLINE


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRule:
    """What an office allows: make-ups, and whether 代会 counts for who sent the stand-in."""

    with_made_up: bool
    stand_in_counts: bool


def refusal_of(line: StudyLine, rule: CertificateRule) -> CertificateRefusal | None:
    """Return why a line gives no right to a certificate; None: it does."""
    if not line.closed:
        return CertificateRefusal.NOT_CLOSED
    if line.role not in STUDIED:
        return CertificateRefusal.NOT_STUDYING
    if line.person_id is None:
        return CertificateRefusal.NO_PERSON
    return _refusal_of_came(line, rule) if line.status.came else _refusal_of_missed(line, rule)


def certified_hours(line: StudyLine, rule: CertificateRule) -> Decimal | None:
    """Return the hours a line with a right to a certificate is worth; None: there are none."""
    came = line.status.came
    own = (line.hours if line.earned is None else line.earned) if came else None
    if rule.with_made_up and line.made_up:
        own = (own or Decimal(0)) + line.made_up_hours
    return own if own or line.hours else None


def _refusal_of_came(line: StudyLine, rule: CertificateRule) -> CertificateRefusal | None:
    if line.stand_in and not rule.stand_in_counts:
        return CertificateRefusal.STAND_IN
    nothing = line.earned is not None and not certified_hours(line, rule)
    return CertificateRefusal.NO_HOURS if nothing and line.hours else None


def _refusal_of_missed(line: StudyLine, rule: CertificateRule) -> CertificateRefusal | None:
    if line.status not in MISSED:
        return CertificateRefusal.UNRECORDED
    if line.made_up:
        return None if rule.with_made_up else CertificateRefusal.MADE_UP
    if line.status is AttendanceStatus.LEAVE:
        return CertificateRefusal.LEAVE
    return CertificateRefusal.ABSENT
