"""Thinning backups: everything of two days, then 12 daily, 10 weekly, 9 monthly."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jz_training.domain.thinning import ALL_FOR, DAILY, MONTHLY, WEEKLY, to_keep

NOW = datetime(2026, 11, 22, 12, 0)


def every(hours: int, *, days: int) -> list[datetime]:
    return [NOW - timedelta(hours=back) for back in range(0, days * 24, hours)]


def test_everything_of_two_days_stays():
    made = every(1, days=2)
    assert to_keep(made, now=NOW) == set(made)


def test_a_year_of_hourly_backups_is_thinned_by_the_rule():
    kept = to_keep(every(1, days=365), now=NOW)
    older = [at for at in kept if NOW - at > ALL_FOR]
    assert len(kept) - len(older) == 49
    assert len(older) <= DAILY + WEEKLY + MONTHLY
    assert min(kept) <= NOW - timedelta(days=290)


def test_the_newest_of_a_day_stays():
    day = NOW - timedelta(days=5)
    made = [day.replace(hour=hour) for hour in (8, 12, 17)]
    assert to_keep(made, now=NOW) == {day.replace(hour=17)}


def test_a_backup_from_the_future_stays():
    ahead = NOW + timedelta(days=400)
    assert to_keep([ahead], now=NOW) == {ahead}


moments = st.lists(st.datetimes(datetime(2024, 1, 1), NOW), max_size=80)


@given(moments)
def test_the_newest_backup_always_stays(made):
    assert not made or max(made) in to_keep(made, now=NOW)


@given(moments)
def test_thinning_twice_changes_nothing(made):
    kept = to_keep(made, now=NOW)
    assert to_keep(kept, now=NOW) == kept
