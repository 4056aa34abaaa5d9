"""Batches partition the audience: everybody in exactly one, or said to be left over."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.batches import Batch, BatchBy, Member, split


def member(number: int, unit: str = "甲", layer: str = "职工") -> Member:
    return Member(id=UUID(int=number), name=f"人{number}", unit=unit, layer=layer)


AUDIENCES = st.lists(
    st.tuples(st.sampled_from(["甲", "乙", "丙", ""]), st.sampled_from(["干部", "职工", ""])),
    max_size=60,
).map(lambda rows: [member(n, unit, layer) for n, (unit, layer) in enumerate(rows)])


def ids(batches: tuple[Batch, ...]) -> list[int]:
    return [one.id.int for batch in batches for one in batch.members]


@given(AUDIENCES, st.sampled_from(BatchBy), st.none() | st.integers(1, 20), st.data())
def test_everybody_is_in_exactly_one_batch_or_left_over(members, by, size, data):
    numbers = st.dictionaries(st.sampled_from(members), st.integers(1, 4)) if members else st.none()
    chosen = data.draw(numbers) or {}
    made = split(members, by, size=size, by_hand={m.id: n for m, n in chosen.items()})
    everywhere = Counter(ids(made.batches)) + Counter(m.id.int for m in made.left_over)
    assert everywhere == Counter(m.id.int for m in members)
    assert [batch.number for batch in made.batches] == list(range(1, len(made.batches) + 1))
    assert all(batch.members for batch in made.batches)


@given(AUDIENCES, st.sampled_from([BatchBy.UNIT, BatchBy.LAYER, BatchBy.NUMBER]), st.integers(1, 9))
def test_no_batch_is_larger_than_asked_for(members, by, size):
    made = split(members, by, size=size)
    assert all(len(batch.members) <= size for batch in made.batches)


@given(AUDIENCES, st.integers(1, 9))
def test_batches_by_number_differ_by_one_at_most(members, size):
    sizes = [len(batch.members) for batch in split(members, BatchBy.NUMBER, size=size).batches]
    assert not sizes or max(sizes) - min(sizes) <= 1


def test_units_that_stand_together_share_a_batch_while_there_is_room():
    members = [member(n, unit) for n, unit in enumerate("甲甲乙丙丙丙丁")]
    made = split(members, BatchBy.UNIT, size=3)
    assert [batch.names for batch in made.batches] == [("甲", "乙"), ("丙",), ("丁",)]


def test_a_unit_larger_than_a_batch_is_divided_evenly():
    made = split([member(n) for n in range(10)], BatchBy.UNIT, size=4)
    assert [len(batch.members) for batch in made.batches] == [4, 3, 3]


def test_whoever_has_no_layer_is_left_over():
    made = split([member(1), member(2, layer="")], BatchBy.LAYER)
    assert [one.id.int for one in made.left_over] == [2]
