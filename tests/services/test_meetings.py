"""An export of a meeting is held against the list and recorded as one act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, LeaveReason, Mark
from jz_training.domain.ids import new_id
from jz_training.domain.meeting_reading import MeetingReading, Participant, Stay
from jz_training.domain.name_matching import MatchReason
from jz_training.domain.online_attendance import MeetingDecisions, Threshold
from jz_training.domain.parts import TrainingPart
from jz_training.errors import ListNotFrozen, Refused, TrainingIsClosed
from jz_training.services.desk import Desk
from tests.services.stories import a_listed_training, a_training, draft

START = datetime(2026, 11, 20, 15, 0)
S = AttendanceStatus


def person(name: str, begin: int = 0, end: int = 90, **about: Any) -> Participant:
    """Return somebody who was there between two minutes of the training."""
    stay = Stay(START + timedelta(minutes=begin), START + timedelta(minutes=end))
    usual: dict[str, Any] = {"raw": name, "seconds": (end - begin) * 60, "stays": (stay,)}
    return Participant(name=name, **(usual | about))


def export(*people: Participant) -> MeetingReading:
    return MeetingReading(topic="学习会", participants=people)


@pytest.fixture
def training(desk: Desk) -> UUID:
    return a_listed_training(desk, people=5)


@pytest.fixture
def names(desk: Desk, training: UUID) -> list[str]:
    return [row.name for row in desk.attendance.sheet(training).rows]


def decided(**changes: Any) -> MeetingDecisions:
    return MeetingDecisions(**({"lines": {}, "threshold": Threshold()} | changes))


def statuses(desk: Desk, training: UUID) -> list[AttendanceStatus]:
    return [row.mark.status for row in desk.attendance.sheet(training).rows]


def test_whoever_stayed_long_enough_is_marked_online_with_minutes(
    desk: Desk, training: UUID, names: list[str]
) -> None:
    reading = export(person(names[0], -10, 100), person(names[1], 0, 72), person(names[2], 0, 71))
    found = desk.meetings.match(training, reading)
    assert [one.number for one in found.names.matched] == [1, 2, 3]
    lines = {one.number: one.participants for one in found.names.matched}
    done = desk.meetings.apply(training, reading, decided(lines=lines, below=S.ABSENT))
    assert (done.online, done.below) == (2, 1)
    rows = desk.attendance.sheet(training).rows
    assert [row.mark.minutes for row in rows[:3]] == [90, 72, None]
    assert statuses(desk, training) == [S.ONLINE, S.ONLINE, S.ABSENT, S.UNRECORDED, S.UNRECORDED]
    tally = desk.attendance.tally(training)
    assert (tally.online, tally.absent, tally.unrecorded) == (2, 1, 2)


def test_the_whole_import_is_one_act_that_can_be_undone(
    desk: Desk, training: UUID, names: list[str], tmp_path: Path
) -> None:
    source = tmp_path / "参会记录.csv"
    source.write_text("姓名,入会时间")
    reading = export(person(names[0]), person("老王"), person("来客"))
    desk.meetings.apply(
        training,
        reading,
        decided(
            lines={1: (0,), 2: (1,)},
            walk_ins=(2,),
            unseen=S.ABSENT,
            remembered={1: 2},
            source=source,
            threshold=Threshold(minutes=60),
        ),
    )
    assert desk.attendance.tally(training).absent == 3
    assert desk.meetings.threshold() == Threshold(minutes=60)
    found = desk.meetings.match(training, export(person("老王"))).names
    assert found.matched[0].reason is MatchReason.NICKNAME
    desk.history.undo_last()
    assert set(statuses(desk, training)) == {S.UNRECORDED}
    assert desk.meetings.threshold() == Threshold()
    assert not desk.meetings.match(training, export(person("老王"))).names.matched


def test_marks_from_the_room_are_kept_unless_told_otherwise(
    desk: Desk, training: UUID, names: list[str]
) -> None:
    leave = Mark(status=S.LEAVE, reason=LeaveReason.SICK)
    desk.attendance.mark(training, {1: Mark(status=S.PRESENT), 2: leave})
    reading = export(person(names[0]), person(names[1]))
    lines = {1: (0,), 2: (1,)}
    done = desk.meetings.apply(training, reading, decided(lines=lines))
    assert (done.online, done.kept) == (0, 2)
    done = desk.meetings.apply(training, reading, decided(lines=lines, overwrite=frozenset({2})))
    assert statuses(desk, training)[:2] == [S.PRESENT, S.ONLINE]


def test_two_devices_of_one_person_are_united_not_added(
    desk: Desk, training: UUID, names: list[str]
) -> None:
    phone = person(names[0], 0, 40, raw=f"{names[0]}#2", unit="")
    reading = export(phone, person(names[0], 30, 60))
    found = desk.meetings.match(training, reading).names
    assert found.matched[0].participants == (0, 1)
    lines = {1: (0, 1)}
    desk.meetings.apply(training, reading, decided(lines=lines, threshold=Threshold(minutes=60)))
    assert desk.attendance.sheet(training).rows[0].mark.minutes == 60


def test_walk_ins_are_outside_the_expected(desk: Desk, training: UUID) -> None:
    reading = export(person("来客", 0, 30, unit="友邻单位"))
    desk.meetings.apply(training, reading, decided(walk_ins=(0,)))
    other = desk.attendance.sheet(training).others[0]
    assert (other.name, other.unit, other.role) == ("来客", "友邻单位", AttendeeRole.WALK_IN)
    assert (other.mark.status, other.mark.minutes) == (S.ONLINE, 30)
    assert desk.attendance.tally(training).expected == 5


def test_the_file_is_kept_with_the_training_once(
    desk: Desk, training: UUID, names: list[str], tmp_path: Path
) -> None:
    source = tmp_path / "导出.csv"
    source.write_text("姓名,时长")
    for _ in range(2):
        desk.meetings.apply(
            training, export(person(names[0])), decided(lines={1: (0,)}, source=source)
        )
    assert not desk.check()
    with desk._workspace.store.read() as db:  # until dossiers show it
        from jz_training.storage.tables import Attachment

        rows = db.query(Attachment).all()
    assert [(row.name, row.kind, row.training_id) for row in rows] == [
        ("导出", "meeting", training)
    ]


@pytest.fixture
def course(desk: Desk) -> Iterator[tuple[UUID, tuple[TrainingPart, ...]]]:
    parts = tuple(
        TrainingPart(
            id=new_id(),
            name=name,
            start=START + timedelta(minutes=begin),
            end=START + timedelta(minutes=end),
        )
        for name, begin, end in (("第一讲", 0, 40), ("第二讲", 50, 90))
    )
    training = a_listed_training(desk, people=3, parts=parts)
    return training, parts


def test_each_part_is_judged_by_itself(
    desk: Desk, course: tuple[UUID, tuple[TrainingPart, ...]]
) -> None:
    training, parts = course
    name = desk.attendance.sheet(training).rows[0].name
    reading = export(person(name, -5, 60))
    decisions = decided(lines={1: (0,)}, below=S.ABSENT)
    desk.meetings.apply(training, reading, decisions)
    marks = desk.attendance.sheet(training).rows[0].part_marks
    assert [mark.status for mark in marks] == [S.ONLINE, S.ABSENT]
    assert marks[0].minutes == 40
    desk.history.undo_last()
    desk.meetings.apply(training, reading, decisions, part_id=parts[1].id)
    marks = desk.attendance.sheet(training).rows[0].part_marks
    assert [mark.status for mark in marks] == [S.UNRECORDED, S.ABSENT]


def test_nothing_is_recorded_when_anything_is_refused(
    desk: Desk, training: UUID, names: list[str]
) -> None:
    reading = export(person(names[0]))
    for wrong in (decided(lines={1: (0,), 2: (0,)}), decided(lines={1: (0,), 77: ()})):
        with pytest.raises(Refused):
            desk.meetings.apply(training, reading, wrong)
    assert set(statuses(desk, training)) == {S.UNRECORDED}


def test_a_closed_training_and_one_without_a_list_refuse_an_import(desk: Desk) -> None:
    unlisted = a_training(desk)
    with pytest.raises(ListNotFrozen):
        desk.meetings.match(unlisted, export())
    training = a_listed_training(desk, people=1, title="另一场")
    desk.attendance.mark_rest(training, Mark(status=S.PRESENT))
    desk.attendance.close(training)
    with pytest.raises(TrainingIsClosed):
        desk.meetings.apply(training, export(), decided())


def test_a_renamed_person_of_the_list_is_found_by_the_remembered_name(
    desk: Desk, training: UUID, names: list[str]
) -> None:
    reading = export(person("小五"))
    desk.meetings.apply(training, reading, decided(lines={5: (0,)}, remembered={0: 5}))
    desk.meetings.apply(
        training, reading, decided(lines={4: (0,)}, remembered={0: 4}, overwrite=frozenset({4}))
    )
    found = desk.meetings.match(training, replace(reading)).names
    assert [one.number for one in found.matched] == [4]
    assert draft().title
