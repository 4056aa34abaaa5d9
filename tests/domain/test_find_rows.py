"""Finding people on the sheet by number, initials, pinyin and parts of the name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.find_rows import find_rows
from jz_training.services.name_order import pinyin_table
from tests.factories import attendee

ROWS = [
    attendee(1, name="陈国栋"),
    attendee(2, name="程 广"),
    attendee(3, name="单国栋"),
    attendee(4, name="阿依古丽·买买提"),
    attendee(12, name="陈广东"),
    attendee(13, name="沈长国"),
]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("cgd", (1, 12)),
        ("CGD", (1, 12)),
        ("ｃｇｄ", (1, 12)),
        ("cg", (2, 1, 12, 13)),  # whole, beginnings, inside
        ("sgd", (3,)),
        ("chenguod", (1,)),
        ("国栋", (1, 3)),
        ("程广", (2,)),
        ("国", (1, 3, 13)),
        ("陈", (1, 12)),
        ("买买提", (4,)),
        ("12", (12,)),
        ("１２", (12,)),
        ("1", (1,)),
        ("99", ()),
        ("", ()),
        (" ", ()),
        ("·", ()),
        ("zzz", ()),
    ],
)
def test_rows_are_found(text: str, numbers: tuple[int, ...]) -> None:
    assert find_rows(text, ROWS, pinyin=pinyin_table()) == numbers


@given(st.text(max_size=10))
def test_any_text_finds_rows_of_the_list_or_nobody(text: str) -> None:
    found = find_rows(text, ROWS, pinyin=pinyin_table())
    assert len(set(found)) == len(found)
    assert set(found) <= {row.number for row in ROWS}
