"""What is asked before attendance is recorded or corrected."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from jz_training.domain.attendance import PRESENT
from jz_training.domain.obligation import ObligationDraft, ObligationKind
from jz_training.labels import reported_words
from tests.services.notices import reading
from tests.services.stories import a_listed_training


def test_a_training_far_away_is_asked_about_until_something_is_recorded(desk, clock):
    start = clock.time + timedelta(days=3)
    training = a_listed_training(desk, people=2, start=start, end=start + timedelta(hours=1))
    assert timedelta(days=2) < (desk.gates.gate(training).far or timedelta(0))
    desk.attendance.mark(training, {1: PRESENT})
    assert desk.gates.gate(training).far is None


@pytest.mark.parametrize(
    ("on", "found"), [(date(2026, 11, 19), None), (date(2026, 11, 20), date(2026, 11, 20))]
)
def test_a_closed_training_is_reported_with_the_report_of_its_notice(desk, on, found):
    notice = desk.notices.add(reading())
    asked = ObligationDraft(kind=ObligationKind.REPORT, phrase="及时报送")
    report = desk.obligations.add(notice, asked)
    start = datetime(2026, 11, 20, 15)
    training = a_listed_training(
        desk, people=1, notice_id=notice, start=start, end=start + timedelta(hours=1)
    )
    desk.obligations.report(report, on)
    desk.attendance.mark_rest(training, PRESENT)
    assert desk.gates.gate(training).reported_on is None
    desk.attendance.close(training)
    gate = desk.gates.gate(training)
    assert (gate.is_closed, gate.reported_on) == (True, found)
    assert ("重新报送" in reported_words(gate, now=start)) == (found is not None)
