"""Clashes are found with what they clash, and a free slot clashes with nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.clashes import Booking, ClashCode, clashes, next_free

NINE = datetime(2026, 3, 2, 9)
HOUR = timedelta(hours=1)


def booking(number: int = 1, *, start: datetime = NINE, length: timedelta = HOUR, **facts: Any):
    return Booking(
        id=UUID(int=number), title=f"第{number}场", start=start, end=start + length, **facts
    )


def codes(one: Booking, *others: Booking) -> list[ClashCode]:
    return [clash.code for clash in clashes(one, others)]


def test_one_room_cannot_hold_two_trainings_at_once():
    (clash,) = clashes(booking(1, venue="二楼 会议室"), [booking(2, venue="二楼会议室")])
    assert (clash.code, clash.other, clash.title) == (ClashCode.VENUE, UUID(int=2), "第2场")


def test_trainings_that_only_touch_do_not_clash():
    assert codes(booking(1, venue="甲"), booking(2, venue="甲", start=NINE + HOUR)) == []


def test_two_trainings_online_do_not_take_each_others_room():
    assert codes(booking(1, venue="线上", online=True), booking(2, venue="线上", online=True)) == []


def test_a_speaker_is_not_in_two_places_whether_as_speaker_or_chair():
    other = booking(2, chairs=frozenset({"秦晓峰"}))
    assert codes(booking(1, speakers=frozenset({"秦晓峰"})), other) == [ClashCode.SPEAKER]


def test_an_attendee_expected_twice_at_once_is_told():
    both = frozenset({UUID(int=7)})
    (clash,) = clashes(booking(1, people=both), [booking(2, people=both | {UUID(int=8)})])
    assert (clash.code, clash.people, clash.number) == (ClashCode.PEOPLE, both, 1)


def test_a_room_that_is_too_small_says_by_how_many():
    people = frozenset(UUID(int=n) for n in range(50))
    (clash,) = clashes(booking(1, people=people, capacity=40), [])
    assert (clash.code, clash.number) == (ClashCode.TOO_SMALL, 10)


def test_a_speaker_needs_time_from_one_place_to_the_other():
    one = booking(1, venue="甲", speakers=frozenset({"叶静"}))
    soon = booking(2, venue="乙", speakers=frozenset({"叶静"}), start=NINE + HOUR)
    later = booking(2, venue="乙", speakers=frozenset({"叶静"}), start=NINE + 2 * HOUR)
    assert codes(one, soon) == [ClashCode.TRAVEL]
    assert codes(one, later) == []


def test_a_training_does_not_clash_with_itself():
    one = booking(1, venue="甲", speakers=frozenset({"叶静"}))
    assert codes(one, one) == []


TAKEN = st.lists(
    st.builds(
        booking,
        st.integers(2, 99),
        start=st.integers(0, 60).map(lambda n: NINE + n * timedelta(minutes=45)),
        venue=st.sampled_from(["甲", "乙"]),
        speakers=st.sets(st.sampled_from(["叶静", "程远"])).map(frozenset),
    ),
    max_size=12,
)


@given(TAKEN)
def test_a_free_slot_clashes_with_nothing_and_none_before_it_is_free(taken):
    one = booking(1, venue="甲", speakers=frozenset({"叶静"}))
    midnight = NINE.replace(hour=0)
    days = [midnight + timedelta(days=n) for n in range(5)]
    free = next_free(one, taken, days=days)
    assert free is not None
    moved = booking(1, venue="甲", speakers=frozenset({"叶静"}), start=free)
    assert clashes(moved, taken) == ()
    earlier = free - timedelta(minutes=30)
    if earlier >= NINE and earlier.date() == free.date():
        before = booking(1, venue="甲", speakers=frozenset({"叶静"}), start=earlier)
        assert clashes(before, taken) != ()


def test_between_the_parts_of_a_course_its_room_is_free():
    day = datetime(2026, 12, 7)
    hours = [(day + timedelta(days=n, hours=8), day + timedelta(days=n, hours=11)) for n in (0, 1)]
    course = Booking(
        id=UUID(int=1), title="培训班", start=hours[0][0], end=hours[1][1], venue="礼堂",
        parts=tuple(hours),
    )  # fmt: skip
    evening = Booking(
        id=UUID(int=2), title="晚会", venue="礼堂",
        start=day + timedelta(hours=19), end=day + timedelta(hours=21),
    )  # fmt: skip
    assert clashes(course, [evening]) == clashes(evening, [course]) == ()
    second = replace(evening, start=hours[1][0], end=hours[1][1])
    assert [clash.code for clash in clashes(course, [second])] == [ClashCode.VENUE]
