"""The words of scheduling: a sentence for each clash, warning and day left out."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from jz_training.domain.clashes import Clash, ClashCode
from jz_training.domain.day_warnings import DayWarning, DayWarningCode
from jz_training.domain.repetition import SkippedDay, SkipReason
from jz_training.domain.working_calendar import DayInfo, DayKind
from jz_training.labels import (
    BATCH_BY,
    CLASH_RULES,
    CLASHES,
    DAY_KINDS,
    DAY_WARNINGS,
    PATTERNS,
    SERIES_SCOPES,
    SERIES_SKIPS,
    batch_title,
    clash_words,
    day_warning_words,
    day_words,
    skipped_words,
    slot_title,
)

START = datetime(2026, 11, 20, 15)
TABLES = (
    BATCH_BY, CLASH_RULES, CLASHES, DAY_KINDS, DAY_WARNINGS, PATTERNS, SERIES_SCOPES, SERIES_SKIPS,
)  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_every_value_has_its_words(table):
    kind = type(next(iter(table)))
    assert set(table) == set(kind)


def clash(code, *, names=(), number=0):
    return Clash(code=code, title="安全学习", start=START, names=names, number=number)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            clash(ClashCode.VENUE, names=("二楼会议室",)),
            "场地“二楼会议室”同一时间已安排“安全学习”（11月20日 15:00）",
        ),
        (
            clash(ClashCode.PEOPLE, names=("丁静", "于静"), number=2),
            "有 2 人同一时间要参加“安全学习”（11月20日 15:00）：丁静、于静",
        ),
        (
            clash(ClashCode.PEOPLE, names=("丁静", "于静"), number=12),
            "有 12 人同一时间要参加“安全学习”（11月20日 15:00）：丁静、于静等",
        ),
        (
            clash(ClashCode.PEOPLE, number=12),
            "有 12 人同一时间要参加“安全学习”（11月20日 15:00）",
        ),
        (Clash(code=ClashCode.TOO_SMALL, number=3), "场地坐不下，应到人数比座位多 3 人"),
    ],
)
def test_a_clash_says_with_what(found, words):
    assert clash_words(found) == words


@pytest.mark.parametrize(
    ("warning", "start", "words"),
    [
        (
            DayWarning(code=DayWarningCode.HOLIDAY, name="国庆节"),
            datetime(2026, 10, 1, 9),
            "10月1日是国庆节假期",
        ),
        (
            DayWarning(code=DayWarningCode.WEEKEND),
            datetime(2026, 11, 21, 9),
            "11月21日是星期六，休息日",
        ),
        (
            DayWarning(code=DayWarningCode.MAKEUP, name="国庆节"),
            datetime(2026, 10, 10, 9),
            "10月10日是星期六，因国庆节调休上班",
        ),
        (
            DayWarning(code=DayWarningCode.UNKNOWN_YEAR, name="2027"),
            datetime(2027, 1, 4, 9),
            "2027年节假日安排未导入，无法判断是否放假或调休",
        ),
        (DayWarning(code=DayWarningCode.PAST), START, "11月20日 15:00已经过去"),
    ],
)
def test_a_warning_names_the_day(warning, start, words):
    assert day_warning_words(warning, start) == words


@pytest.mark.parametrize("code", DayWarningCode)
def test_no_warning_is_left_with_a_gap(code):
    words = day_warning_words(DayWarning(code=code), START)
    assert words
    assert "{" not in words


def test_a_day_in_the_calendar_is_marked_off_or_worked():
    day = date(2026, 10, 1)
    assert day_words(DayInfo(day=day, kind=DayKind.HOLIDAY, name="国庆节")) == "国庆节 休"
    assert day_words(DayInfo(day=day, kind=DayKind.MAKEUP, name="国庆节")) == "国庆节 班"
    assert day_words(DayInfo(day=day, kind=DayKind.WEEKEND)) == ""


@pytest.mark.parametrize(
    ("reason", "name", "words"),
    [
        (SkipReason.DAY_OFF, "国庆节", "2026年10月1日：国庆节假期"),
        (SkipReason.DAY_OFF, "", "2026年10月1日：休息日"),
        (SkipReason.EXCLUDED, "", "2026年10月1日：已选择跳过"),
    ],
)
def test_a_day_left_out_says_why(reason, name, words):
    assert skipped_words(SkippedDay(words="2026-10-01", reason=reason, name=name)) == words


def test_29_february_of_a_common_year_is_told_as_it_is_written():
    missing = SkippedDay(words="2027-02-29", reason=SkipReason.NO_SUCH_DAY)
    assert skipped_words(missing) == "2027年2月29日：没有这一天"


@pytest.mark.parametrize("title", ["轮训", "轮训（第1批）", "轮训（第12批）"])
def test_a_batch_has_its_own_number_in_the_title(title):
    assert batch_title(title, 3) == "轮训（第3批）"


def test_other_brackets_of_a_title_stay():
    assert batch_title("轮训（中层）", 3) == "轮训（中层）（第3批）"
    assert slot_title("学习", "早班") == "学习（早班）"
    assert slot_title("学习", "") == "学习"
