"""Identities: of the right make, in order of time, never twice."""

from __future__ import annotations

import time
from uuid import RFC_4122

import time_machine

from jz_training.domain.ids import new_id, new_ids


def test_an_id_is_a_uuid_of_version_seven() -> None:
    made = new_id()
    assert made.version == 7
    assert made.variant == RFC_4122


def test_an_id_begins_with_the_milliseconds_of_its_making() -> None:
    before = time.time_ns() // 1_000_000
    stamp = new_id().int >> 80
    assert before <= stamp <= time.time_ns() // 1_000_000


def test_later_ids_sort_behind_earlier_ones() -> None:
    with time_machine.travel("2026-11-20 15:00:00", tick=False) as clock:
        made = []
        for _ in range(20):
            made.append(new_id())
            clock.shift(0.001)
    assert made == sorted(made)


def test_ids_of_one_millisecond_differ() -> None:
    with time_machine.travel("2026-11-20 15:00:00", tick=False):
        assert len({new_id() for _ in range(10_000)}) == 10_000


def test_many_identities_sort_in_the_order_they_are_given():
    ids = new_ids(5000)
    assert sorted(ids) == ids
    assert len(set(ids)) == 5000
    assert {each.version for each in ids} == {7}
    assert {each.variant for each in ids} == {RFC_4122}
