"""Who may be given a certificate: lines become persons, and persons become facts to print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import takewhile
from uuid import UUID

from jz_training.domain.certificate import (
    Certificate,
    CertificateCandidate,
    CertificateFacts,
    CertifiedTraining,
)
from jz_training.domain.certificate_ground import (
    CertificateRefusal,
    CertificateRule,
    StudyLine,
    certified_hours,
    refusal_of,
)
from jz_training.domain.roster import PersonRow

#: A common beginning shorter than this names nothing.
SHORTEST_TITLE = 4
_HANGING = "（(【[《“第 　·-—、，"


@dataclass(frozen=True, slots=True)
class Student:
    """One person with their lines at the trainings that one certificate is about."""

    lines: tuple[StudyLine, ...]

    @property
    def person_id(self) -> UUID | None:
        """Return who it is; None for somebody who is nobody of the roster."""
        return self.lines[0].person_id

    def good(self, rule: CertificateRule) -> list[StudyLine]:
        """Return the lines that give a right to a certificate."""
        return [line for line in self.lines if refusal_of(line, rule) is None]

    def refusal(self, rule: CertificateRule) -> CertificateRefusal | None:
        """Return why nothing is issued: the first line of a whole course that stands against it."""
        found = [refusal_of(line, rule) for line in self.lines]
        if set(found) == {CertificateRefusal.NOT_STUDYING}:
            return CertificateRefusal.NOT_STUDYING
        against = [one for one in found if one not in (None, CertificateRefusal.NOT_STUDYING)]
        return against[0] if against else None

    def trainings(self, rule: CertificateRule) -> tuple[CertifiedTraining, ...]:
        """Return the trainings that are certified, by time."""
        return tuple(_certified(line, rule) for line in self.good(rule))


def students(lines: Iterable[StudyLine]) -> list[Student]:
    """Put the lines of each person together, in the order in which the persons first stand."""
    found: dict[object, list[StudyLine]] = {}
    for number, line in enumerate(lines):
        found.setdefault(line.person_id or number, []).append(line)
    return [Student(tuple(each)) for each in found.values()]


def candidate(student: Student, rule: CertificateRule, *, issued: str) -> CertificateCandidate:
    """Return a student of a training or course as offered; `issued` is a number given already."""
    refusal = CertificateRefusal.ISSUED if issued else student.refusal(rule)
    return _candidate(student, student.trainings(rule), refusal=refusal, issued=issued)


def hours_candidate(
    student: Student, rule: CertificateRule, given: Certificate | None
) -> CertificateCandidate:
    """Return a person as offered for a proof of hours; what was missed is left out of it.

    `given` is the proof of this period the person has: another one needs other hours.
    """
    trainings = student.trainings(rule)
    hours, refusal, issued = hours_of(trainings), None, ""
    if not hours:
        refusal = CertificateRefusal.NOTHING
    elif given is not None and given.facts.hours == hours:
        refusal, issued = CertificateRefusal.ISSUED, given.number
    return _candidate(student, trainings, refusal=refusal, issued=issued)


def nothing(person: PersonRow) -> CertificateCandidate:
    """Return a person who was on no list of the period."""
    return CertificateCandidate(
        person_id=person.id,
        name=person.name,
        unit=person.unit,
        post=person.post,
        hours=None,
        made_up=False,
        refusal=CertificateRefusal.NOTHING,
    )


def _candidate(
    student: Student,
    trainings: Sequence[CertifiedTraining],
    *,
    refusal: CertificateRefusal | None,
    issued: str,
) -> CertificateCandidate:
    first = student.lines[0]
    return CertificateCandidate(
        person_id=first.person_id,
        name=first.name,
        unit=first.unit,
        post=first.post,
        hours=hours_of(trainings),
        made_up=any(training.made_up for training in trainings),
        refusal=refusal,
        issued=issued,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OfPaper:
    """What all certificates of one act say; without a period, from the first day attended on."""

    title: str
    organiser: str
    issuer: str
    period: tuple[date, date] | None = None


def facts(student: Student, rule: CertificateRule, paper: OfPaper) -> CertificateFacts:
    """Return what is printed for a student with a right to it."""
    line, trainings = student.lines[0], student.trainings(rule)
    first, last = paper.period or (
        trainings[0].first,
        max(training.last for training in trainings),
    )
    return CertificateFacts(
        name=line.name,
        unit=line.unit,
        post=line.post,
        title=paper.title,
        first=first,
        last=last,
        hours=hours_of(trainings),
        organiser=paper.organiser,
        issuer=paper.issuer,
        trainings=trainings,
    )


def hours_of(trainings: Sequence[CertifiedTraining]) -> Decimal | None:
    """Return the hours of trainings together; None when none of them has any."""
    known = [training.hours for training in trainings if training.hours is not None]
    return sum(known, start=Decimal(0)) if known else None


def common_title(titles: Sequence[str]) -> str:
    """Return what several trainings of one course are called, without what tells them apart."""
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*titles, strict=False))
    common = "".join(signs[0] for signs in alike).rstrip(_HANGING)
    whole = len(set(titles)) == 1
    return titles[0] if whole or len(common) < SHORTEST_TITLE else common


def _certified(line: StudyLine, rule: CertificateRule) -> CertifiedTraining:
    return CertifiedTraining(
        training_id=line.training_id,
        title=line.title,
        first=line.start.date(),
        last=line.end.date(),
        hours=certified_hours(line, rule),
        online=line.online,
        made_up=line.made_up and rule.with_made_up,
    )
