"""Durations as exports write them: 1:05:00, 1小时5分, 65, 65 分钟, 3900 秒, 1h 5m."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import NamedTuple

from jz_training.readers.grids.grid import Cell

_CLOCK = re.compile(
    r"(?:(?P<days>\d{1,3})(?:\.|\s*(?:天|d(?:ays?)?)\s*,?\s*))?"
    r"(?P<hours>\d{1,4}):(?P<minutes>\d{1,2}):(?P<seconds>\d{1,2})(?:\.\d+)?"
)
_TICKS = re.compile(r"(\d{1,4})\s*['′]\s*(?:(\d{1,2})\s*(?:\"|''|″|′′))?")
#: Not even the one that is named: 不足1分钟.
_LESS = re.compile(
    r"(?:不足|不到|少于|小于|低于|<|less than)\s*(?:1|一)\s*(?:分钟?|秒钟?|m|s)[a-z]*"
)
_TWO = re.compile(r"(\d{1,4}):(\d{1,2})")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORDS = re.compile(
    r"(?:pt)?(?:(?P<days>\d+)\s*(?:天|d(?:ays?)?)[\s,]*)?"
    r"(?:(?P<hours>\d+(?:\.\d+)?)\s*(?:个?小时|时|h(?:(?:ou)?rs?)?\.?)[\s,零]*)?"
    r"(?:(?P<minutes>\d+(?:\.\d+)?)\s*(?:分钟?|m(?:in(?:ute)?s?)?\.?)[\s,零]*)?"
    r"(?:(?P<seconds>\d+(?:\.\d+)?)\s*(?:秒钟?|s(?:ec(?:ond)?s?)?\.?))?"
)
_UNITS = (60, 1, 3600, 86_400)
_MOST_MINUTES = 1440
_TOO_LONG = 10**7


class Duration(NamedTuple):
    """A duration as written: in seconds, or a number whose unit is to be found.

    `two` is one like 1:05, hours and minutes or minutes and seconds.
    """

    seconds: int | None = None
    number: float | None = None
    two: tuple[int, int] | None = None


def read_duration(cell: Cell) -> Duration | None:
    """Return the duration of a cell, None when it is none; months on end are none."""
    found = _duration(cell)
    return None if found and not 0 <= (found.seconds or 0) < _TOO_LONG else found


def _duration(cell: Cell) -> Duration | None:
    if isinstance(cell, timedelta):
        return Duration(round(cell.total_seconds()))
    if isinstance(cell, time):
        return Duration(cell.hour * 3600 + cell.minute * 60 + cell.second)
    if isinstance(cell, bool | date):
        return None
    if isinstance(cell, int | float):
        return Duration(number=float(cell)) if 0 <= cell < _TOO_LONG else None
    return _of_text(unicodedata.normalize("NFKC", cell[:60]).casefold().strip())


def _of_text(text: str) -> Duration | None:
    if found := _CLOCK.fullmatch(text):
        days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return Duration(days * 86_400 + hours * 3600 + minutes * 60 + seconds)
    if found := _TWO.fullmatch(text):
        return Duration(two=(int(found[1]), int(found[2])))
    if found := _TICKS.fullmatch(text):
        return Duration(int(found[1]) * 60 + int(found[2] or 0))
    if _LESS.fullmatch(text):
        return Duration(0)
    if _NUMBER.fullmatch(text):
        return _duration(float(text))
    words = _WORDS.fullmatch(text)
    if not text or words is None or not any(words.groups()):
        return None
    amounts = [float(words[n] or 0) for n in range(1, 5)]
    return Duration(round(sum(a * b for a, b in zip(amounts, (86_400, 3600, 60, 1), strict=True))))


class Measure(NamedTuple):
    """How the numbers of one column are meant: seconds of one, and whether 1:05 is an hour."""

    unit: int = 60
    hours_first: bool = True

    def seconds(self, duration: Duration | None) -> int | None:
        """Return a duration in seconds."""
        if duration is None or duration.seconds is not None:
            return None if duration is None else duration.seconds
        if duration.two is not None:
            first, second = duration.two
            return (first * 60 + second) * (60 if self.hours_first else 1)
        return None if duration.number is None else round(duration.number * self.unit)


def measure_of(found: Iterable[tuple[Duration, int | None]], *, unit: int | None) -> Measure:
    """Return what the numbers of a column count, from its heading or from the times beside them.

    `found` has each duration with the seconds between coming and going, where these are known.
    """
    pairs = list(found)
    return Measure(unit or _unit(pairs), _hours_first(pairs))


def _unit(pairs: list[tuple[Duration, int | None]]) -> int:
    numbers = [one.number for one, _ in pairs if one.number is not None]
    beside = [(one.number, span) for one, span in pairs if one.number and span]
    if beside:
        return min(_UNITS, key=lambda unit: statistics.median(_odd(n * unit, s) for n, s in beside))
    if numbers and max(numbers) > _MOST_MINUTES:
        return 1
    return 86_400 if any(numbers) and max(numbers) < 1 else 60


def _odd(seconds: float, span: int) -> float:
    """Return how badly a duration fits between two times; it cannot be longer."""
    return abs(seconds - span) * (4 if seconds > span + 60 else 1)


def _hours_first(pairs: list[tuple[Duration, int | None]]) -> bool:
    two = [one.two for one, _ in pairs if one.two]
    beside = [(one.two[0] * 60 + one.two[1], span) for one, span in pairs if one.two and span]
    if beside:
        return sum(_odd(n * 60, s) for n, s in beside) <= sum(_odd(n, s) for n, s in beside)
    return not any(first >= 24 for first, _ in two)
