"""The arithmetic of attendance: identities for every list, rates rounded half up."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole, AttendeeRow, Mark
from jz_training.domain.tally import Rate, Tally, from_counts, tally
from jz_training.labels import rate_words
from tests.factories import attendee, walk_in

MARKS = st.builds(
    Mark,
    status=st.sampled_from(AttendanceStatus),
    stand_in=st.sampled_from(["", "李明"]),
)
ROWS = st.lists(
    st.builds(attendee, st.integers(1, 99), mark=MARKS, role=st.sampled_from(AttendeeRole))
)


@given(ROWS)
def test_the_parts_always_add_up(rows: list[AttendeeRow]) -> None:
    counted = tally(rows)
    assert counted.adds_up
    assert counted.expected + counted.others == len(rows)


@given(ROWS, ROWS)
def test_tallies_of_parts_add_up_to_the_tally_of_the_whole(
    first: list[AttendeeRow], second: list[AttendeeRow]
) -> None:
    assert tally(first) + tally(second) == tally(first + second)


@given(ROWS)
def test_the_empty_tally_is_the_zero(rows: list[AttendeeRow]) -> None:
    assert tally(rows) + Tally() == tally(rows)


@given(ROWS)
def test_the_order_of_the_lines_does_not_matter(rows: list[AttendeeRow]) -> None:
    assert tally(reversed(rows)) == tally(rows)


@pytest.mark.parametrize(
    ("status", "field"),
    [
        (AttendanceStatus.UNRECORDED, "unrecorded"),
        (AttendanceStatus.LEAVE, "leave"),
        (AttendanceStatus.ABSENT, "absent"),
        (AttendanceStatus.PRESENT, "present"),
    ],
)
def test_each_status_counts_in_one_place(status: AttendanceStatus, field: str) -> None:
    assert tally([attendee(1, status=status)]) == Tally(expected=1, **{field: 1})


@pytest.mark.parametrize(
    ("status", "field"),
    [
        (AttendanceStatus.LATE, "late"),
        (AttendanceStatus.EARLY, "early"),
        (AttendanceStatus.ONLINE, "online"),
    ],
)
def test_late_early_and_online_are_inside_present(status: AttendanceStatus, field: str) -> None:
    assert tally([attendee(1, status=status)]) == Tally(expected=1, present=1, **{field: 1})


def test_a_stand_in_counts_as_present_for_the_unit() -> None:
    row = attendee(1, status=AttendanceStatus.PRESENT, stand_in="李明")
    assert tally([row]) == Tally(expected=1, present=1, stand_ins=1)


def test_a_stand_in_named_on_an_absent_line_is_not_counted() -> None:
    row = attendee(1, status=AttendanceStatus.ABSENT, stand_in="李明")
    assert tally([row]) == Tally(expected=1, absent=1)


@pytest.mark.parametrize("role", [role for role in AttendeeRole if role != "expected"])
def test_walk_ins_observers_staff_and_speakers_are_outside_expected(role: AttendeeRole) -> None:
    assert tally([walk_in(1, role=role)]) == Tally(others=1)


def test_counts_that_contradict_each_other_do_not_add_up() -> None:
    assert not Tally(expected=3, present=1, leave=1).adds_up
    assert not Tally(expected=1, present=1, late=1, online=1).adds_up
    assert not Tally(expected=1, absent=1, stand_ins=1).adds_up


def test_a_tally_of_counts_is_the_tally_of_rows() -> None:
    rows = [attendee(number, status=status) for number, status in enumerate(AttendanceStatus)]
    assert from_counts(Counter(row.mark.status for row in rows)) == tally(rows)


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        (1, 3, "33.3"), (2, 3, "66.7"), (53, 58, "91.4"), (1, 8, "12.5"), (1, 16, "6.3"),
        (1, 2000, "0.1"), (1, 2001, "0.0"), (0, 7, "0.0"), (7, 7, "100.0"), (1999, 2000, "100.0"),
    ],
)  # fmt: skip
def test_a_rate_has_one_decimal_half_up(part: int, whole: int, percent: str) -> None:
    assert Rate(part, whole).percent == Decimal(percent)
    assert rate_words(Rate(part, whole)) == f"{percent}%"


def test_a_rate_of_nobody_is_a_dash_and_not_nought() -> None:
    assert Rate(0, 0).percent is None
    assert rate_words(Tally().rate) == "—"


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_rate_is_never_further_off_than_half_a_tenth(part: int, whole: int) -> None:
    percent = Rate(part, whole).percent
    assert percent is not None
    off = Fraction(percent) - Fraction(100 * part, whole)
    assert -Fraction(1, 20) < off <= Fraction(1, 20)


def test_the_rate_of_a_tally_says_how_much_is_unrecorded() -> None:
    assert Tally(expected=4, present=1, unrecorded=3).rate == Rate(1, 4, 3)
