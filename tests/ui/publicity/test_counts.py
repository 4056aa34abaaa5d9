"""Numbers of listeners as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.ui.publicity.counts import count_in, count_trouble


@given(st.integers(min_value=0, max_value=9_999_999_999))
def test_a_number_is_read_however_it_is_grouped(count: int) -> None:
    assert count_in(str(count)) == count
    assert count_in(f"{count:,} 人") == count
    assert count_in(f"{count:,}人次".replace(",", "，")) == count


@pytest.mark.parametrize("typed", ["约三十", "30-40", "3.5", "-3", "13800001111111", "1,2,3"])
def test_what_is_no_number_is_said_so(typed: str) -> None:
    assert count_in(typed) is None
    assert count_trouble("听众人数", typed) == "听众人数请写数字，如 36。"


def test_an_empty_field_is_no_fault() -> None:
    assert count_in(" ") is None
    assert count_trouble("听众人数", " ") == ""


def test_full_width_digits_are_digits() -> None:
    assert count_in("３６") == 36
