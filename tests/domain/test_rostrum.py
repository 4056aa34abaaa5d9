"""The seats of the rostrum follow the usual rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.rostrum import seated, spaced


@pytest.mark.parametrize(
    ("count", "seats"),
    [(0, ""), (1, "1"), (2, "12"), (3, "312"), (4, "3124"), (5, "53124"), (6, "531246")],
)
def test_the_first_sits_in_the_middle_and_the_second_at_the_left_hand(count, seats):
    assert "".join(seated([str(n) for n in range(1, count + 1)])) == seats


@given(st.integers(1, 40))
def test_everybody_has_one_seat_and_neighbours_of_the_first_are_the_next_in_rank(count):
    row = seated(range(1, count + 1))
    assert sorted(row) == list(range(1, count + 1))
    middle = row.index(1)
    assert abs(middle - (len(row) - 1) / 2) <= 0.5
    assert all(abs(row.index(n) - middle) <= n for n in row)


def test_a_name_of_two_characters_is_spaced_like_three():
    assert spaced("叶静") == "叶\u3000静"
    assert spaced("秦晓峰") == "秦晓峰"
    assert spaced("Bo") == "Bo"
