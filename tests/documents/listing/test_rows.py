"""Rows on pages: none lost, none out of order, none torn that a page can hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jz_training.documents.listing.measures import ABOVE, CELL_LINE
from jz_training.documents.listing.rows import Room, Row, on_pages

ROOM = Room(first=150.0, further=300.0, ending=26.0)


def _row(lines: int, name: str = "甲") -> Row:
    return Row((tuple(f"{name}{number}" for number in range(lines)), (name,)))


def _lines(pages: list[list[Row]]) -> list[str]:
    return [line for page in pages for row in page for line in row.cells[0]]


@given(st.lists(st.integers(min_value=0, max_value=90), max_size=40))
def test_no_line_is_lost_and_no_page_overfull(counts: list[int]) -> None:
    rows = [_row(count, f"{place}-") for place, count in enumerate(counts)]
    pages = on_pages(rows, ROOM)
    assert _lines(pages) == [line for row in rows for line in row.cells[0]]
    for number, page in enumerate(pages):
        room = ROOM.further if number else ROOM.first
        ending = ROOM.ending if number == len(pages) - 1 else 0.0
        alone = len(page) <= 1  # a row as high as a page leaves the ending to the next one
        assert sum(row.height for row in page) <= room - (0.0 if alone else ending) + 1e-6


@given(st.lists(st.integers(min_value=1, max_value=20), max_size=40))
def test_a_row_that_a_page_can_hold_is_never_torn(counts: list[int]) -> None:
    rows = [_row(count, f"{place}-") for place, count in enumerate(counts)]
    assert [row for page in on_pages(rows, ROOM) for row in page] == rows


def test_a_row_taller_than_a_page_is_torn_with_lines_on_both_sides() -> None:
    most = int((ROOM.further - 2 * ABOVE) // CELL_LINE)
    pages = on_pages([_row(most + 1)], ROOM)
    assert min(row.lines for page in pages for row in page) >= 4
    assert len(_lines(pages)) == most + 1


def test_the_ending_takes_the_last_row_along() -> None:
    rows = [_row(1, f"{place}-") for place in range(8)]
    height = sum(row.height for row in rows)
    pages = on_pages(rows, Room(first=height + 1, further=300.0, ending=26.0))
    assert [len(page) for page in pages] == [7, 1]
