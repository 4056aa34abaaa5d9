"""Pages to print are named as people write them, and leave the printer copy by copy."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.page_ranges import NotPages, pages_of, printed_order


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", (1, 2, 3, 4, 5)),
        ("1,3-5", (1, 3, 4, 5)),
        ("１，３－５", (1, 3, 4, 5)),
        ("5、1", (5, 1)),
        ("第2页", (2,)),
        ("2 - 3", (2, 3)),
        ("4至5", (4, 5)),
        ("1,1-2", (1, 2)),
    ],
)
def test_pages_are_read_as_people_write_them(text: str, pages: tuple[int, ...]) -> None:
    assert pages_of(text, 5) == pages


@pytest.mark.parametrize("text", ["0", "6", "3-1", "2-9", "a", "1-", "-2", "1-2-3", "1.5"])
def test_what_names_no_page_is_told(text: str) -> None:
    with pytest.raises(NotPages) as found:
        pages_of(text, 5)
    assert found.value.part in text


@settings(max_examples=40)
@given(st.lists(st.integers(1, 30), min_size=1, max_size=8), st.integers(30, 40))
def test_pages_written_out_are_read_back(pages: list[int], count: int) -> None:
    assert pages_of(",".join(map(str, pages)), count) == tuple(dict.fromkeys(pages))


def test_copies_are_collated_and_each_begins_on_a_fresh_sheet() -> None:
    assert printed_order((1, 2, 3), copies=2) == (1, 2, 3, 1, 2, 3)
    assert printed_order((1, 2, 3), copies=2, both_sides=True) == (1, 2, 3, None, 1, 2, 3)
    assert printed_order((1, 2), copies=2, both_sides=True) == (1, 2, 1, 2)
