"""How trainings and marks are said."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from jz_training.domain.attendance import AttendanceStatus, AttendeeRole
from jz_training.domain.tally import Tally
from jz_training.domain.training import TrainingState
from jz_training.ui.trainings.training_words import (
    STATUS_TONES,
    facts,
    ranges,
    row_badge,
    stage,
)
from jz_training.ui.widgets.period_field import (
    LAST_QUARTER,
    MONTH,
    QUARTER,
    YEAR,
    Period,
    period_of,
)
from jz_training.ui.widgets.when import day_words, time_words
from tests.factories import START, attendee, draft, walk_in

END = START + timedelta(minutes=90)
OPEN, CLOSED = TrainingState.PLANNED, TrainingState.CLOSED


@pytest.mark.parametrize(
    ("state", "unrecorded", "has_list", "later", "word"),
    [
        (OPEN, 5, True, -1, "待召开"),
        (OPEN, 5, True, 1, "待录考勤"),
        (OPEN, 0, True, 1, "待关闭"),
        (OPEN, 0, False, -1, "待定名单"),
        (CLOSED, 0, True, 1, "已关闭"),
        (TrainingState.CANCELLED, 5, True, 1, "已取消"),
    ],
)
def test_a_training_stands_where_clock_and_counts_say(
    state: TrainingState, unrecorded: int, has_list: bool, later: int, word: str
) -> None:
    tally = Tally(expected=5, present=5 - unrecorded, unrecorded=unrecorded)
    now = END + timedelta(hours=later)
    assert stage(state, end=END, tally=tally, has_list=has_list, now=now)[0] == word


def test_every_status_has_its_tone() -> None:
    assert set(STATUS_TONES) == set(AttendanceStatus)


def test_who_is_not_on_the_list_shows_a_role_instead_of_a_mark() -> None:
    assert row_badge(walk_in(1, role=AttendeeRole.SPEAKER))[0] == "授课人"
    assert row_badge(attendee(1))[0] == "未记录"


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([3, 7, 12, 13, 14, 15], "3、7、12–15"), ([1, 2], "1、2"), ([5, 5], "5"), ([], "")],
)
def test_numbers_are_said_as_people_write_them(numbers: list[int], words: str) -> None:
    assert ranges(numbers) == words


def test_the_year_is_said_when_it_is_another_one() -> None:
    assert day_words(date(2026, 11, 20), today=date(2026, 1, 1)) == "11月20日"
    assert day_words(date(2025, 11, 20), today=date(2026, 1, 1)) == "2025年11月20日"


def test_a_training_past_midnight_ends_on_the_next_day() -> None:
    assert time_words(datetime(2026, 1, 1, 22), datetime(2026, 1, 2, 1)) == "22:00–次日01:00"


def test_facts_leave_out_what_nobody_entered() -> None:
    said = [fact for fact in facts(draft(chair="", venue=""), today=START.date()) if fact]
    assert said == ["11月20日 15:00–16:30", "主讲 秦晓峰"]


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        (MONTH, date(2028, 2, 1), date(2028, 2, 29)),
        (QUARTER, date(2028, 1, 1), date(2028, 3, 31)),
        (LAST_QUARTER, date(2027, 10, 1), date(2027, 12, 31)),
        (YEAR, date(2028, 1, 1), date(2028, 12, 31)),
    ],
)
def test_periods_begin_and_end_on_their_days(key: str, start: date, end: date) -> None:
    assert period_of(key, date(2028, 2, 10)) == Period(start, end)
