"""What may stand in a cell, and what a sheet may be called."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.documents.excel.cells import CHARS_PER_CELL, CUT, cell, cell_text, sheet_name
from jz_training.domain.tally import Rate


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        ("", None),
        ("=1+1", "=1+1"),
        ("'001", "'001"),
        (0, 0),
        (Decimal("1.5"), 1.5),
        (date(2025, 2, 18), date(2025, 2, 18)),
        (Rate(3, 4), 0.75),
        (Rate(0, 4), 0.0),
        (Rate(0, 0), "—"),
    ],
)
def test_values_become_what_excel_shall_hold(value: object, expected: object) -> None:
    assert cell(value) == expected  # type: ignore[arg-type]
    assert type(cell(value)) is type(expected)  # type: ignore[arg-type]


@given(st.integers(1, 3000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_excel_shows_the_same_rate_as_the_paper(numbers: tuple[int, int]) -> None:
    fraction = cell(Rate(*numbers))
    # 0.0% shows the shortest decimal of the fraction, rounded half up
    shown = (Decimal(repr(fraction)) * 100).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    assert shown == Rate(*numbers).percent


@pytest.mark.parametrize(
    "text",
    ["张三", "欧阳　修", "𠮷田\U0003106c", "a\tb\nc", " x ", "_x0041_", "\x7f\x85\u2028", "\ue000"],
)
def test_what_a_cell_can_hold_stays_as_typed(text: str) -> None:
    assert cell_text(text) == text


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_no_file_can_hold_shows_that_something_stood_there(bad: str) -> None:
    assert cell_text(f"王{bad}明") == "王\ufffd明"


def test_line_ends_become_those_of_a_cell() -> None:
    assert cell_text("一\r\n二\r三") == "一\n二\n三"


@pytest.mark.parametrize("text", ["长" * CHARS_PER_CELL, "𠮷" * (CHARS_PER_CELL // 2)])
def test_a_text_that_just_fits_is_kept_whole(text: str) -> None:
    assert cell_text(text) == text


@pytest.mark.parametrize(
    "text", ["长" * (CHARS_PER_CELL + 1), "a" + "𠮷" * (CHARS_PER_CELL // 2 + 1)]
)
def test_a_text_longer_than_a_cell_is_cut_and_says_so(text: str) -> None:
    kept = cell_text(text)
    assert kept.endswith(CUT)
    assert text.startswith(kept.removesuffix(CUT))
    assert CHARS_PER_CELL - 1 <= len(kept.encode("utf-16-le")) // 2 <= CHARS_PER_CELL


@given(st.text())
def test_no_text_makes_a_cell_that_cannot_be_saved(text: str) -> None:
    kept = cell_text(text)
    kept.encode()
    assert len(kept) <= len(text)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("名册", "名册"),
        ("a:b\\c/d?e*f[g]h", "a·b·c·d·e·f·g·h"),
        ("'引号'", "引号"),
        ("", "表"),
        ("长" * 40, "长" * 31),
        ("𠮷" * 40, "𠮷" * 15),
    ],
)
def test_a_sheet_gets_a_name_that_excel_accepts(wanted: str, name: str) -> None:
    assert sheet_name(wanted) == name


def test_sheets_of_one_name_are_numbered() -> None:
    assert sheet_name("Roster", ["roster", "ROSTER（2）"]) == "Roster（3）"
    assert sheet_name("长" * 40, ["长" * 31]) == "长" * 28 + "（2）"
