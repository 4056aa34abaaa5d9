"""Times of day as exports write them: texts of many forms, dates of Excel, unix seconds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

from jz_training.readers.grids.grid import Cell

#: Times with a zone become those of China, which has one; all others are the wall clock's.
_CHINA = timezone(timedelta(hours=8))
_EXCEL_BEGIN = datetime(1899, 12, 30)
_YEARS = range(1990, 2101)
_NO_DAY = (1899, 1900)  # of Excel: a time of day in a cell that is set as a date
_SERIALS = (30_000, 80_000)  # 1982 to 2119
_UNIX = (1_000_000_000, 4_000_000_000)
_MONTHS = {
    name: n
    for n, name in enumerate(
        re.findall(r"\w+", "jan feb mar apr may jun jul aug sep oct nov dec"), start=1
    )
}


class Moment(NamedTuple):
    """A time as written. Without `year`, or without `first`, the day is to be found elsewhere.

    `fixed`: `first` is the month and `second` the day; else 10/11 may be either.
    """

    clock: time
    year: int | None = None
    first: int | None = None
    second: int | None = None
    fixed: bool = True

    @property
    def doubtful(self) -> bool:
        """Tell whether it has a date that could be read with the day or the month first."""
        return (
            not self.fixed
            and self.first != self.second
            and self.first is not None
            and self.second is not None
            and self.first <= 12
            and self.second <= 12
        )


_CLOCK = (
    r"(?P<before>上午|下午|晚上|中午|凌晨|早上|am|pm)?\s*"
    r"(?P<hour>\d{1,2})(?:[:时点](?P<minute>\d{1,2}))?分?(?::?(?P<second>\d{1,2}))?秒?(?:\.\d+)?"
    r"\s*(?P<after>[ap]\.?m\.?|上午|下午)?"
)
_ZONE = r"(?P<zone>z|utc|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)?"
_DATES = tuple(
    re.compile(rf"{pattern}(?:日|号)?[t,\s]*{_CLOCK}\s*{_ZONE}")
    for pattern in (
        r"(?P<y>\d{4})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})",
        r"(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=[t\s])",
        r"(?P<y>1[89]|[2-4]\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)",
        r"(?P<y>1[89]|[2-4]\d)/(?P<m>\d\d?)/(?P<d>0?\d|1[0-7])(?!\d)",  # none met online in 2017
        r"(?P<a>\d{1,2})[-/](?P<b>\d{1,2})[-/](?P<y>\d{4}|\d\d)(?!\d)",
        r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}|\d\d)(?!\d)",
        r"(?P<name>[a-z]{3})[a-z]*\.?\s*(?P<d>\d{1,2}),?\s*(?P<y>\d{4})",
        r"(?P<d>\d{1,2})[-\s](?P<name>[a-z]{3})[a-z]*\.?[-\s,]\s*(?P<y>\d{4})",
        r"(?P<m>\d{1,2})月(?P<d>\d{1,2})",
        r"(?P<m>\d{1,2})[-/](?P<d>\d{1,2})(?=\s)",
        r"",
    )
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_DIGITS = re.compile(r"(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")
_LEFT_OUT = re.compile(
    r"星期[一二三四五六日天]|周[一二三四五六日天]|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|\([^)]*\)"
    r"|\bcst\b|北京时间|中国标准时间"
)


def read_moment(cell: Cell) -> Moment | None:
    """Return the time of a cell, None when it is none; a date alone is none."""
    if isinstance(cell, datetime):
        return _of(cell)
    if isinstance(cell, time):
        return Moment(cell.replace(microsecond=0))
    if isinstance(cell, timedelta):
        return _of_day(cell.total_seconds())
    if isinstance(cell, bool | date):
        return None
    if isinstance(cell, int | float):
        return _of_number(float(cell))
    return _of_text(cell)


def _of(moment: datetime) -> Moment | None:
    if moment.year in _NO_DAY:
        return Moment(moment.time().replace(microsecond=0))
    if moment.year not in _YEARS:
        return None
    rounded = (moment + timedelta(milliseconds=500)).replace(microsecond=0, tzinfo=None)
    return Moment(rounded.time(), rounded.year, rounded.month, rounded.day)


def _of_day(seconds: float) -> Moment | None:
    if not 0 <= seconds < 86_400:
        return None
    return Moment((datetime.min + timedelta(seconds=round(seconds) % 86_400)).time())


def _of_number(number: float) -> Moment | None:
    """Return a serial of Excel, a part of a day, or unix seconds (or thousandths)."""
    if _SERIALS[0] <= number <= _SERIALS[1] and number != int(number):
        return _of(_EXCEL_BEGIN + timedelta(days=number))
    if 0 < number < 1:
        return _of_day(number * 86_400)
    if _UNIX[0] * 1000 <= number <= _UNIX[1] * 1000:
        number /= 1000
    if _UNIX[0] <= number <= _UNIX[1]:
        return _of(datetime.fromtimestamp(int(number), UTC).astimezone(_CHINA))
    return None


@lru_cache(maxsize=4096)  # asked for each cell two or three times
def _of_text(cell: str) -> Moment | None:
    if len(cell) == 19:  # 2026-10-11 09:00:00, as nearly all are
        with suppress(ValueError):
            return _of(datetime.fromisoformat(cell))
    text = unicodedata.normalize("NFKC", cell[:80]).casefold()
    text = " ".join(_LEFT_OUT.sub(" ", text).split()).strip("'\" ")
    if found := _DIGITS.fullmatch(text):
        text = "{}-{}-{} {}:{}:{}".format(*found.groups())
    if _NUMBER.fullmatch(text):
        return _of_number(float(text))
    for pattern in _DATES:
        if (found := pattern.fullmatch(text)) and (said := _said(found)):
            return said
    return None


def _said(found: re.Match[str]) -> Moment | None:
    parts: dict[str, str | None] = found.groupdict()
    clock = _clock(parts)
    if clock is None:
        return None
    year = parts.get("y")
    whole = int(year) + (2000 if len(year) == 2 else 0) if year else None
    if whole is not None and whole not in _YEARS:
        return None
    if "a" in parts:
        pair = int(parts["a"] or 0), int(parts["b"] or 0)
        return _checked(Moment(clock, whole, *pair, fixed=False))
    month = _MONTHS.get(parts["name"] or "", 0) if "name" in parts else parts.get("m")
    day = parts.get("d")
    moment = Moment(clock, whole, int(month) if month else None, int(day) if day else None)
    return _in_china(moment, parts["zone"]) if parts["zone"] else _checked(moment)


def _clock(parts: dict[str, str | None]) -> time | None:
    if parts["minute"] is None and not (parts["before"] or parts["after"]):
        return None
    hour, half = int(parts["hour"] or 0), parts["before"] or (parts["after"] or "").replace(".", "")
    if (half in ("pm", "下午", "晚上") and hour < 12) or (half == "中午" and hour < 3):
        hour += 12
    elif half in ("am", "上午", "凌晨") and hour == 12:
        hour = 0
    try:
        return time(hour, int(parts["minute"] or 0), int(parts["second"] or 0))
    except ValueError:
        return None


def _checked(moment: Moment) -> Moment | None:
    """Return a moment whose date some calendar has, in one order or the other."""
    if moment.first is None:
        return moment
    orders = (True,) if moment.fixed else (True, False)
    leap = moment._replace(year=moment.year or 2000)
    return moment if any(settled(leap, month_first=one, day=None) for one in orders) else None


def _in_china(moment: Moment, zone: str) -> Moment | None:
    at = settled(moment, month_first=True, day=None)
    if at is None:
        return None
    digits = re.sub(r"[^\d+-]", "", zone)
    hours, minutes = int(digits[1:3] or 0) if digits else 0, int(digits[3:5] or 0) if digits else 0
    shift = timedelta(hours=hours, minutes=minutes) * (-1 if digits.startswith("-") else 1)
    return _of(at - shift + timedelta(hours=8))


def settled(moment: Moment, *, month_first: bool, day: date | None) -> datetime | None:
    """Return a moment as a time; None when its day is not known or no calendar has it."""
    first, second = moment.first, moment.second
    if first is None or second is None:
        return None if day is None else datetime.combine(day, moment.clock)
    if moment.fixed:
        month, number = first, second
    elif first > 12 or second > 12:
        month, number = min(first, second), max(first, second)
    else:
        month, number = (first, second) if month_first else (second, first)
    return _in_year(moment, month, number, day)


def _in_year(moment: Moment, month: int, number: int, day: date | None) -> datetime | None:
    """Return the time in its year, or else in the one that brings it nearest to `day`."""
    try:
        if moment.year is not None:
            return datetime.combine(date(moment.year, month, number), moment.clock)
    except ValueError:
        return None
    if day is None:
        return None
    found = []
    for year in (day.year, day.year + 1, day.year - 1):
        with suppress(ValueError):
            found.append(datetime.combine(date(year, month, number), moment.clock))
    return min(found, key=_distance(day), default=None)


class Order(NamedTuple):
    """Whether the month comes first in dates like 10/11; not `sure`: nothing in the file tells.

    `mixed`: both orders stand in the file, and what may be either cannot be read.
    """

    month_first: bool = True
    sure: bool = True
    mixed: bool = False


def order_of(moments: Iterable[Moment], *, day: date | None) -> Order:
    """Return how the slashed dates of a file are meant, from all of them together.

    A number over 12 tells; else the training's day, if one order gives it; else the order in
    which the dates lie closer together. Zoom's own, month first, where nothing tells.
    """
    slashed = [one for one in moments if not one.fixed]
    month_first = any(one.second is not None and one.second > 12 for one in slashed)
    day_first = any(one.first is not None and one.first > 12 for one in slashed)
    doubtful = [one for one in slashed if one.doubtful]
    if month_first or day_first or not doubtful:
        return Order(month_first or not day_first, mixed=month_first and day_first)
    if day is not None:
        by_month, by_day = (_off(doubtful, _distance(day), first) for first in (True, False))
        if by_month != by_day:
            return Order(by_month < by_day)
    by_month, by_day = (_spread(doubtful, first) for first in (True, False))
    return Order(by_month <= by_day, sure=by_month != by_day)


def _distance(day: date) -> Callable[[datetime], int]:
    return lambda at: abs((at.date() - day).days)


def _off(moments: list[Moment], distance: Callable[[datetime], int], month_first: bool) -> int:
    found = (settled(one, month_first=month_first, day=None) for one in moments)
    return min((distance(at) for at in found if at), default=10**6)


def _spread(moments: list[Moment], month_first: bool) -> int:
    found = [settled(one, month_first=month_first, day=None) for one in moments]
    days = [at.toordinal() for at in found if at]
    return max(days) - min(days) if days else 10**6
