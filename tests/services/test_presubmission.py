"""What would embarrass in a report is found before it is handed in."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from jz_training.domain.attendance import PRESENT, AttendanceStatus, Mark
from jz_training.domain.presubmission import Concern, ConcernKind
from jz_training.errors import NotFound
from jz_training.services.desk import Desk
from tests.services.notices import EVENT, reading
from tests.services.stories import a_listed_training

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def training(desk: Desk):
    """Return a training of five people that is over and closed."""
    training = a_listed_training(desk)
    desk.attendance.mark(training, {1: Mark(status=AttendanceStatus.ABSENT)})
    desk.attendance.mark_rest(training, PRESENT)
    return training


def _kinds(found: tuple[Concern, ...]) -> set[ConcernKind]:
    return {one.kind for one in found}


def test_a_training_with_unrecorded_lines_must_be_finished(desk: Desk) -> None:
    training = a_listed_training(desk)
    found = desk.presubmission.concerns(FIRST, LAST)
    unrecorded = next(one for one in found if one.kind is ConcernKind.UNRECORDED)
    assert (unrecorded.training_id, unrecorded.number) == (training, 5)
    assert ConcernKind.NOT_CLOSED not in _kinds(found)


def test_a_recorded_training_wants_closing_and_its_signed_sheet(desk: Desk, training) -> None:
    assert _kinds(desk.presubmission.concerns(FIRST, LAST)) == {
        ConcernKind.NOT_CLOSED,
        ConcernKind.NO_SHEET,
    }
    desk.attendance.close(training)
    assert _kinds(desk.presubmission.concerns(FIRST, LAST)) == {ConcernKind.NO_SHEET}


def test_a_training_to_come_is_no_concern(desk: Desk) -> None:
    start = datetime(2026, 12, 1, 9)
    a_listed_training(desk, people=3, start=start, end=start.replace(hour=11))
    assert desk.presubmission.concerns(FIRST, LAST) == ()


def test_the_duties_of_the_notice_asked_about_are_told(desk: Desk, tmp_path) -> None:
    source = tmp_path / "通知.txt"
    source.write_text("通知", encoding="utf-8")
    notice = desk.notices.add(reading(event=EVENT), source=source)
    found = desk.presubmission.concerns(FIRST, LAST, notice_id=notice)
    assert {one.notice_id for one in found} == {notice}
    assert _kinds(found) <= {ConcernKind.NO_EVIDENCE, ConcernKind.DUTY_OVERDUE}


def test_a_figure_changed_after_the_report_is_told_and_an_undone_report_is_not(
    desk: Desk, training
) -> None:
    desk.attendance.close(training)
    desk.reports.hand_in(title="情况报告", first=FIRST, last=LAST)
    assert ConcernKind.CHANGED not in _kinds(desk.presubmission.concerns(FIRST, LAST))
    desk.attendance.reopen(training, reason="更正")
    desk.attendance.mark(training, {1: PRESENT})
    found = desk.presubmission.concerns(FIRST, LAST)
    changed = next(one.changed for one in found if one.kind is ConcernKind.CHANGED)
    assert changed is not None
    assert changed.counts == ("present", "absent")


def test_a_closed_training_counts_as_reported_once_its_days_were(desk: Desk, training) -> None:
    desk.attendance.close(training)
    assert desk.gates.gate(training).reported_on is None
    report = desk.reports.hand_in(title="情况报告", first=FIRST, last=LAST)
    assert desk.gates.gate(training).reported_on == desk.now().date()
    desk.reports.remove(report)
    assert desk.gates.gate(training).reported_on is None
    desk.history.undo_last()
    assert desk.reports.last() is not None


def test_a_report_that_is_gone_cannot_be_removed(desk: Desk, training) -> None:
    with pytest.raises(NotFound):
        desk.reports.remove(training)
