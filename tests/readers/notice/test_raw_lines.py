"""Lines are cleaned alike wherever they come from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.errors import CannotRead
from jz_training.readers.notice.limits import MOST_CHARACTERS, MOST_LINES, MOST_PASTED
from jz_training.readers.notice.raw_lines import cleaned, raw_text_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲\r\n乙\r丙\n丁\x0b戊\u2028己", ("甲", "乙", "丙", "丁", "戊", "己")),
        ("上页\f下页", ("上页", "", "下页")),
        ("　　首行\t缩进 \u3000", ("　　首行\t缩进",)),
        ("5\xa0月\u20092\u202f日", ("5 月 2 日",)),
        ("零\u200b宽\ufeff\u2060\xad\u200f", ("零宽",)),
        ("控\x00制\x07\x1f\x9f", ("控制",)),
        ("\ud842\udfb7野\ud800", ("𠮷野",)),
    ],
)
def test_a_pasted_text_becomes_lines(text: str, lines: tuple[str, ...]) -> None:
    assert raw_text_of(text).lines == lines


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=200))
def test_no_letter_digit_or_mark_is_lost(text: str) -> None:
    assert "".join(cleaned(text)) == text.replace("\ufffc", "")


@given(st.text(max_size=200))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = cleaned(text)
    assert cleaned("\n".join(once)) == once


def test_a_text_longer_than_a_notice_is_cut() -> None:
    raw = raw_text_of("学习\n" * (MOST_LINES + 1))
    assert raw.cut
    assert len(raw.lines) == MOST_LINES
    raw = raw_text_of(("学" * 99_999 + "\n") * 4)
    assert raw.cut
    assert sum(map(len, raw.lines)) <= MOST_CHARACTERS


@pytest.mark.parametrize(("text", "word"), [("", "没有文字"), ("学" * (MOST_PASTED + 1), "万字")])
def test_what_is_no_notice_is_refused(text: str, word: str) -> None:
    with pytest.raises(CannotRead, match=word):
        raw_text_of(text)
