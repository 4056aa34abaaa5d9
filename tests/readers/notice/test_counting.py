"""Numbers in the formats of Word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.readers.notice.counting import counted


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (10, "chineseCounting", "十"),
        (12, "chineseCountingThousand", "十二"),
        (20, "japaneseCounting", "二十"),
        (102, "chineseCounting", "一百零二"),
        (110, "chineseCounting", "一百一十"),
        (1002, "chineseCounting", "一千零二"),
        (21, "chineseLegalSimplified", "贰拾壹"),
        (26, "ideographDigital", "二六"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (4, "decimalEnclosedParen", "⑷"),
        (5, "decimalEnclosedFullstop", "⒌"),
        (15, "decimalFullWidth", "１５"),
        (2, "ideographTraditional", "乙"),
        (28, "lowerLetter", "bb"),
        (9, "upperRoman", "IX"),
        (7, "decimalZero", "07"),
        (7, "unheardOf", "7"),
        (7, "none", ""),
    ],
)
def test_a_number_is_written_as_word_writes_it(number: int, form: str, written: str) -> None:
    assert counted(number, form) == written


@given(st.integers(1, 9999))
def test_chinese_numbers_say_what_they_count(number: int) -> None:
    total = digit = 0
    for one in counted(number, "chineseCounting"):
        if one in "十百千":
            total += max(digit, 1) * {"十": 10, "百": 100, "千": 1000}[one]
            digit = 0
        else:
            digit = "零一二三四五六七八九".index(one)
    assert total + digit == number
