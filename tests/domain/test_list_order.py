"""The order of a list: by unit, by pinyin, by strokes, by hand."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.list_order import order_people, post_rank
from jz_training.domain.roster import PersonRow
from jz_training.domain.strokes import StrokeConvention
from jz_training.domain.training import SheetOrder
from jz_training.services.name_order import name_tables
from tests.factories import UNITS, attendee, person

PARTY = name_tables()


def position(someone: PersonRow) -> int:
    return UNITS.index(someone.unit)


def names_in(
    order: SheetOrder, *people: PersonRow, convention: StrokeConvention = StrokeConvention.PARTY
) -> list[str]:
    ordered = order_people(
        people, order=order, tables=name_tables(convention), unit_position=position
    )
    return [someone.name for someone in ordered.people]


def test_by_unit_goes_through_the_units_as_they_stand_then_by_strokes() -> None:
    people = [
        person(1, name="丁静", unit="机关科室"),
        person(2, name="戴静", unit="织造车间"),
        person(3, name="王静", unit="织造车间"),
        person(4, name="于静", unit="印染车间"),
    ]
    assert names_in(SheetOrder.UNIT, *people) == ["王静", "戴静", "于静", "丁静"]


def test_by_unit_puts_the_heads_of_the_union_first() -> None:
    people = [
        person(1, name="丁静", unit="织造车间", post="质检员"),
        person(2, name="马静", unit="织造车间", post="分工会副主席"),
        person(3, name="戴静", unit="织造车间", post="车间主任、分工会主席"),
    ]
    assert names_in(SheetOrder.UNIT, *people) == ["戴静", "马静", "丁静"]


def test_by_pinyin_leaves_units_aside() -> None:
    people = [person(1, name="张静"), person(2, name="尉迟静"), person(3, name="单静")]
    assert names_in(SheetOrder.PINYIN, *people) == ["单静", "尉迟静", "张静"]


def test_by_strokes_leaves_units_and_posts_aside() -> None:
    people = [person(1, name="张静", post="主席"), person(2, name="丁静"), person(3, name="王静")]
    assert names_in(SheetOrder.STROKES, *people) == ["丁静", "王静", "张静"]


def test_by_strokes_follows_the_chosen_convention() -> None:
    people = [person(1, name="田大利"), person(2, name="田富")]
    assert names_in(SheetOrder.STROKES, *people) == ["田富", "田大利"]
    congress = names_in(SheetOrder.STROKES, *people, convention=StrokeConvention.CONGRESS)
    assert congress == ["田大利", "田富"]


def test_by_hand_changes_nothing() -> None:
    people = [person(1, name="张静"), person(2, name="丁静")]
    assert names_in(SheetOrder.BY_HAND, *people) == ["张静", "丁静"]


@pytest.mark.parametrize("order", SheetOrder)
def test_people_of_one_name_stay_as_they_came(order: SheetOrder) -> None:
    people = [person(number, name="王静", unit="织造车间") for number in (5, 2, 9)]
    ordered = order_people(people, order=order, tables=PARTY, unit_position=position)
    assert list(ordered.people) == people


@pytest.mark.parametrize("order", [SheetOrder.UNIT, SheetOrder.STROKES, SheetOrder.PINYIN])
def test_names_of_doubtful_place_are_named(order: SheetOrder) -> None:
    people = [person(1, name="丁\uf8ff"), person(2, name="王静")]
    ordered = order_people(people, order=order, tables=PARTY, unit_position=position)
    assert ordered.unknown == ("丁\uf8ff",)


def test_attendees_can_be_ordered_too() -> None:
    rows = [attendee(1, name="张静"), attendee(2, name="丁静")]
    ordered = order_people(
        rows, order=SheetOrder.STROKES, tables=PARTY, unit_position=lambda row: 0
    )
    assert [row.number for row in ordered.people] == [2, 1]


@pytest.mark.parametrize(
    ("post", "rank"),
    [
        ("工会主席", 0), ("党总支书记、工会主席", 0), ("工会副主席", 1), ("副主席", 1),
        ("工会委员", 2), ("", 2), ("副主席、女职工委员会主席", 0),
    ],
)  # fmt: skip
def test_only_heads_of_the_union_are_ranked(post: str, rank: int) -> None:
    assert post_rank(post) == rank


@given(st.lists(st.integers(1, 40), unique=True), st.sampled_from(list(SheetOrder)[:3]))
def test_nobody_is_lost_and_the_order_is_always_the_same(
    numbers: list[int], order: SheetOrder
) -> None:
    people = [person(number) for number in numbers]
    shuffled = people.copy()
    Random(1).shuffle(shuffled)
    first = order_people(people, order=order, tables=PARTY, unit_position=position)
    second = order_people(shuffled, order=order, tables=PARTY, unit_position=position)
    assert first.people == second.people
    assert sorted(first.people, key=lambda one: one.id) == sorted(people, key=lambda one: one.id)
