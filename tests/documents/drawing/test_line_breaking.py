"""Lines of Chinese: never begun with a closing mark, never ended with an opening one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.documents.drawing.line_breaking import NEVER_FIRST, NEVER_LAST, break_lines

text = st.text(alphabet="工会学习，。（）《》、12a％ “”", max_size=80)


def _count(piece: str) -> float:
    return float(len(piece))


@settings(deadline=None)
@given(text, st.integers(8, 30), st.integers(0, 2))
def test_lines_hold_the_whole_text_and_fit(source: str, limit: int, indent: int) -> None:
    lines = break_lines(source, measure=_count, limit=limit, indent=indent)
    assert "".join(lines).replace(" ", "") == source.replace(" ", "")
    assert len(lines[0]) <= limit - indent
    assert all(len(line) <= limit for line in lines)


def test_a_closing_mark_takes_its_character_along() -> None:
    assert break_lines("一二三四五。六", measure=_count, limit=5) == ["一二三四", "五。六"]


def test_an_opening_mark_goes_to_the_next_line() -> None:
    assert break_lines("一二三四《五》", measure=_count, limit=5) == ["一二三四", "《五》"]


def test_a_number_is_not_parted() -> None:
    assert break_lines("共有2025年", measure=_count, limit=5) == ["共有", "2025年"]


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert break_lines("A" * 7, measure=_count, limit=3) == ["AAA", "AAA", "A"]


def test_the_first_line_gives_room_for_its_indent() -> None:
    assert break_lines("一二三四五六", measure=_count, limit=4, indent=2) == ["一二", "三四五六"]


def test_no_text_is_one_empty_line() -> None:
    assert break_lines("", measure=_count, limit=4) == [""]


def test_opening_and_closing_marks_are_different_ones() -> None:
    assert {"／"} == NEVER_FIRST & NEVER_LAST  # 分隔号 stands at neither edge


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("一二三四——五", ["一二三四", "——五"]),
        ("一二三——四五", ["一二三——", "四五"]),
        ("一二三四……五", ["一二三", "四……五"]),
        ("一二三95%四", ["一二三", "95%四"]),
        ("一二三37℃四", ["一二三", "37℃四"]),
        ("一二三￥500", ["一二三", "￥500"]),
        ("一二三1,234", ["一二三", "1,234"]),
        ("一二三12人次", ["一二三", "12人次"]),
        ("年月2026年月", ["年月", "2026年", "月"]),
        ("一二三Word", ["一二三", "Word"]),
        ("一二三《四》", ["一二三", "《四》"]),
        ("一二三四／五", ["一二三", "四／五"]),
    ],
)
def test_what_belongs_together_stays_on_a_line(source: str, lines: list[str]) -> None:
    assert break_lines(source, measure=_count, limit=5) == lines


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("一二三四五六", ["一二三四", "五六"]),
        ("一二三四五六。", ["一二三四", "五六。"]),
        ("一二三四五六七", ["一二三四五", "六七"]),
        ("一二三四 五", ["一二三", "四 五"]),
    ],
)
def test_a_last_line_is_not_left_a_single_character(source: str, lines: list[str]) -> None:
    assert break_lines(source, measure=_count, limit=5, lone_last=False) == lines


@settings(deadline=None, max_examples=40)
@given(text, st.integers(8, 30), st.integers(0, 2))
def test_company_for_the_last_line_changes_neither_text_nor_length(
    source: str, limit: int, indent: int
) -> None:
    as_many = break_lines(source, measure=_count, limit=limit, indent=indent)
    lines = break_lines(source, measure=_count, limit=limit, indent=indent, lone_last=False)
    assert len(lines) == len(as_many)
    assert "".join(lines).replace(" ", "") == source.replace(" ", "")
    assert all(len(line) <= limit for line in lines)


def test_a_mark_after_a_word_too_long_for_a_line_still_clings() -> None:
    assert break_lines("A" * 6 + "。", measure=_count, limit=3) == ["AAA", "AA", "A。"]
