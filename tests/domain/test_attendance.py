"""What can be recorded of a line, and how a list is parted."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from jz_training.domain.attendance import (
    PRESENT,
    UNRECORDED,
    AttendanceStatus,
    AttendeeRole,
    LeaveReason,
    Mark,
)
from jz_training.domain.attendance_sheet import AttendanceSheet
from jz_training.labels import REASONS, ROLES, STATUSES, mark_words
from tests.factories import attendance, attendee, identity, walk_in


@pytest.mark.parametrize(
    ("status", "came"),
    [
        (AttendanceStatus.UNRECORDED, False),
        (AttendanceStatus.PRESENT, True),
        (AttendanceStatus.LATE, True),
        (AttendanceStatus.EARLY, True),
        (AttendanceStatus.ONLINE, True),
        (AttendanceStatus.LEAVE, False),
        (AttendanceStatus.ABSENT, False),
    ],
)
def test_who_came_is_inside_present(status: AttendanceStatus, came: bool) -> None:
    assert status.came is came


def test_the_stored_numbers_of_statuses_never_change() -> None:
    stored = [(status.name, status.value) for status in AttendanceStatus]
    assert stored == [
        ("UNRECORDED", 0), ("PRESENT", 1), ("LATE", 2), ("EARLY", 3), ("ONLINE", 4),
        ("LEAVE", 5), ("ABSENT", 6),
    ]  # fmt: skip


def test_a_line_without_a_mark_is_unrecorded() -> None:
    assert Mark() == UNRECORDED
    assert attendee(1).mark == UNRECORDED


def test_everyone_of_the_list_is_expected_or_other() -> None:
    rows = (attendee(1), walk_in(2), attendee(3), walk_in(4, role=AttendeeRole.SPEAKER))
    sheet = AttendanceSheet(training_id=identity(1), version=1, rows=rows)
    assert [row.number for row in sheet.expected] == [1, 3]
    assert [row.number for row in sheet.others] == [2, 4]


def test_a_list_keeps_the_order_of_the_paper() -> None:
    assert [row.number for row in attendance(12).expected] == list(range(1, 13))


def test_what_leaves_the_domain_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        PRESENT.status = AttendanceStatus.ABSENT  # type: ignore[misc]


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (UNRECORDED, "未记录"),
        (PRESENT, "到会"),
        (Mark(status=AttendanceStatus.LEAVE), "请假"),
        (Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.SICK), "请假·病"),
        (Mark(status=AttendanceStatus.LATE, minutes=10), "迟到 10分"),
        (Mark(status=AttendanceStatus.EARLY), "早退"),
        (Mark(status=AttendanceStatus.ABSENT, minutes=10), "缺席"),
        (Mark(status=AttendanceStatus.PRESENT, stand_in="李明"), "到会（代会：李明）"),
    ],
)
def test_a_mark_is_shown_in_words(mark: Mark, words: str) -> None:
    assert mark_words(mark) == words


def test_every_status_reason_and_role_has_its_word() -> None:
    assert set(STATUSES) == set(AttendanceStatus)
    assert set(REASONS) == set(LeaveReason)
    assert set(ROLES) == set(AttendeeRole)
