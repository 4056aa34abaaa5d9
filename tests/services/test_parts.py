"""Trainings of several parts: their times, moves, copies, series and the marks they keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from jz_training.documents.meeting.notice_text import notice_text
from jz_training.domain.attendance import AttendanceStatus, Mark
from jz_training.domain.batches import BatchBy
from jz_training.domain.calendar_entry import chips
from jz_training.domain.parts import TrainingPart
from jz_training.domain.repetition import Pattern, Repetition, SeriesScope, Slot
from jz_training.domain.training import AudienceRule
from jz_training.errors import Refused
from jz_training.labels.days import clock_words
from jz_training.labels.hours import RULE_EXAMPLES
from jz_training.services.ledger import TrainingQuery
from jz_training.services.rows import part_marks_json
from jz_training.storage.tables import Attendee
from tests.factories import identity
from tests.services.stories import a_listed_training, a_training, draft, some_people

DAY = datetime(2026, 12, 7)
PRESENT = Mark(status=AttendanceStatus.PRESENT)


def part(number: int, name: str, start: datetime, hours: float = 3) -> TrainingPart:
    return TrainingPart(
        id=identity(number, kind=9), name=name, start=start, end=start + timedelta(hours=hours)
    )


def parts(days: int = 2) -> tuple[TrainingPart, ...]:
    return tuple(
        part(2 * day + at, name, DAY + timedelta(days=day, hours=hour))
        for day in range(days)
        for at, (name, hour) in enumerate([("上午", 8.5), ("下午", 14.5)])
    )


def a_course(desk, **changes):
    return a_training(desk, **({"parts": parts(), "venue": "礼堂"} | changes))


def starts(desk, training):
    return [one.start for one in desk.trainings.get(training).draft.parts]


def test_times_and_hours_follow_parts_entered_in_any_order(desk):
    course = a_course(desk, parts=parts()[::-1], hours_rule=RULE_EXAMPLES[1][0])
    entered = desk.trainings.get(course).draft
    assert (entered.start, entered.end) == (parts()[0].start, parts()[-1].end)
    assert entered.parts == parts()
    assert entered.hours == Decimal(16)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ([part(1, "", DAY)], "第 1 个课次还没有名称"),
        ([part(1, "一" * 13, DAY)], "最多 12 个字"),
        ([part(1, "上午", DAY, 0)], "“上午”的结束时间"),
        ([part(1, "上午", DAY, 25)], "最长 24 小时"),
        ([part(1, "上午", DAY), part(2, "下午", DAY + timedelta(hours=2))], "“下午”与前一个"),
        ([part(1, "上午", DAY), part(2, "末次", DAY + timedelta(days=62))], "62 天以内"),
        ([part(at, "课", DAY + timedelta(hours=3 * at)) for at in range(41)], "最多 40 个"),
    ],
)
def test_parts_at_fault_are_refused_by_name(desk, told, words):
    with pytest.raises(Refused, match=words) as refused:
        a_course(desk, parts=tuple(told))
    assert refused.value.field == "parts"


def test_a_copy_and_a_move_take_the_parts_along(desk):
    course, later = a_course(desk), DAY + timedelta(days=7, hours=9)
    copy = desk.trainings.copy(course, start=later)
    assert starts(desk, copy)[-1] == parts()[-1].start + timedelta(days=7, minutes=30)
    ids = [{one.id for one in desk.trainings.get(each).draft.parts} for each in (course, copy)]
    assert not ids[0] & ids[1]
    desk.calendar.move(course, version=1, start=later, end=later + timedelta(hours=1))
    assert starts(desk, course) == starts(desk, copy)
    assert desk.trainings.get(course).draft.parts[0].end == later + timedelta(hours=3)


def test_a_series_holds_the_parts_at_each_of_its_times_and_moves_them(desk):
    slot = Slot(start=time(9), end=time(10))
    rule = Repetition(
        pattern=Pattern.WEEKLY, first=DAY.date(), weekdays=(0,), slots=(slot,), count=2
    )
    one, two = desk.series.create(draft(parts=parts()), rule)
    assert starts(desk, two) == [at + timedelta(days=7) for at in starts(desk, one)]
    series = desk.trainings.get(one).series_id
    desk.series.move_series(series, by=timedelta(days=1))
    assert starts(desk, one)[0] == DAY + timedelta(days=1, hours=9)
    first, _ = desk.series.copy_series(series, first=DAY.date() + timedelta(days=21))
    assert starts(desk, first)[0] == DAY + timedelta(days=21, hours=9)


def test_batches_hold_the_parts_each_at_its_own_time(desk):
    some_people(desk, 6)
    split = desk.series.split_audience(AudienceRule(), BatchBy.NUMBER, size=3)
    at = [DAY + timedelta(days=7 * number, hours=8) for number in range(len(split.batches))]
    made = desk.series.create_batches(draft(parts=parts()), split, starts=at)
    assert [starts(desk, one)[0] for one in made] == at


def test_other_parts_of_one_are_given_to_its_series_at_their_own_days(desk):
    slot = Slot(start=time(8, 30), end=time(10))
    rule = Repetition(
        pattern=Pattern.WEEKLY, first=DAY.date(), weekdays=(0,), slots=(slot,), count=2
    )
    one, two = desk.series.create(draft(parts=parts()), rule)
    view = desk.trainings.get(one)
    fewer = replace(view.draft, parts=view.draft.parts[:3])
    kept = desk.trainings.get(two).draft.parts[:3]
    desk.series.change_following(one, version=view.version, draft=fewer, scope=SeriesScope.ALL)
    assert desk.trainings.get(two).draft.parts == kept


def marked(desk, course, marks):
    """Mark parts of the first line as the services of attendance keep them."""
    with desk._workspace.store.write("attendance.mark") as db:
        row = db.scalars(select(Attendee).where(Attendee.number == 1)).one()
        row.part_marks = part_marks_json(marks)
        row.status = int(PRESENT.status)


def line(desk, course):
    return desk.attendance.sheet(course).rows[0]


def change(desk, course, **changes):
    view = desk.trainings.get(course)
    desk.trainings.change(course, version=view.version, draft=replace(view.draft, **changes))


def test_a_part_that_is_marked_may_not_go_and_one_that_comes_is_unrecorded(desk):
    course = a_listed_training(desk, parts=parts(1))
    marked(desk, course, {one.id: PRESENT for one in parts(1)})
    with pytest.raises(Refused, match="“下午”已经登记"):
        change(desk, course, parts=parts(1)[:1])
    change(desk, course, parts=parts(2))
    assert line(desk, course).mark.status is AttendanceStatus.UNRECORDED
    assert desk.check() == ()
    change(desk, course, parts=parts(1))
    assert line(desk, course).mark.status is AttendanceStatus.PRESENT


def test_a_first_division_says_the_marks_there_are_of_every_part(desk):
    course = a_listed_training(desk, start=DAY, end=DAY + timedelta(hours=9))
    desk.attendance.mark(course, {1: PRESENT})
    change(desk, course, parts=parts())
    with desk._workspace.store.read() as db:
        stored = db.scalars(select(Attendee.part_marks).where(Attendee.number == 1)).one()
    assert set(stored) == {one.id.hex for one in parts()}
    desk.history.undo_last()
    assert desk.trainings.get(course).draft.parts == ()


def test_a_room_is_free_in_the_evening_between_two_days_and_taken_on_the_second(desk):
    course = a_course(desk, parts=parts(3))
    evening = draft(start=DAY + timedelta(hours=19), end=DAY + timedelta(hours=20), venue="礼堂")
    assert desk.clashes.of_draft(evening) == ()
    third = replace(
        evening, start=DAY + timedelta(days=2, hours=9), end=DAY + timedelta(days=2, hours=10)
    )
    assert [clash.other for clash in desk.clashes.of_draft(third)] == [course]
    assert desk.clashes.next_free(third, desk.calendar.working()).hour == 11


def test_the_calendar_marks_clashes_part_by_part_and_each_once(desk):
    bare = {"venue": "礼堂", "speaker": "", "chair": ""}
    course, other = a_course(desk, **bare), a_course(desk, **bare)
    start = DAY + timedelta(hours=18)
    between = a_training(desk, start=start, end=start + timedelta(hours=1), **bare)
    entries = desk.calendar.between(DAY.date(), DAY.date() + timedelta(days=3))
    assert {entry.id: entry.clashes for entry in entries} == {course: 1, other: 1, between: 0}
    told = desk.clashes.between(DAY, DAY + timedelta(days=3))
    assert {one: [clash.other for clash in found] for one, found in told.items()} == {
        course: [other],
        other: [course],
    }


def test_the_calendar_and_its_papers_have_each_part_on_its_day(desk):
    course = a_course(desk)
    (entry,) = desk.calendar.between(parts()[-1].start.date(), parts()[-1].start.date())
    assert [chip.headline[:2] for chip in chips([entry])] == ["上午", "下午"] * 2
    month = desk.papers.month(2026, 12).entries
    assert [one.start for one in month] == [one.start for one in parts()]
    events = desk.papers.events([course])
    assert len({event.part_id for event in events}) == 4
    notice = notice_text(desk.papers.notice(course))
    assert any("共4个课次" in block.text for block in notice.blocks)


def test_the_ledger_says_from_when_to_when_and_in_how_many_parts(desk):
    a_course(desk)
    (row,) = desk.trainings.list(TrainingQuery())
    words = clock_words(row.start, row.end, parts=row.parts)
    assert words == "08:30 至 12月8日 17:30（4 课次）"
