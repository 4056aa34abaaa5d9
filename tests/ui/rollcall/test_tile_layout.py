"""Names of a roll call on the wall: as large as fits, else on pages; nobody is left out."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.ui.rollcall.tile_layout import Group, lay_out_tiles
from jz_training.ui.style.room_theme import PAIRS
from jz_training.ui.style.theme import contrast


def numbers(count: int) -> tuple[int, ...]:
    return tuple(range(1, count + 1))


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=6),
    st.integers(700, 1900),
    st.integers(300, 900),
)
def test_everybody_stands_on_one_page_without_overlap(sizes, width, height):
    start = itertools.accumulate(sizes, initial=0)
    groups = [
        Group(f"车间{at}", tuple(range(first + 1, first + size + 1)))
        for at, (first, size) in enumerate(zip(start, sizes, strict=False))
    ]
    made = lay_out_tiles(groups, width=width, height=height, smallest=18)
    shown = [tile for page in made.pages for tile in page.tiles]
    assert sorted(tile.number for tile in shown) == list(numbers(sum(sizes)))
    for page in made.pages:
        areas = [tile.area for tile in page.tiles] + [title.area for title in page.titles]
        assert not any(a.intersects(b) for a, b in itertools.combinations(areas, 2))
        assert all(area.bottom() < height and area.right() < width for area in areas)


def test_two_hundred_fit_on_a_projector_in_letters_of_a_readable_share_of_its_height():
    made = lay_out_tiles([Group("", numbers(200))], width=1848, height=800, smallest=24)
    assert len(made.pages) == 1
    assert made.letter >= 24


def test_more_people_are_dealt_onto_pages():
    made = lay_out_tiles([Group("", numbers(500))], width=1848, height=800, smallest=24)
    assert len(made.pages) > 1
    assert made.page_of(500) == len(made.pages) - 1


def test_few_people_are_set_large():
    made = lay_out_tiles([Group("", numbers(12))], width=1848, height=800, smallest=24)
    assert made.letter == 64


@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_every_word_on_the_wall_can_be_read(words, ground):
    assert contrast(words, ground) >= 4.5
