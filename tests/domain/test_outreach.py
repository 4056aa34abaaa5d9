"""Talks: who is counted, what a month came to, and what may be saved."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.outreach import MOST_LISTENERS, OutreachRow, by_month, faults
from jz_training.domain.publicity import MOST_VIEWS
from jz_training.domain.training import TrainingForm
from tests.duties_factories import TALK_START, talk, talk_draft

NOW = datetime(2026, 11, 22, 9, 0)


def on(day: date, **changes: Any) -> OutreachRow:
    return talk(start=datetime.combine(day, TALK_START.time()), **changes)


def test_a_list_of_names_wins_over_heads() -> None:
    assert talk(named=7, head_count=30).listeners == 7
    assert talk(named=0, head_count=30).listeners == 0
    assert talk(head_count=30).listeners == 30
    assert talk().listeners is None


def test_nothing_at_all_is_no_month() -> None:
    assert by_month((), ()) == ()
    assert by_month((on(date(2026, 12, 1), held=False),), ()) == ()


def test_a_month_adds_up_its_talks_and_publications() -> None:
    talks = (
        on(date(2026, 11, 1), head_count=20, online_views=300),
        on(date(2026, 11, 30), named=9),
        on(date(2026, 11, 15)),
    )
    (month,) = by_month(talks, (date(2026, 11, 2), date(2026, 11, 2)))
    assert (month.month, month.talks, month.listeners) == (date(2026, 11, 1), 3, 29)
    assert (month.publications, month.online_views) == (2, 300)


def test_empty_months_between_are_there_over_the_turn_of_the_year() -> None:
    months = by_month((on(date(2027, 2, 28), head_count=5),), (date(2025, 11, 30),))
    assert [one.month.isoformat()[:7] for one in months] == [
        "2025-11", "2025-12", *(f"2026-{number:02}" for number in range(1, 13)),
        "2027-01", "2027-02",
    ]  # fmt: skip
    assert {(one.talks, one.publications) for one in months[1:-1]} == {(0, 0)}


def test_talks_to_come_are_not_counted() -> None:
    held, planned = on(date(2026, 11, 1), head_count=4), on(date(2026, 12, 1), held=False)
    assert [one.month for one in by_month((held, planned), ())] == [date(2026, 11, 1)]


days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(st.lists(st.tuples(days, st.booleans(), st.integers(0, 500))), st.lists(days))
def test_the_months_lose_nobody_and_follow_each_other(
    entered: list[tuple[date, bool, int]], published: list[date]
) -> None:
    talks = tuple(on(day, held=held, head_count=heads) for day, held, heads in entered)
    months = by_month(talks, tuple(published))
    assert sum(one.listeners for one in months) == sum(n for _, held, n in entered if held)
    assert sum(one.publications for one in months) == len(published)
    numbers = [one.month.year * 12 + one.month.month for one in months]
    assert all(after - before == 1 for before, after in pairwise(numbers))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"head_count": 0, "online_views": 0}, {}),
        ({"title": ""}, {"title": "missing"}),
        ({"form": TrainingForm.STUDY}, {"form": "not_outreach"}),
        ({"end": TALK_START}, {"end": "ends_before_start"}),
        ({"end": TALK_START + timedelta(hours=25)}, {"end": "too_long_lasting"}),
        ({"head_count": -1}, {"head_count": "bad_head_count"}),
        ({"head_count": MOST_LISTENERS + 1}, {"head_count": "bad_head_count"}),
        ({"online_views": -1}, {"online_views": "bad_views"}),
        ({"online_views": MOST_VIEWS + 1}, {"online_views": "bad_views"}),
        ({"start": NOW + timedelta(hours=1), "head_count": 3}, {"head_count": "not_yet_held"}),
        ({"start": NOW + timedelta(hours=1)}, {}),
        ({"start": NOW, "head_count": 3}, {}),
    ],
)
def test_a_fault_names_its_field(changes: dict[str, Any], fault: dict[str, str]) -> None:
    assert faults(talk_draft(**changes), now=NOW) == fault
