"""Dates of a notice: days in figures and words, and until when something is demanded.

A year left out is taken from the day of the notice; what cannot be told from the notice itself
(月底前, 10月前, a date of a notice without a date) gives no date (domain.md §9: never invented).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from jz_training.readers.notice.line_kinds import DAY
from jz_training.readers.notice.numbers import number_of

_YEAR: Final = (
    r"(?:(?P<year>\d{4}|二[零〇○Oo一二三四五六七八九]{3})\s?年"
    r"|(?P<near>今年|本年度?|明年|次年|当年))?\s?的?"
)
_MONTH: Final = (
    r"(?P<month>(?<!\d)\d{1,2}|(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,2})"
    r"\s?月\s?份?"
)
_DAYNUM: Final = r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号]"
_WEEKDAY: Final = r"(?:\s?（(?:星期|周)[一二三四五六日天]）|(?:星期|周)[一二三四五六日天])?"
_CLOCK: Final = r"(?:\s?(?:上午|下午|中午|晚上)?\s?(?:\d{1,2}[：:点时]\s?(?:\d{1,2}分?)?|下班)?)"
_BEFORE: Final = r"(?:以前|之前|前)"
_DONE: Final = r"(?=.{0,24}(?:报|交|完成|提交|反馈|上传|发送|截止))"
#: Until when; groups year, near, month, day, and what makes it a day: an end or a third of a month.
DUE_PATTERNS: Final = (
    # 2026年9月20日前、5月10日下班前；于5月10日报送；9月1日至9月30日（期间）
    re.compile(
        r"(?:于|在)?\s?(?P<year>(?<!\d)\d{4})[—./](?P<month>\d{1,2})[—./](?P<day>\d{1,2})日?"
        rf"{_CLOCK}\s?{_BEFORE}"
    ),
    re.compile(
        rf"(?:(?:请|务必|须|应)?\s?(?:于|在))?\s?{_YEAR}{_MONTH}{_DAYNUM}{_WEEKDAY}{_CLOCK}\s?(?:（?含）?)?{_BEFORE}"
    ),
    re.compile(
        rf"(?:截至|截止到?|截止(?:时间|日期)?(?:为|是|：)?|不?迟于|最迟)\s?{_YEAR}{_MONTH}{_DAYNUM}"
    ),
    re.compile(
        rf"(?:截止|报送|上报|提交|完成)(?:时间|日期|时限)(?:为|是|：)?\s?{_YEAR}{_MONTH}{_DAYNUM}"
    ),
    re.compile(rf"于\s?{_YEAR}{_MONTH}{_DAYNUM}{_WEEKDAY}{_CLOCK}{_DONE}"),
    # 4月底前、11月末前；11月底报送
    re.compile(rf"(?:于|在)?\s?{_YEAR}{_MONTH}(?P<last>底|末)(?:{_BEFORE}|{_DONE})"),
    re.compile(rf"(?:于|在)?\s?{_YEAR}{_MONTH}(?P<third>上旬|中旬|下旬){_DONE}"),
    # 年底前、2026年底前、上半年（完成）
    re.compile(
        rf"(?:于|在)?\s?(?:(?P<year>\d{{4}})\s?年|(?P<near>今年|本年|明年))?(?P<yearend>年?底|年?末|12月底)(?<=年[底末]){_BEFORE}"
    ),
    re.compile(
        rf"(?:于|在)?\s?(?:(?P<year>\d{{4}})\s?年|(?P<near>今年|本年|明年))?(?P<half>上半年|下半年)(?:内|{_BEFORE}|{_DONE}|(?=.{{0,8}}(?:举办|召开|开展|组织)))"
    ),
)
#: A span of days in which something is to be held: its last day is when it is due.
SPAN: Final = re.compile(
    rf"{_YEAR}{_MONTH}(?:{_DAYNUM})?\s?(?:起)?\s?(?:至|到|—{{1,2}})\s?"
    r"(?:(?P<year2>\d{4})年)?(?:(?P<month2>\d{1,2})月(?:份)?)?(?:(?P<day2>\d{1,2})[日号]|(?P<last2>底|末))?"
)
_LONG_PAST: Final = timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """Until when, in the words at `start`–`end` of what was searched.

    `day` is None where the notice has no year for it; `year_given` tells whether the words have.
    """

    day: date | None
    start: int
    end: int
    year_given: bool


def day_in(shadow: str) -> date | None:
    """Return the first full date (year, month, day) of a shadow, None where there is none."""
    found = re.search(DAY, shadow)
    return _date(*found.groups()) if found else None


def dues_in(shadow: str, told: date | None) -> Iterator[DueDate]:
    """Yield every date until which something is due; `told` is the day of the notice."""
    taken: list[tuple[int, int]] = []
    for pattern in DUE_PATTERNS:
        for found in pattern.finditer(shadow):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            due = _due(found, told)
            if due is not None:
                taken.append(found.span())
                yield due


def spans_in(shadow: str, told: date | None) -> Iterator[DueDate]:
    """Yield the last day of every span of days (9月1日至10月31日)."""
    for found in SPAN.finditer(shadow):
        parts = found.groupdict()
        if not (parts["day2"] or parts["last2"] or parts["month2"]):
            continue
        month = number_of(parts["month2"] or parts["month"]) or 0
        year = _year_of(parts["year2"] or parts["year"], parts["near"], told)
        day = number_of(parts["day2"]) if parts["day2"] else None
        if not 1 <= month <= 12 or (parts["day"] and day is None and not parts["last2"]):
            continue
        given = bool(parts["year2"] or parts["year"])
        yield _found(found, month, day, year, told, given)


def with_year(month: int, day: int | None, told: date) -> date | None:
    """Return the day of a month near the day of the notice; no day means the month's last.

    A day long before the notice was made is meant for the next year (January, told in December).
    """
    here = _day_of(told.year, month, day)
    if here is not None and here < told - _LONG_PAST:
        return _day_of(told.year + 1, month, day)
    return here


def _due(found: re.Match[str], told: date | None) -> DueDate | None:
    parts = found.groupdict()
    given = parts["year"] is not None
    year = _year_of(parts["year"], parts.get("near"), told)
    month = number_of(parts["month"]) if parts.get("month") else None
    day = number_of(parts["day"]) if parts.get("day") else None
    if parts.get("yearend"):
        month = 12
    elif half := parts.get("half"):
        month = 6 if half == "上半年" else 12
        if not given and told is not None and told.month > month:
            return None
    elif third := parts.get("third"):
        day = {"上旬": 10, "中旬": 20, "下旬": None}[third]
    if month is None or not 1 <= month <= 12 or (day is None and parts.get("day")):
        return None
    if day is not None and not 1 <= day <= 31:
        return None
    return _found(found, month, day, year, told, given)


def _found(
    found: re.Match[str],
    month: int,
    day: int | None,
    year: int | None,
    told: date | None,
    given: bool,
) -> DueDate:
    if year is not None:
        when = _day_of(year, month, day)
    else:
        when = None if told is None else with_year(month, day, told)
    return DueDate(day=when, start=found.start(), end=found.end(), year_given=given)


def _year_of(year: str | None, near: str | None, told: date | None) -> int | None:
    if year is not None:
        return _plain_year(year)
    if near and told is not None:
        return told.year + (near in ("明年", "次年"))
    return None


def _plain_year(words: str) -> int | None:
    return number_of(words.replace("Ｏ", "〇").replace("O", "〇").replace("o", "〇"))


def _date(year: str, month: str, day: str) -> date | None:
    numbers = (_plain_year(year), number_of(month), number_of(day))
    if None in numbers:
        return None
    return _day_of(numbers[0] or 0, numbers[1] or 0, numbers[2] or 0)


def _day_of(year: int, month: int, day: int | None) -> date | None:
    try:
        return date(year, month, monthrange(year, month)[1] if day is None else day)
    except (ValueError, OverflowError):
        return None
