"""Attendance from the paper, through the services, on a real database."""

from __future__ import annotations

from datetime import datetime

import pytest

from jz_training.domain.attendance import (
    PRESENT,
    AttendanceStatus,
    AttendeeRole,
    LeaveReason,
    Mark,
)
from jz_training.errors import (
    ListNotFrozen,
    NotFound,
    Refused,
    StillUnrecorded,
    TrainingIsCancelled,
    TrainingIsClosed,
)
from tests.services.stories import a_listed_training, a_training, some_people

ABSENT = Mark(status=AttendanceStatus.ABSENT)
LEAVE = Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.OFFICIAL)


def test_marks_are_counted_at_once(desk):
    training = a_listed_training(desk, people=5)
    desk.attendance.mark(training, {1: ABSENT, 2: LEAVE, 3: PRESENT})
    tally = desk.attendance.tally(training)
    assert (tally.expected, tally.present, tally.leave, tally.absent) == (5, 1, 1, 1)
    assert tally.unrecorded == 2
    assert tally.adds_up


def test_a_training_without_a_list_takes_no_marks(desk):
    some_people(desk, 3)
    with pytest.raises(ListNotFrozen):
        desk.attendance.mark(a_training(desk), {1: PRESENT})


def test_a_number_that_is_not_on_the_sheet_is_refused_and_nothing_is_recorded(desk):
    training = a_listed_training(desk, people=3)
    with pytest.raises(Refused) as refused:
        desk.attendance.mark(training, {1: PRESENT, 9: PRESENT})
    assert "第 9 号" in str(refused.value)
    assert desk.attendance.tally(training).unrecorded == 3


def test_the_rest_is_marked_without_touching_what_was_recorded(desk):
    training = a_listed_training(desk, people=4)
    desk.attendance.mark(training, {2: ABSENT})
    assert desk.attendance.mark_rest(training, PRESENT) == 3
    assert desk.attendance.sheet(training).rows[1].mark == ABSENT


def test_a_mark_keeps_only_what_belongs_to_its_status(desk):
    training = a_listed_training(desk, people=1)
    odd = Mark(status=AttendanceStatus.ABSENT, reason=LeaveReason.SICK, minutes=10, stand_in="李明")
    desk.attendance.mark(training, {1: odd})
    assert desk.attendance.sheet(training).rows[0].mark == ABSENT


def test_a_stand_in_counts_for_the_unit_and_not_for_the_person(desk):
    training = a_listed_training(desk, people=2)
    stand_in = Mark(status=AttendanceStatus.PRESENT, stand_in="李明")
    desk.attendance.mark(training, {1: stand_in, 2: PRESENT})
    summary = desk.summaries.of_training(training)
    assert summary.tally.present == 2
    assert summary.tally.stand_ins == 1
    assert sum(group.persons.part for group in summary.by_unit) == 1


def test_a_walk_in_stands_after_the_list_and_outside_the_expected(desk):
    training = a_listed_training(desk, people=2)
    desk.attendance.add_walk_in(training, name="赵 来", unit="印染车间")
    sheet = desk.attendance.sheet(training)
    assert [row.name for row in sheet.others] == ["赵来"]
    assert sheet.others[0].number == 3
    tally = desk.attendance.tally(training)
    assert (tally.expected, tally.others) == (2, 1)


def test_an_expected_person_cannot_be_removed_like_a_walk_in(desk):
    training = a_listed_training(desk, people=1)
    with pytest.raises(NotFound):
        desk.attendance.remove_other(training, desk.attendance.sheet(training).rows[0].id)


def test_a_removed_walk_in_is_counted_no_more(desk):
    training = a_listed_training(desk, people=1)
    guest = desk.attendance.add_walk_in(training, name="赵来", role=AttendeeRole.OBSERVER)
    desk.attendance.remove_other(training, guest)
    assert desk.attendance.tally(training).others == 0


def test_a_training_with_unrecorded_lines_cannot_be_closed(desk):
    training = a_listed_training(desk, people=3)
    desk.attendance.mark(training, {1: PRESENT})
    with pytest.raises(StillUnrecorded) as error:
        desk.attendance.close(training)
    assert error.value.count == 2


def test_a_closed_training_refuses_new_marks(desk):
    training = a_listed_training(desk, people=2)
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    with pytest.raises(TrainingIsClosed):
        desk.attendance.mark(training, {1: ABSENT})


def test_a_closed_training_adds_up_without_unrecorded(desk):
    training = a_listed_training(desk, people=6)
    desk.attendance.mark(training, {1: ABSENT, 2: LEAVE})
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    tally = desk.attendance.tally(training)
    assert tally.expected == tally.present + tally.leave + tally.absent


def test_reopening_needs_a_reason_and_the_reason_is_logged(desk):
    training = a_listed_training(desk, people=1)
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    with pytest.raises(Refused):
        desk.attendance.reopen(training, reason="  ")
    desk.attendance.reopen(training, reason="漏记一人")
    assert "漏记一人" in desk.history.acts()[0].subject
    desk.attendance.mark(training, {1: ABSENT})


def test_a_cancelled_training_takes_no_marks_and_counts_nowhere(desk):
    training = a_listed_training(desk, people=2)
    desk.attendance.mark_rest(training, PRESENT)
    desk.trainings.cancel(training, reason="改期")
    with pytest.raises(TrainingIsCancelled):
        desk.attendance.mark(training, {1: ABSENT})
    day = datetime(2026, 11, 20).date()
    assert desk.summaries.of_period(day, day).persons.part == 0
    assert desk.check() == ()
