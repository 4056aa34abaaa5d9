"""A verify code notices slips of the pen; numbers follow the pattern of the office."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jz_training.domain.certificate import CertificateKind
from jz_training.domain.certificate_code import (
    CHANCE_BITS,
    LENGTH,
    grouped,
    read_verify_code,
    verify_code,
)
from jz_training.domain.certificate_number import certificate_number, pattern_fault
from jz_training.domain.page_code import ALPHABET

codes = st.integers(0, 2**CHANCE_BITS - 1).map(verify_code)
places = st.integers(0, LENGTH - 1)
signs = st.sampled_from(ALPHABET)


@given(code=codes)
def test_a_code_is_read_as_people_type_it(code: str) -> None:
    full_width = "".join(chr(ord(sign) + 0xFEE0) for sign in grouped(code))
    loose = grouped(code).lower().replace("0", "o").replace("1", "l")
    assert read_verify_code(full_width) == read_verify_code(f" {loose} ") == code
    assert len(grouped(code)) == LENGTH + 2


@settings(max_examples=60)
@given(code=codes, first=places, second=places, one=signs, other=signs)
def test_any_two_wrong_characters_are_noticed(
    code: str, first: int, second: int, one: str, other: str
) -> None:
    wrong = list(code)
    wrong[first], wrong[second] = one, other
    assume("".join(wrong) != code)
    assert read_verify_code("".join(wrong)) is None


@settings(max_examples=60)
@given(code=codes, at=st.integers(0, LENGTH - 2))
def test_neighbours_that_changed_places_are_noticed(code: str, at: int) -> None:
    swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert read_verify_code(swapped) == (code if swapped == code else None)


@pytest.mark.parametrize(
    "text", ["", "7K3Q", "中文查验码一二三四五", "U" * LENGTH, "0" * (LENGTH + 1)]
)
def test_what_cannot_be_a_code_is_none(text: str) -> None:
    assert read_verify_code(text) is None


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("", None),
        ("工培〔{year}〕{number}号", None),
        ("{kind}{year}-{number}", None),
        ("工培{number}号", "no_year"),
        ("工培〔{year}〕号", "no_number"),
        ("{year}{number}{number}", "twice"),
        ("{year}{number}{name}", "unknown_field"),
        ("{year}{number}}", "braces"),
        ("工" * 40 + "{year}{number}", "too_long"),
    ],
)
def test_a_pattern_needs_year_and_number_once_each(pattern: str, fault: str | None) -> None:
    assert pattern_fault(pattern) == fault


@pytest.mark.parametrize(
    ("pattern", "training", "hours"),
    [
        ("", "工培〔2026〕7号", "工培学时〔2026〕7号"),
        ("{year}-{number}", "2026-7", "学时2026-7"),
        ("证{year}", "工培〔2026〕7号", "工培学时〔2026〕7号"),
        ("证字{number}（{year}{kind}）", "证字7（2026）", "证字7（2026学时）"),
    ],
)
def test_the_two_kinds_never_give_the_same_number(pattern: str, training: str, hours: str) -> None:
    for kind, number in ((CertificateKind.TRAINING, training), (CertificateKind.HOURS, hours)):
        assert certificate_number(pattern, kind=kind, year=2026, serial=7) == number
