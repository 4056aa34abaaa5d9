"""发文字号 as GB/T 9704, 7.2.5 has it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.paper_number import NumberFault, number_fault, tidy_number
from jz_training.labels.papers import NUMBER_FAULTS


@pytest.mark.parametrize(
    "text", ["清工〔2026〕6号", "焦工文〔2025〕120号", "", " 清工〔2026〕6号 "]
)
def test_a_number_of_the_standard_has_no_fault(text: str) -> None:
    assert number_fault(text) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("清工[2026]6号", NumberFault.BRACKETS),
        ("清工（2026）6号", NumberFault.BRACKETS),
        ("第六号", NumberFault.BRACKETS),
        ("〔2026〕6号", NumberFault.CODE),
        ("QG〔2026〕6号", NumberFault.CODE),
        ("清工〔26〕6号", NumberFault.YEAR),
        ("清工〔２０２６〕6号", NumberFault.YEAR),
        ("清工〔2026〕6", NumberFault.NO_END),
        ("清工〔2026〕第6号", NumberFault.ORDINAL),
        ("清工〔2026〕　号", NumberFault.OPEN),
        ("清工〔2026〕六号", NumberFault.SERIAL),
        ("清工〔2026〕006号", NumberFault.PADDED),
        ("清工〔2026〕0号", NumberFault.PADDED),
    ],
)
def test_each_fault_is_told_in_words(text: str, fault: NumberFault) -> None:
    assert number_fault(text) is fault
    assert NUMBER_FAULTS[fault]


def test_brackets_and_digits_are_made_those_of_the_standard() -> None:
    for typed in ("清工[2026]6号", "清工（2026）6号", "清工【２０２６】６号", "清工〔2026〕6号"):
        assert tidy_number(typed) == "清工〔2026〕6号"
    assert tidy_number("清工〔26〕（一）号") == "清工〔26〕（一）号"


@settings(max_examples=30)
@given(st.integers(2000, 2099), st.integers(1, 9999))
def test_any_year_and_serial_number_are_fine(year: int, serial: int) -> None:
    assert number_fault(tidy_number(f"清工({year}){serial}号")) is None
