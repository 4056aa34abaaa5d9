"""The file of a person: its lines, sums and standing are those a count by hand gives."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from jz_training.domain.attendance import AttendanceStatus, LeaveReason, Mark
from jz_training.domain.hours import HoursRequirement
from jz_training.domain.make_up import MakeUpDraft, MakeUpForm
from jz_training.domain.reach import Standing
from jz_training.domain.statistics import StatisticsFilter
from jz_training.errors import NotFound
from tests.factories import identity
from tests.services.stories import a_training, some_people

Status = AttendanceStatus
DAYS = (
    (datetime(2025, 12, 30, 9), Mark(status=Status.PRESENT)),
    (datetime(2026, 3, 2, 9), Mark(status=Status.PRESENT)),
    (datetime(2026, 4, 2, 9), Mark(status=Status.ONLINE)),
    (datetime(2026, 5, 2, 9), Mark(status=Status.LEAVE, reason=LeaveReason.SICK)),
    (datetime(2026, 6, 2, 9), Mark(status=Status.ABSENT)),
    (datetime(2026, 7, 2, 9), Mark(status=Status.PRESENT, stand_in="李明")),
    (datetime(2026, 12, 2, 9), None),
)
#: A requirement: name, hours, years, online.
WANTED = (("一年", 8, 1, False), ("两年", 8, 2, False), ("网络", 2, 1, True))


@pytest.fixture
def person(desk):
    """Return somebody with a training of every kind, two hours each; one is made up."""
    some_people(desk, 3)
    for start, mark in DAYS:
        training = a_training(
            desk, start=start, end=start.replace(hour=11), hours=Decimal(2), title=f"{start:%m}月"
        )
        desk.lists.freeze(training)
        if mark is not None:
            desk.attendance.mark(training, {1: mark, 2: Mark(status=Status.PRESENT)})
        if mark is not None and mark.status is Status.LEAVE:
            line = desk.attendance.sheet(training).rows[0]
            draft = MakeUpDraft(form=MakeUpForm.RECORDING, done_on=date(2026, 5, 9))
            desk.make_ups.record((line.id,), draft)
    return line.person_id


def test_the_lines_are_those_of_the_year_that_were_held(desk, person):
    file = desk.person_files.of(person, 2026)
    assert [line.start.month for line in file.lines] == [3, 4, 5, 6, 7]
    assert desk.person_files.years((person,)) == (2026, 2025)


def test_the_sums_are_those_of_a_count_by_hand(desk, person):
    sums = desk.person_files.of(person, 2026).sums
    assert (sums.expected, sums.present, sums.stood_in) == (5, 2, 1)
    assert (sums.leave, sums.absent, sums.unrecorded, sums.made_up) == (1, 1, 0, 1)
    assert (sums.hours, sums.online_hours, sums.made_up_hours, sums.all_hours) == (4, 2, 2, 6)


def test_the_sums_are_those_of_the_statistics(desk, person):
    year = StatisticsFilter(start=date(2026, 1, 1), end=date(2026, 12, 31))
    reach = {row.person_id: row for row in desk.statistics.people(year)}
    for file in desk.person_files.of_people(tuple(reach), 2026):
        sums, counted = file.sums, reach[file.person_id]
        assert (sums.expected, sums.present) == (counted.expected, counted.present)
        assert (sums.hours, sums.made_up) == (counted.hours, counted.made_up)
        assert (sums.online_hours, sums.made_up_hours) == (
            counted.online_hours,
            counted.made_up_hours,
        )


def test_the_standing_counts_the_years_of_the_requirement(desk, person):
    for name, hours, years, online in (
        ("一", 8, 1, False),
        ("二", 8, 2, False),
        ("网", 2, 1, True),
    ):
        desk.hours.add_requirement(
            HoursRequirement(name=name, hours=Decimal(hours), years=years, online=online)
        )
    desk.hours.add_requirement(
        HoursRequirement(name="别人", hours=Decimal(1), layers=("没有这一层",))
    )
    found = desk.person_files.of(person, 2026).standings
    assert [(one.hours, one.standing) for one in found] == [
        (6, Standing.PART),
        (8, Standing.REACHED),
        (2, Standing.REACHED),
    ]


def test_nobody_has_no_file(desk):
    with pytest.raises(NotFound):
        desk.person_files.of(identity(1), 2026)
