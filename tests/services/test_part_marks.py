"""Attendance of trainings of several parts, through the services, on a real database."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from jz_training.domain.attendance import PRESENT, UNRECORDED, AttendanceStatus, LeaveReason, Mark
from jz_training.domain.attendance_sheet import rows_of_part
from jz_training.domain.hours import HoursRule
from jz_training.domain.parts import TrainingPart
from jz_training.domain.tally import tally
from jz_training.errors import NotFound, Refused, StillUnrecorded
from jz_training.storage.tables import PersonTally
from tests.factories import identity
from tests.services.stories import a_listed_training

Status = AttendanceStatus
ABSENT = Mark(status=Status.ABSENT)
LEAVE = Mark(status=Status.LEAVE, reason=LeaveReason.SICK)
MORNING = TrainingPart(
    id=identity(1, kind=8), name="上午",
    start=datetime(2026, 11, 25, 9), end=datetime(2026, 11, 25, 12),
)  # fmt: skip
AFTERNOON = TrainingPart(
    id=identity(2, kind=8), name="下午",
    start=datetime(2026, 11, 25, 14), end=datetime(2026, 11, 25, 17),
)  # fmt: skip


@pytest.fixture
def course(desk):
    return a_listed_training(desk, people=3, parts=(MORNING, AFTERNOON), hours=Decimal(6))


def line(desk, course, number=1):
    return desk.attendance.sheet(course).rows[number - 1]


def change(desk, course, **facts):
    view = desk.trainings.get(course)
    desk.trainings.change(course, version=view.version, draft=replace(view.draft, **facts))


def hours_of_first(desk, course, *, year=2026):
    person = line(desk, course).person_id
    with desk._workspace.store.read() as db:
        counted = db.get(PersonTally, (person, year))
        return None if counted is None else counted.hours


def test_a_mark_of_one_part_leaves_the_whole_unrecorded(desk, course):
    desk.attendance.mark(course, {1: PRESENT}, part_id=MORNING.id)
    assert line(desk, course).part_marks == (PRESENT, UNRECORDED)
    assert line(desk, course).mark == UNRECORDED
    with pytest.raises(StillUnrecorded):
        desk.attendance.close(course)


def test_a_mark_of_the_whole_is_said_of_every_part(desk, course):
    desk.attendance.mark(course, {1: LEAVE})
    assert line(desk, course).part_marks == (LEAVE, LEAVE)


def test_who_missed_a_part_earns_the_hours_of_the_others(desk, course):
    desk.attendance.mark(course, {1: PRESENT})
    assert hours_of_first(desk, course) == Decimal(6)
    desk.attendance.mark(course, {1: LEAVE}, part_id=AFTERNOON.id)
    assert (line(desk, course).mark, line(desk, course).hours) == (PRESENT, Decimal(3))
    assert hours_of_first(desk, course) == Decimal(3)


def test_other_hours_of_the_training_are_other_hours_of_everybody(desk, course):
    desk.attendance.mark(course, {1: PRESENT})
    desk.attendance.mark(course, {1: ABSENT}, part_id=MORNING.id)
    change(desk, course, hours=Decimal(8))
    assert hours_of_first(desk, course) == Decimal(4)
    change(desk, course, hours_rule=HoursRule(name="半天 4 学时", half_day=Decimal("2.5")))
    assert hours_of_first(desk, course) == Decimal("2.5")
    assert desk.check() == ()


def test_the_rest_of_a_part_is_marked_without_touching_the_others(desk, course):
    desk.attendance.mark(course, {1: ABSENT}, part_id=MORNING.id)
    assert desk.attendance.mark_rest(course, PRESENT, part_id=MORNING.id) == 2
    sheet = desk.attendance.sheet(course)
    morning, afternoon = (tally(rows_of_part(sheet.rows, place)) for place in range(2))
    assert (morning.present, morning.absent, afternoon.unrecorded) == (2, 1, 3)


def test_the_rest_of_the_whole_fills_what_is_unrecorded(desk, course):
    desk.attendance.mark(course, {1: ABSENT}, part_id=MORNING.id)
    assert desk.attendance.mark_rest(course, PRESENT) == 3
    assert line(desk, course).part_marks == (ABSENT, PRESENT)
    desk.attendance.close(course)
    assert desk.attendance.tally(course).present == 3


def test_a_part_with_marks_is_not_removed(desk, course):
    desk.attendance.mark(course, {1: PRESENT}, part_id=MORNING.id)
    with pytest.raises(Refused, match="上午"):
        change(desk, course, parts=(AFTERNOON,))
    change(desk, course, parts=(MORNING,))
    assert line(desk, course).mark == PRESENT


def test_a_line_marked_before_there_were_parts_keeps_its_mark_in_each(desk):
    training = a_listed_training(desk, people=2, start=MORNING.start, end=AFTERNOON.end)
    desk.attendance.mark(training, {1: ABSENT, 2: Mark(status=Status.LATE, minutes=5)})
    change(desk, training, parts=(MORNING, AFTERNOON))
    assert line(desk, training).part_marks == (ABSENT, ABSENT)
    assert line(desk, training, 2).part_marks == (Mark(status=Status.LATE, minutes=5), PRESENT)
    assert desk.check() == ()


def test_a_part_that_comes_later_is_to_be_recorded_yet(desk, course):
    desk.attendance.mark_rest(course, PRESENT)
    evening = replace(MORNING, id=identity(3, kind=8), name="晚上",
                      start=datetime(2026, 11, 25, 19), end=datetime(2026, 11, 25, 20))  # fmt: skip
    change(desk, course, parts=(MORNING, AFTERNOON, evening))
    assert desk.attendance.tally(course).unrecorded == 3
    desk.history.undo_last()
    assert desk.attendance.tally(course).present == 3


def test_hours_changed_before_a_mark_are_undone_under_it(desk, course):
    change(desk, course, hours=Decimal(10))
    act = desk.history.acts()[0].id
    desk.attendance.mark(course, {1: PRESENT})
    desk.attendance.mark(course, {1: ABSENT}, part_id=MORNING.id)
    desk.history.undo(act)
    assert hours_of_first(desk, course) == Decimal(3)


def test_a_part_marked_since_is_not_undone(desk):
    training = a_listed_training(desk, people=2, start=MORNING.start, end=AFTERNOON.end)
    change(desk, training, parts=(MORNING, AFTERNOON))
    act = desk.history.acts()[0].id
    desk.attendance.mark(training, {1: PRESENT}, part_id=MORNING.id)
    with pytest.raises(Refused, match="上午"):
        desk.history.undo(act)
    assert line(desk, training).part_marks == (PRESENT, UNRECORDED)


def test_somebody_who_walked_in_to_one_part_earns_that_part(desk, course):
    desk.attendance.add_walk_in(course, name="赵来", part_id=AFTERNOON.id)
    walked_in = desk.attendance.sheet(course).others[0]
    assert (walked_in.mark, walked_in.hours) == (PRESENT, Decimal(3))


def test_a_list_marked_in_one_part_keeps_its_numbers(desk, course):
    desk.attendance.mark(course, {1: PRESENT}, part_id=MORNING.id)
    assert not desk.lists.can_renumber(course)


def test_minutes_online_are_kept(desk, course):
    desk.attendance.mark(course, {1: Mark(status=Status.ONLINE, minutes=51)})
    assert line(desk, course).mark.minutes == 51


def test_an_unknown_part_is_told(desk, course):
    with pytest.raises(NotFound, match="课次"):
        desk.attendance.mark(course, {1: PRESENT}, part_id=identity(9, kind=8))


def test_a_move_to_another_year_moves_the_hours(desk, course):
    desk.attendance.mark(course, {1: PRESENT})
    view = desk.trainings.get(course)
    start = view.draft.start + timedelta(days=60)
    desk.trainings.move(course, version=view.version, start=start, end=start)
    assert (hours_of_first(desk, course), hours_of_first(desk, course, year=2027)) == (None, 6)
    assert desk.check() == ()
