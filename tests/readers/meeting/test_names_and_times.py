"""Names as people write them in meetings, and times as programs write them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jz_training.domain.meeting_reading import Participant, Stay, clipped, length, united, within
from jz_training.domain.online_attendance import together_within
from jz_training.readers.meeting.durations import Duration, Measure, measure_of, read_duration
from jz_training.readers.meeting.moments import read_moment, settled
from jz_training.readers.meeting.names import persons_in

BEGIN = datetime(2026, 10, 11, 9, 0)


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("(noway)", ["noway"]),
        ("老王（王建国）", ["王建国"]),
        ("王建国(一车间-王建国)", ["王建国"]),
        ("001张三", ["张三"]),
        ("~张三_", ["张三"]),
        ("清河，张三", ["张三"]),
        ("张　三", ["张三"]),
        ("欧阳 修", ["欧阳修"]),
        ("张三的iPhone", ["张三"]),
        ("张三#2", ["张三"]),
        ("【主持人】张三", ["张三"]),
        ("张三-一车间-13800138000", ["张三"]),
        ("铝厂工会王强", ["王强"]),
        ("阿依古丽·买买提", ["阿依古丽·买买提"]),
        ("John Smith", ["John Smith"]),
        ("人员3&人员4", ["人员3", "人员4"]),
        ("张三和李四", ["张三", "李四"]),
        ("李和平", ["李和平"]),
        ("一车间张三、李四", ["张三", "李四"]),
        ("None", []),
        ("（）", []),
    ],
)
def test_a_name_is_found_among_its_decorations(raw: str, names: list[str]) -> None:
    assert [one.name for one in persons_in(raw, inner_first=True)] == names


def test_units_and_numbers_are_kept_beside_the_name() -> None:
    found = persons_in("运营部_007_张三", inner_first=True)[0]
    assert (found.name, found.around) == ("张三", "运营部 007")


def test_the_bracket_is_the_account_in_one_program_and_the_name_in_another() -> None:
    assert persons_in("李雷(韩梅)", inner_first=True)[0].name == "韩梅"
    assert persons_in("李雷(韩梅)", inner_first=False)[0].name == "李雷"


@given(st.text("张三李四和王、&＆（）()【】#-_~，· 1a\u200b\u3000", max_size=24))
@settings(max_examples=40)
def test_no_text_breaks_the_reading_of_names(text: str) -> None:
    assert all(one.name for one in persons_in(text, inner_first=True))


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-11 09:05:00", "2026/10/11 9:05", "2026.10.11 09:05", "2026年10月11日 9时05分",
        "10月11日 上午9:05", "10-11 09:05", "20261011 09:05", "2026-10-11T01:05:00Z",
        "2026-10-11T09:05:00+08:00", "Oct 11, 2026 09:05 AM", "11-Oct-2026 9:05:00",
        "11.10.2026 09:05", "2026-10-11 星期日 09:05", "1791680700", "1791680700000", "9:05",
        "２０２６-１０-１１　０９：０５", "20261011090500", "26-10-11 09:05", "26/10/11 9:05",
        "10/11 9:05", "10/11/2026 09:05:00 CST", "2026-10-11 09:05:00 北京时间",
    ],
)  # fmt: skip
def test_every_way_of_writing_a_time_is_read(text: str) -> None:
    moment = read_moment(text)
    assert moment is not None
    found = settled(moment, month_first=True, day=date(2026, 10, 11))
    assert found == datetime(2026, 10, 11, 9, 5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "上周",
        "25:00",
        "2026-13-40 09:00",
        "12",
        "2026-10-11",
        "9999-12-31 23:59:59Z",
        "0001-01-01 00:00:00",
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        ("1:05:00", 3900), ("1小时5分", 3900), ("65", 3900), ("65 分钟", 3900), ("3900秒", 3900),
        ("1h 5m", 3900), ("PT1H5M", 3900), ("1:05", 3900), (time(1, 5), 3900),
        (timedelta(minutes=65), 3900), (65.0, 3900), ("1 天 2 小时", 93_600), ("65min", 3900),
        ("1 hour, 5 minutes", 3900), ("65′30″", 3930), ("0 days 01:05:00", 3900), ("<1分钟", 0),
        ("0.01:05:00", 3900), ("不足 1 分钟", 0), ("65.00000000000001", 3900),
    ],
)  # fmt: skip
def test_every_way_of_writing_a_duration_is_read(cell: str | float | time, seconds: int) -> None:
    assert Measure().seconds(read_duration(cell)) == seconds


def test_minutes_and_seconds_are_told_from_hours_and_minutes() -> None:
    assert not measure_of([(Duration(two=(65, 30)), None)], unit=None).hours_first
    assert not measure_of([(Duration(two=(5, 30)), 330)], unit=None).hours_first
    assert measure_of([(Duration(two=(1, 5)), 3900)], unit=None).hours_first


# --- intervals -------------------------------------------------------------------------------

_MINUTES = st.integers(-30, 200)
_STAYS = st.lists(st.tuples(_MINUTES, st.integers(1, 90)), max_size=8)


def stays_of(pairs: list[tuple[int, int]]) -> list[Stay]:
    minute = timedelta(minutes=1)
    return [Stay(BEGIN + a * minute, BEGIN + (a + more) * minute) for a, more in pairs]


@given(_STAYS, st.integers(0, 60), st.integers(61, 150))
@settings(max_examples=40)
def test_united_and_clipped_stays_are_what_counting_minutes_gives(
    pairs: list[tuple[int, int]], first: int, last: int
) -> None:
    minute = timedelta(minutes=1)
    start, end = BEGIN + first * minute, BEGIN + last * minute
    there = {m for a, more in pairs for m in range(a, a + more)}
    naive = len(there & set(range(first, last)))
    stays = clipped(united(stays_of(pairs)), start, end)
    assert length(stays) == naive * minute
    people = [
        Participant(raw="x", name="x", seconds=more * 60, stays=(stay,))
        for (_, more), stay in zip(pairs, stays_of(pairs), strict=True)
    ]
    assert together_within(people, Stay(start, end)) == naive * 60


@given(_STAYS.filter(bool), st.integers(0, 20_000))
@settings(max_examples=25)
def test_a_total_never_counts_more_than_its_span_holds(
    pairs: list[tuple[int, int]], seconds: int
) -> None:
    rough = Participant(
        raw="x", name="x", seconds=seconds, stays=united(stays_of(pairs)), exact=False
    )
    inside = within(rough, BEGIN, BEGIN + timedelta(hours=1))
    assert inside.seconds <= min(seconds, 3600)


@pytest.mark.parametrize("cell", ["999999天", "9999:99:99", 1e9, timedelta(days=-1)])
def test_months_on_end_are_no_duration(cell: str | float | timedelta) -> None:
    assert read_duration(cell) is None


def test_without_a_year_the_nearest_day_is_meant() -> None:
    moment = read_moment("01-01 00:40:00")
    assert moment is not None
    found = settled(moment, month_first=True, day=date(2025, 12, 31))
    assert found == datetime(2026, 1, 1, 0, 40)
