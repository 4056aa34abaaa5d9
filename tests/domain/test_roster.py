"""Persons on lists: what is hidden of a phone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.roster import UnitKind, masked_phone
from jz_training.labels import UNIT_KINDS


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13000001234", "130****1234"),
        (" 13000001234 ", "130****1234"),
        ("", ""),
        ("  ", ""),
        ("0391-0000123", "0**********3"),
        ("8123", "8***3"),
        ("81", "8***1"),
    ],
)
def test_a_phone_is_masked(phone: str, shown: str) -> None:
    assert masked_phone(phone) == shown


@given(st.text("0123456789-", min_size=4, max_size=20))
def test_a_masked_phone_shows_seven_digits_at_most(phone: str) -> None:
    shown = masked_phone(phone)
    assert sum(sign.isdecimal() for sign in shown) <= 7
    assert "***" in shown


def test_every_kind_of_unit_has_its_word() -> None:
    assert set(UNIT_KINDS) == set(UnitKind)
