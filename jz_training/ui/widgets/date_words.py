"""Dates and times as people type them: 11-20, 1120, 明天, 下周三; 15:00, 1500, 下午3点半."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

_DAYS = {"大前天": -3, "前天": -2, "昨天": -1, "今天": 0, "明天": 1, "后天": 2, "大后天": 3}
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_NUMERALS = {"零": 0, "〇": 0, "两": 2} | {
    c: n for n, c in enumerate("一二三四五六七八九", start=1)
}
_DIGIT = "".join(_NUMERALS)

_WEEKDAY = re.compile(r"(上|下下|下|本|这)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])")
_IN_DAYS = re.compile(r"\+?(\d{1,3})天?后?")
_PARTS = re.compile(r"(?:(\d{4}|\d{2})[-./年])?(\d{1,2})[-./月](\d{1,2})[日号]?")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})[日号]")
_CLOCK = re.compile(
    r"(凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚)?(\d{1,2})(?:[:：.点时](\d{1,2}|半|一刻|三刻)?分?)?(整)?"
)
_SHOWN_WEEKDAY = re.compile(r"(?<=\d)\s+(?:星期|周)[一二三四五六日]$")
_SPOKEN = re.compile(rf"[{_DIGIT}]?十[{_DIGIT}]?|[零〇]?[{_DIGIT}](?!刻)")
_WIDE = str.maketrans("０１２３４５６７８９：．－／＋—、", "0123456789:.-/+-.")
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}


def parse_date(text: str, *, today: date) -> date | None:
    """Return the day a text means, or None; a day without a year is the one nearest to today."""
    words = _narrow(text)
    for read in (_by_name, _by_weekday, _by_distance, _by_digits, _by_parts, _by_day_of_month):
        found = read(words, today)
        if found is not None:
            return found
    return None


def parse_time(text: str) -> time | None:
    """Return the time of day a text means, or None.

    Spoken hours from 1点 to 6点 without a word before them are taken as afternoon: nobody meets
    at three in the night. Digits (3:30) are taken as they stand.
    """
    words = _with_digits(_narrow(text))
    if words.isdigit() and len(words) in (3, 4):
        return _time(int(words[:-2]), int(words[-2:]))
    match = _CLOCK.fullmatch(words)
    if match is None:
        return None
    part, hours, minutes, _ = match.groups()
    hour = _hour_of(int(hours), part, spoken="点" in words)
    return _time(hour, _QUARTERS[minutes] if minutes in _QUARTERS else int(minutes or 0))


def date_shown(day: date) -> str:
    """Return a day as fields show it: 2026-11-20 周五."""
    return f"{day.isoformat()} 周{'一二三四五六日'[day.weekday()]}"


def _narrow(text: str) -> str:
    """Return the text without spaces and shown weekday, wide digits and signs made narrow."""
    bare = _SHOWN_WEEKDAY.sub("", text.strip())
    return "".join(bare.split()).translate(_WIDE)


def _by_name(words: str, today: date) -> date | None:
    return today + timedelta(days=_DAYS[words]) if words in _DAYS else None


def _by_weekday(words: str, today: date) -> date | None:
    match = _WEEKDAY.fullmatch(words)
    if match is None:
        return None
    weeks = {"上": -1, "下": 1, "下下": 2}.get(match[1] or "", 0)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=weeks, days=_WEEKDAYS[match[2]])


def _by_distance(words: str, today: date) -> date | None:
    if not words.startswith("+") and not words.endswith("天后"):
        return None
    match = _IN_DAYS.fullmatch(words)
    return today + timedelta(days=int(match[1])) if match else None


def _by_digits(words: str, today: date) -> date | None:
    if not words.isdigit():
        return None
    if len(words) == 8:
        return _date(int(words[:4]), int(words[4:6]), int(words[6:]))
    if len(words) in (3, 4):
        return _nearest(int(words[:-2]), int(words[-2:]), today)
    return None


def _by_parts(words: str, today: date) -> date | None:
    match = _PARTS.fullmatch(words)
    if match is None:
        return None
    year, month, day = match.groups()
    if year is None:
        return _nearest(int(month), int(day), today)
    return _date(int(year) if len(year) == 4 else 2000 + int(year), int(month), int(day))


def _by_day_of_month(words: str, today: date) -> date | None:
    match = _DAY_OF_MONTH.fullmatch(words)
    return _date(today.year, today.month, int(match[1])) if match else None


def _nearest(month: int, day: int, today: date) -> date | None:
    years = (today.year - 1, today.year, today.year + 1)
    days = [found for year in years if (found := _date(year, month, day)) is not None]
    return min(days, key=lambda found: abs(found - today), default=None)


def _hour_of(hour: int, part: str | None, *, spoken: bool) -> int:
    if part in ("下午", "傍晚", "晚上", "晚") and hour < 12:
        return hour + 12
    if part == "中午" and hour < 3:
        return hour + 12
    if part is None and spoken and 1 <= hour <= 6:
        return hour + 12
    return hour


def _with_digits(words: str) -> str:
    """Return spoken numbers as digits: 三点半 → 3点半, 十二点二十 → 12点20."""
    return _SPOKEN.sub(lambda match: str(_number(match[0])), words)


def _number(spoken: str) -> int:
    tens, ten, ones = spoken.rpartition("十")
    if not ten:
        return _NUMERALS[spoken[-1]]
    return (_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[ones] if ones else 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(hour: int, minute: int) -> time | None:
    try:
        return time(hour, minute)
    except ValueError:
        return None
