"""Marks of parts and of the whole: what one says of the other, and the hours that follow."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.attendance import (
    PRESENT,
    UNRECORDED,
    AttendanceStatus,
    LeaveReason,
    Mark,
)
from jz_training.domain.attendance_sheet import rows_of_part
from jz_training.domain.hours import Course, HoursRule, Span, credit
from jz_training.domain.parts import TrainingPart, spread, whole_mark
from jz_training.domain.tally import tally
from jz_training.domain.training import TrainingForm
from tests.factories import attendee, identity

Status = AttendanceStatus
ABSENT = Mark(status=Status.ABSENT)
STAND_IN = Mark(status=Status.PRESENT, stand_in="李明")

marks = st.builds(
    Mark,
    status=st.sampled_from(Status),
    minutes=st.none() | st.integers(1, 300),
    stand_in=st.sampled_from(["", "李明"]),
)


def a_part(number: int, *, hour: int, hours: int = 3) -> TrainingPart:
    start = datetime(2026, 11, 25, hour)
    end = start + timedelta(hours=hours)
    return TrainingPart(id=identity(number, kind=8), name=f"第{number}节", start=start, end=end)


DAY = (a_part(1, hour=9), a_part(2, hour=14, hours=2), a_part(3, hour=19, hours=1))


def course(**facts) -> Course:
    return Course(**({"form": TrainingForm.COURSE, "parts": DAY, "hours": Decimal(6)} | facts))


@pytest.mark.parametrize(
    "mark",
    [
        PRESENT,
        ABSENT,
        STAND_IN,
        Mark(status=Status.LATE, minutes=10),
        Mark(status=Status.EARLY),
        Mark(status=Status.ONLINE, minutes=100),
        Mark(status=Status.LEAVE, reason=LeaveReason.SICK),
        UNRECORDED,
    ],
)
@pytest.mark.parametrize("count", [1, 3])
def test_what_is_said_of_the_whole_is_what_its_parts_say(mark, count):
    assert whole_mark(spread(mark, count)) == mark


def test_somebody_late_was_late_for_the_first_part_only():
    said = spread(Mark(status=Status.LATE, minutes=10), 3)
    assert [mark.status for mark in said] == [Status.LATE, Status.PRESENT, Status.PRESENT]


@settings(max_examples=40)
@given(st.lists(st.lists(marks, min_size=3, max_size=3), max_size=8))
def test_the_identities_hold_for_every_part_and_for_the_whole(lines):
    rows = [
        attendee(n, mark=whole_mark(line), part_marks=tuple(line)) for n, line in enumerate(lines)
    ]
    for place in range(3):
        assert tally(rows_of_part(rows, place)).adds_up
    assert tally(rows).adds_up


@settings(max_examples=40)
@given(st.lists(marks, min_size=3, max_size=3), st.sampled_from([None, HoursRule(name="按课时")]))
def test_nobody_earns_more_than_the_training_is_worth(line, rule):
    whole = (
        Decimal(6)
        if rule is None
        else credit(rule, TrainingForm.COURSE, [Span(part.start, part.end) for part in DAY])
    )
    earned = course(rule=rule).earned(line)
    assert earned is None or Decimal(0) <= earned < whole


def test_hours_given_by_hand_are_shared_by_length():
    assert course().earned([PRESENT, ABSENT, PRESENT]) == Decimal(4)


def test_hours_of_a_rule_set_are_those_of_the_parts_attended():
    rule = HoursRule(name="半天 4 学时", half_day=Decimal(4))
    assert course(rule=rule).earned([PRESENT, ABSENT, ABSENT]) == Decimal(4)


@pytest.mark.parametrize("line", [[PRESENT] * 3, [ABSENT] * 3, [PRESENT, UNRECORDED, PRESENT]])
def test_only_who_missed_a_part_has_hours_of_their_own(line):
    assert course().earned(line) is None


def test_a_part_a_stand_in_came_to_earns_nothing_beside_ones_own():
    assert course().earned([STAND_IN, PRESENT, ABSENT]) == Decimal(2)
