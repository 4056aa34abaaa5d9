"""Absences in a row: coming and leave end a run, what is unrecorded says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.attendance import AttendanceStatus as Status
from jz_training.domain.reach import absences_in_a_row

WORDS = {"到": Status.PRESENT, "假": Status.LEAVE, "缺": Status.ABSENT, "空": Status.UNRECORDED}


def run(words: str) -> list[int]:
    return absences_in_a_row((WORDS[word], at) for at, word in enumerate(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", []),
        ("到缺缺缺", [1, 2, 3]),
        ("缺缺假缺", [3]),
        ("缺缺缺假", []),
        ("缺空缺缺空", [0, 2, 3]),
        ("缺缺缺到", []),
    ],
)
def test_a_run_is_what_was_missed_since_coming_or_being_excused(
    words: str, expected: list[int]
) -> None:
    assert run(words) == expected


@settings(max_examples=30)
@given(st.text(alphabet="到假缺空", max_size=12), st.text(alphabet="假缺空", max_size=6))
def test_what_was_before_the_last_coming_does_not_matter(before: str, after: str) -> None:
    assert len(run(f"{before}到{after}")) == len(run(after))
