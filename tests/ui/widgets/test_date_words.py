"""Dates and times as people type them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jz_training.ui.widgets.date_words import date_shown, parse_date, parse_time

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026.11.20", date(2026, 11, 20)),
        ("2026/11/20", date(2026, 11, 20)),
        ("2026年11月20日", date(2026, 11, 20)),
        ("26-11-20", date(2026, 11, 20)),
        ("20261120", date(2026, 11, 20)),
        ("11-20", date(2026, 11, 20)),
        ("11.20", date(2026, 11, 20)),
        ("1120", date(2026, 11, 20)),
        ("120", date(2027, 1, 20)),
        ("11月20日", date(2026, 11, 20)),
        ("11 月 20 号", date(2026, 11, 20)),
        ("20日", date(2026, 11, 20)),
        ("1-5", date(2027, 1, 5)),
        ("２０２６－１１－２０", date(2026, 11, 20)),
        ("2026-11-20 周五", date(2026, 11, 20)),
        ("今天", date(2026, 11, 22)),
        ("明天", date(2026, 11, 23)),
        ("后天", date(2026, 11, 24)),
        ("大后天", date(2026, 11, 25)),
        ("昨天", date(2026, 11, 21)),
        ("周日", date(2026, 11, 22)),
        ("星期天", date(2026, 11, 22)),
        ("本周五", date(2026, 11, 20)),
        ("下周三", date(2026, 11, 25)),
        ("下下周一", date(2026, 11, 30)),
        ("上周五", date(2026, 11, 13)),
        ("+3", date(2026, 11, 25)),
        ("3天后", date(2026, 11, 25)),
    ],
)
def test_a_day_is_understood(typed: str, meant: date) -> None:
    assert parse_date(typed, today=TODAY) == meant


@pytest.mark.parametrize("typed", ["", "2-30", "1332", "abc", "周八", "11-", "20261320", "第三天"])
def test_what_is_no_day_is_not_guessed_at(typed: str) -> None:
    assert parse_date(typed, today=TODAY) is None


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_a_day_as_it_is_shown_is_understood_again(day: date) -> None:
    assert parse_date(date_shown(day), today=TODAY) == day


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(-180, 180))
def test_a_day_without_year_is_the_nearest_one(today: date, away: int) -> None:
    day = today + timedelta(days=away)
    if (day.month, day.day) != (2, 29):
        assert parse_date(f"{day.month}-{day.day}", today=today) == day


@given(st.text(max_size=12))
def test_any_text_is_read_without_a_fault(typed: str) -> None:
    parse_date(typed, today=TODAY)
    parse_time(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15:00", time(15)),
        ("15：30", time(15, 30)),
        ("15.30", time(15, 30)),
        ("1500", time(15)),
        ("900", time(9)),
        ("15", time(15)),
        ("9点05", time(9, 5)),
        ("15时30分", time(15, 30)),
        ("3点", time(15)),
        ("3点半", time(15, 30)),
        ("三点半", time(15, 30)),
        ("三点一刻", time(15, 15)),
        ("十点三刻", time(10, 45)),
        ("十二点二十", time(12, 20)),
        ("七点半", time(7, 30)),
        ("3:30", time(3, 30)),
        ("上午9:30", time(9, 30)),
        ("下午3点半", time(15, 30)),
        ("晚上七点", time(19)),
        ("中午12点", time(12)),
        ("早上7点半", time(7, 30)),
    ],
)
def test_a_time_is_understood(typed: str, meant: time) -> None:
    assert parse_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "25:00", "9:75", "2460", "半", "下午", "12345"])
def test_what_is_no_time_is_not_guessed_at(typed: str) -> None:
    assert parse_time(typed) is None


@given(st.times())
def test_a_time_as_it_is_shown_is_understood_again(moment: time) -> None:
    shown = moment.replace(second=0, microsecond=0)
    assert parse_time(f"{shown:%H:%M}") == shown
