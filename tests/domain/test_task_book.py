"""The state of a duty follows from its evidence and its gaps; the book counts states."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from jz_training.domain.evidence import Evidence, EvidenceKind
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.task_book import (
    DutyState,
    Finding,
    Gap,
    GapCode,
    TaskBook,
    duty_of,
    in_time,
    state_of,
)
from tests.domain.duties import TODAY, duty
from tests.factories import identity

GAP = (Gap(code=GapCode.NO_EVIDENCE),)


def proof(number: int, *, day: date | None = TODAY, done: bool = True) -> Evidence:
    """Return a piece of evidence."""
    return Evidence(
        kind=EvidenceKind.DOCUMENT, id=identity(number), title=f"{number}", day=day, done=done
    )


@pytest.mark.parametrize(
    ("finding", "state"),
    [
        (Finding(gaps=GAP), DutyState.NOT_BEGUN),
        (Finding(gaps=GAP, evidence=(proof(1, done=False),)), DutyState.PLANNED),
        (Finding(gaps=GAP, evidence=(proof(1, done=False), proof(2))), DutyState.PARTLY),
        (Finding(evidence=(proof(1),)), DutyState.MET),
    ],
)
def test_the_state_is_told_by_gaps_and_evidence(finding: Finding, state: DutyState) -> None:
    assert state_of(duty(ObligationKind.OTHER), finding) is state


def test_a_report_before_everything_is_there_does_not_settle_a_duty() -> None:
    reported = duty(ObligationKind.OTHER, reported_on=TODAY)
    assert state_of(reported, Finding(gaps=GAP)) is DutyState.NOT_BEGUN
    assert state_of(reported, Finding(evidence=(proof(1),))) is DutyState.REPORTED


def test_evidence_is_shown_once_and_in_order_of_time() -> None:
    early, undated = proof(1, day=TODAY - timedelta(days=3)), proof(2, day=None)
    found = in_time([undated, proof(3), early, proof(3)])
    assert [one.title for one in found] == ["1", "3", "2"]


def test_a_duty_is_overdue_the_day_after() -> None:
    row = duty(ObligationKind.OTHER, due=TODAY)
    open_duty, settled = duty_of(row, Finding(gaps=GAP)), duty_of(row, Finding())
    assert not open_duty.overdue(TODAY)
    assert open_duty.overdue(TODAY + timedelta(days=1))
    assert not settled.overdue(TODAY + timedelta(days=1))


def test_the_units_own_day_counts_when_it_is_earlier() -> None:
    own = TODAY - timedelta(days=1)
    assert duty_of(duty(ObligationKind.OTHER, due=TODAY, own_due=own), Finding(gaps=GAP)).overdue(
        TODAY
    )
    assert not duty_of(duty(ObligationKind.OTHER), Finding(gaps=GAP)).overdue(date.max)


def test_the_book_counts_its_duties_by_state() -> None:
    duties = tuple(
        duty_of(duty(ObligationKind.OTHER, number=number), finding)
        for number, finding in enumerate([Finding(), Finding(gaps=GAP), Finding(gaps=GAP)])
    )
    book = TaskBook(title="", issuer="", number="", organiser="", as_of=TODAY, duties=duties)
    assert book.count(DutyState.MET) == 1
    assert book.count(DutyState.NOT_BEGUN, DutyState.MET) == 3
