"""Cells as texts: phones, numbers, texts set for looks."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.person_name import has_forbidden_characters
from jz_training.readers.grids.grid import Cell
from jz_training.readers.roster.values import (
    Phone,
    cell_text,
    clean_number,
    clean_text,
    plain_mobiles,
    read_phone,
)


@pytest.mark.parametrize(
    "cell",
    [
        13800138001.0, 13800138001, "13800138001", "'13800138001", "+86 13800138001",
        "8613800138001", "138-0013-8001", "138 0013 8001", "１３８００１３８００１",
        "13800138001（本人）", "138.0013.8001", "138—0013—8001", "138 001 38001",
    ],
)  # fmt: skip
def test_a_mobile_is_read_however_it_was_typed(cell: Cell) -> None:
    assert read_phone(cell) == Phone("13800138001")


@pytest.mark.parametrize("cell", ["0391-1234567", "6123456", "(0391)1234567", "0391-1234567转801"])
def test_a_landline_is_kept(cell: str) -> None:
    assert read_phone(cell).text != ""
    assert not read_phone(cell).unsure


@pytest.mark.parametrize("joint", ["/", "、", " ", "\n", "，", ";"])
def test_of_two_phones_the_first_is_kept_and_it_is_told(joint: str) -> None:
    phone = read_phone(f"13800138001{joint}13900139002")
    assert phone == Phone("13800138001", two=True)


@pytest.mark.parametrize("cell", ["1.38E+10", "1.38001e10", 4.1080019900101123e17, 13800138001.5])
def test_a_number_that_lost_digits_is_not_kept(cell: Cell) -> None:
    assert read_phone(cell) == Phone("", unsure=True)


def test_a_rounded_looking_mobile_is_kept_and_unsure() -> None:
    assert read_phone(13800000000.0) == Phone("13800000000", unsure=True)


def test_an_id_card_among_phones_is_not_kept() -> None:
    assert read_phone("41080019900101123X") == Phone("", unsure=True)


@pytest.mark.parametrize("cell", ["", "无", "/", "—", 0.0])
def test_no_phone_is_no_doubt(cell: Cell) -> None:
    assert read_phone(cell) == Phone("")


def test_a_masked_phone_is_no_doubt() -> None:
    assert read_phone("138****8001") == Phone("138****8001")


def test_words_instead_of_a_phone_are_kept_and_unsure() -> None:
    assert read_phone("问办公室") == Phone("问办公室", unsure=True)


def test_a_column_of_plain_mobiles_is_told_at_once() -> None:
    assert plain_mobiles((13800138001.0, 13800138002.0)) == ["13800138001", "13800138002"]
    assert plain_mobiles(("13800138001", "")) == ["13800138001", ""]


@pytest.mark.parametrize(
    "odd", [13800000000.0, 0.5, float("nan"), "+8613800138001", "1\n13800138001", 12.0]
)
def test_one_odd_cell_sends_the_column_the_careful_way(odd: Cell) -> None:
    same_kind: Cell = "13800138001" if isinstance(odd, str) else 13800138001.0
    assert plain_mobiles((same_kind, odd)) is None


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (3.0, "3"), (0.15, "0.15"), (True, "是"), (date(2025, 1, 20), "2025-01-20"),
        (datetime(2025, 1, 20), "2025-01-20"), (datetime(2025, 1, 20, 9, 30), "2025-01-20 09:30"),
        (time(9, 30), "09:30:00"), (1e17, "100000000000000000"), (float("inf"), "inf"),
    ],
)  # fmt: skip
def test_a_cell_reads_as_a_person_reads_it(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("财 务 处", "财务处"), ("财　务　处", "财务处"), ("第一车间  甲班", "第一车间 甲班"),
        ("示例\n机械厂", "示例机械厂"), ("第１车间Ａ班", "第1车间A班"), ("'007", "007"),
        ("甲\u200b厂\x07", "甲厂"), ("a\tb", "a b"), ("坏\ud800字", "坏字"),
    ],
)  # fmt: skip
def test_texts_lose_what_was_set_for_looks(raw: str, text: str) -> None:
    assert clean_text(raw) == text


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_a_cleaned_text_is_safe_and_stays_the_same(raw: str) -> None:
    text = clean_text(raw)
    assert len(text) <= 200
    assert not has_forbidden_characters(text)
    assert clean_text(text.removeprefix("'")) == text.removeprefix("'").strip() or "'" in text


def test_a_number_is_kept_as_typed_and_an_id_card_is_not() -> None:
    assert clean_number("A-007") == "A-007"
    assert clean_number(7.0) == "7"
    assert clean_number("41080019900101123X") == ""
