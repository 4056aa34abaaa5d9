"""Leave asked for before the event: what it marks, what it leaves alone, and its slip."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from jz_training.domain.attendance import PRESENT, UNRECORDED, AttendanceStatus, LeaveReason, Mark
from jz_training.domain.filing import DocumentKind, FiledDraft
from jz_training.domain.leave import LeaveDraft, SlipState
from jz_training.domain.parts import TrainingPart
from jz_training.domain.training import SheetOrder
from jz_training.errors import Refused, TrainingIsClosed
from jz_training.services.desk import Desk
from jz_training.services.leaves import LeaveQuery
from tests.services.stories import a_listed_training, a_training

FRIDAY = date(2026, 11, 20)
STATUS = AttendanceStatus


def asked(person_id: UUID | None, **changes: Any) -> LeaveDraft:
    assert person_id is not None
    facts: dict[str, Any] = {
        "person_id": person_id,
        "reason": LeaveReason.OFFICIAL,
        "first": FRIDAY,
        "last": FRIDAY + timedelta(days=9),
        "approver": "周建业",
    }
    return LeaveDraft(**(facts | changes))


def who(desk: Desk, training: UUID, number: int = 1) -> UUID:
    person = desk.attendance.sheet(training).rows[number - 1].person_id
    assert person is not None
    return person


def marks(desk: Desk, training: UUID) -> list[AttendanceStatus]:
    return [row.mark.status for row in desk.attendance.sheet(training).expected]


def test_a_leave_marks_the_fixed_lists_it_covers_in_the_same_act(desk: Desk) -> None:
    training = a_listed_training(desk, people=3)
    later = a_training(desk, start=datetime(2026, 12, 4, 9), end=datetime(2026, 12, 4, 10))
    desk.lists.freeze(later)
    leave = desk.leaves.ask(asked(who(desk, training)))
    row = desk.attendance.sheet(training).rows[0]
    assert row.mark == Mark(status=STATUS.LEAVE, reason=LeaveReason.OFFICIAL)
    assert row.leave_id == leave
    assert desk.attendance.tally(training).leave == 1
    assert marks(desk, later) == [STATUS.UNRECORDED] * 3
    assert desk.history.acts()[0].verb == "leave.ask"
    desk.history.undo_last()
    assert marks(desk, training) == [STATUS.UNRECORDED] * 3
    assert desk.check() == ()


def test_what_is_recorded_or_closed_is_left_alone(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    desk.attendance.mark(training, {1: PRESENT})
    desk.leaves.ask(asked(who(desk, training)))
    assert marks(desk, training) == [STATUS.PRESENT, STATUS.UNRECORDED]
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    with pytest.raises(TrainingIsClosed):
        desk.leaves.ask(asked(who(desk, training, 2), training_id=training))


def test_fixing_a_list_marks_who_is_known_to_be_away_and_it_may_still_be_reordered(
    desk: Desk,
) -> None:
    first = a_listed_training(desk, people=4)
    person = who(desk, first, 2)
    desk.leaves.ask(asked(person))
    training = a_training(desk)
    desk.lists.freeze(training)
    assert marks(desk, training).count(STATUS.LEAVE) == 1
    assert desk.lists.can_renumber(training)
    desk.lists.reorder(training, SheetOrder.PINYIN)
    desk.lists.freeze(training, order=SheetOrder.STROKES)
    away = [row for row in desk.attendance.sheet(training).rows if row.leave_id]
    assert [row.person_id for row in away] == [person]
    assert desk.check() == ()


def test_who_came_after_all_no_longer_belongs_to_the_leave(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    leave = desk.leaves.ask(asked(who(desk, training)))
    desk.attendance.mark(training, {1: PRESENT})
    assert not desk.lists.can_renumber(training)
    desk.leaves.remove(leave)
    assert marks(desk, training)[0] is STATUS.PRESENT


def test_changing_a_leave_moves_its_marks(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    leave = desk.leaves.ask(asked(who(desk, training)))
    row = desk.leaves.get(leave)
    sick = asked(row.draft.person_id, reason=LeaveReason.SICK)
    desk.leaves.change(leave, version=row.version, draft=sick)
    assert desk.attendance.sheet(training).rows[0].mark.reason is LeaveReason.SICK
    other = asked(who(desk, training, 2), last=FRIDAY)
    desk.leaves.change(leave, version=desk.leaves.get(leave).version, draft=other)
    assert marks(desk, training) == [STATUS.UNRECORDED, STATUS.LEAVE]
    for _ in range(3):
        desk.history.undo_last()
    assert desk.leaves.list(LeaveQuery()) == ()
    assert desk.check() == ()


def test_on_a_closed_training_the_mark_outlives_the_leave(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    leave = desk.leaves.ask(asked(who(desk, training)))
    desk.attendance.mark_rest(training, PRESENT)
    desk.attendance.close(training)
    desk.leaves.remove(leave)
    assert marks(desk, training) == [STATUS.LEAVE, STATUS.PRESENT]
    desk.history.undo_last()
    assert desk.attendance.sheet(training).rows[0].leave_id == leave


def test_a_leave_covers_only_the_parts_on_its_days(desk: Desk) -> None:
    days = [datetime(2026, 11, day, 9) for day in (19, 20)]
    parts = tuple(
        TrainingPart(id=uuid4(), name=f"第{n}天", start=day, end=day + timedelta(hours=3))
        for n, day in enumerate(days, 1)
    )
    training = a_listed_training(desk, people=2, parts=parts)
    leave = desk.leaves.ask(asked(who(desk, training)))
    row = desk.attendance.sheet(training).rows[0]
    assert [mark.status for mark in row.part_marks] == [STATUS.UNRECORDED, STATUS.LEAVE]
    assert row.mark.status is STATUS.UNRECORDED
    assert desk.lists.can_renumber(training)
    desk.leaves.remove(leave)
    assert [mark.status for mark in desk.attendance.sheet(training).rows[0].part_marks] == [
        STATUS.UNRECORDED
    ] * 2


def test_two_leaves_of_one_course_come_and_go_apart(desk: Desk) -> None:
    days = [datetime(2026, 11, day, 9) for day in (19, 20)]
    parts = tuple(
        TrainingPart(id=uuid4(), name=f"第{n}天", start=day, end=day + timedelta(hours=3))
        for n, day in enumerate(days, 1)
    )
    training = a_listed_training(desk, people=1, parts=parts)
    person = who(desk, training)
    first, second = (
        desk.leaves.ask(asked(person, first=day.date(), last=day.date(), reason=reason))
        for day, reason in zip(days, (LeaveReason.SICK, LeaveReason.ANNUAL), strict=True)
    )
    assert desk.attendance.tally(training).leave == 1
    desk.leaves.remove(first)
    row = desk.attendance.sheet(training).rows[0]
    assert [mark.reason for mark in row.part_marks] == [None, LeaveReason.ANNUAL]
    assert row.leave_id == second
    desk.history.undo_last()
    desk.leaves.remove(second)
    row = desk.attendance.sheet(training).rows[0]
    assert [mark.reason for mark in row.part_marks] == [LeaveReason.SICK, None]
    assert row.leave_id == first
    assert desk.check() == ()


def test_a_leave_that_is_made_shorter_leaves_its_days_to_another_one(desk: Desk) -> None:
    training = a_listed_training(desk, people=1)
    person = who(desk, training)
    before = FRIDAY - timedelta(days=3)
    long = desk.leaves.ask(asked(person, first=before))
    other = desk.leaves.ask(asked(person, last=FRIDAY, reason=LeaveReason.SICK))
    version = desk.leaves.get(long).version
    desk.leaves.change(long, version=version, draft=asked(person, first=before, last=before))
    row = desk.attendance.sheet(training).rows[0]
    assert (row.mark.reason, row.leave_id) == (LeaveReason.SICK, other)
    assert desk.check() == ()


def test_a_mark_that_comes_back_with_a_change_of_the_hour_is_counted(desk: Desk) -> None:
    training = a_listed_training(desk, people=1)
    desk.leaves.ask(asked(who(desk, training)))
    desk.attendance.mark(training, {1: UNRECORDED})
    version = desk.trainings.get(training).version
    start = datetime(2026, 11, 20, 14)
    desk.trainings.move(training, version=version, start=start, end=start + timedelta(hours=1))
    assert desk.attendance.tally(training).leave == marks(desk, training).count(STATUS.LEAVE)
    assert desk.check() == ()


def test_marks_made_ahead_follow_a_training_to_another_day(desk: Desk) -> None:
    training = a_listed_training(desk, people=2)
    desk.leaves.ask(asked(who(desk, training)))
    for day, expected in ((10, STATUS.UNRECORDED), (23, STATUS.LEAVE)):
        start = datetime(2026, 11, day, 9)
        version = desk.trainings.get(training).version
        desk.trainings.move(training, version=version, start=start, end=start + timedelta(hours=1))
        assert marks(desk, training)[0] is expected
    assert desk.check() == ()


def test_a_slip_is_filed_with_its_leave_and_told_of(desk: Desk, tmp_path: Path) -> None:
    training = a_listed_training(desk, people=2)
    leave = desk.leaves.ask(asked(who(desk, training), training_id=training))
    scan = tmp_path / "请假条.txt"
    scan.write_text("请假条", encoding="utf-8")
    slip = FiledDraft(
        kind=DocumentKind.LEAVE, name="请假条", training_id=training, leave_id=leave,
        dossier_part="leave",
    )  # fmt: skip
    desk.documents.file(slip, source=scan)
    assert desk.documents.of_leave(leave)[0].draft == slip
    assert desk.leaves.get(leave).slip is SlipState.FILED
    desk.leaves.remove(leave)
    desk.history.undo_last()
    assert desk.documents.of_leave(leave)[0].draft == slip


def test_leaves_are_found_by_person_by_training_and_by_day(desk: Desk) -> None:
    training = a_listed_training(desk, people=3)  # today is the 22nd
    one, other = who(desk, training, 1), who(desk, training, 2)
    alone = desk.leaves.ask(asked(one, training_id=training, last=date(2030, 1, 1)))
    until = desk.leaves.ask(asked(other))
    assert [row.id for row in desk.leaves.list(LeaveQuery(person_id=one))] == [alone]
    assert {row.id for row in desk.leaves.of_training(training)} == {alone, until}
    assert [row.id for row in desk.leaves.list(LeaveQuery(current=True))] == [until]
    assert desk.leaves.get(alone).draft.last == FRIDAY
    assert desk.leaves.get(until).trainings == 1
    assert desk.leaves.approvers() == ("周建业",)


def test_home_tells_who_is_away_today_and_tomorrow(desk: Desk) -> None:
    monday = datetime(2026, 11, 23, 9)
    training = a_listed_training(desk, people=3, start=monday, end=monday + timedelta(hours=1))
    desk.leaves.ask(asked(who(desk, training)))
    (soon,) = desk.leaves.soon()
    assert soon.training_id == training
    assert soon.names == (desk.attendance.sheet(training).rows[0].name,)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"last": FRIDAY - timedelta(days=1)}, "last_before_first"),
        ({"last": FRIDAY + timedelta(days=400)}, "leave_too_long"),
        ({}, "same_leave"),
    ],
)
def test_a_leave_that_cannot_be_is_refused(desk: Desk, changes: dict[str, Any], fault: str) -> None:
    training = a_listed_training(desk, people=1)
    desk.leaves.ask(asked(who(desk, training)))
    with pytest.raises(Refused) as refused:
        desk.leaves.ask(asked(who(desk, training), **changes))
    assert refused.value.fault == fault
    assert str(refused.value)
