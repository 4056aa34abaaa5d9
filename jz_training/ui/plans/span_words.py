"""The time of a planned item as people write it: 11月, 11月中旬, 11-20, 11-20至12-05, 11月底前."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from jz_training.ui.widgets.date_words import parse_date

_MONTH = re.compile(r"(?:(\d{4})[年-])?(\d{1,2})(?:月份?)?")
_THIRD = re.compile(r"(.+月)(上旬|中旬|下旬|底|末)")
_THIRDS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (31, 31), "末": (31, 31)}
_BETWEEN = re.compile(r"至|到|～|~|—+|–")
_UNTIL = re.compile(r"(.+?)(?:之前|以前|前)")
_FROM = re.compile(r"(.+?)(?:以后|之后|起|后)")


@dataclass(frozen=True, slots=True)
class Span:
    """The days between which something is to be held; either may be open."""

    first: date | None = None
    last: date | None = None

    @property
    def is_month(self) -> bool:
        """Tell whether it is one whole month."""
        first, last = self.first, self.last
        return first is not None and first.day == 1 and last == _last_day(first.year, first.month)


def parse_span(text: str, *, today: date) -> Span | None:
    """Return the time a text means, or None when it is not understood; empty text is no time.

    A month or day without a year is the one nearest to today.
    """
    words = "".join(text.split())
    if not words:
        return Span()
    for read in (_between, _until, _since, _one):
        found = read(words, today)
        if found is not None:
            return found
    return None


def span_shown(span: Span) -> str:
    """Return a time as the field shows it: 2026年11月, 2026-11-20, 2026-11-20至2026-12-05."""
    first, last = span.first, span.last
    if first is None:
        return f"{last.isoformat()}前" if last is not None else ""
    if last is None:
        return f"{first.isoformat()}起"
    if first == last:
        return first.isoformat()
    if span.is_month:
        return f"{first.year}年{first.month}月"
    return f"{first.isoformat()}至{last.isoformat()}"


def _between(words: str, today: date) -> Span | None:
    parts = _BETWEEN.split(words)
    if len(parts) != 2:
        return None
    first, last = (_one(part, today) for part in parts)
    if first is None or last is None:
        return None
    return Span(first.first, last.last)


def _until(words: str, today: date) -> Span | None:
    return _open(_UNTIL, words, today, lambda found: Span(None, found.last))


def _since(words: str, today: date) -> Span | None:
    return _open(_FROM, words, today, lambda found: Span(found.first, None))


def _open(
    pattern: re.Pattern[str], words: str, today: date, make: Callable[[Span], Span]
) -> Span | None:
    match = pattern.fullmatch(words)
    found = _one(match[1], today) if match is not None else None
    return make(found) if found is not None else None


def _one(words: str, today: date) -> Span | None:
    """Return a day, a month or a third of a month."""
    third = _THIRD.fullmatch(words)
    if third is not None:
        month = _month(third[1], today)
        return _part(month, *_THIRDS[third[2]]) if month is not None else None
    if "月" in words or not words.isdigit():
        month = _month(words, today)
        if month is not None:
            return month
    day = parse_date(words, today=today)
    return Span(day, day) if day is not None else None


def _month(words: str, today: date) -> Span | None:
    match = _MONTH.fullmatch(words)
    if match is None or not ("月" in words or match[1]):
        return None
    number = int(match[2])
    if not 1 <= number <= 12:
        return None
    year = int(match[1]) if match[1] else _nearest_year(number, today)
    if not date.min.year <= year <= date.max.year:
        return None
    return Span(date(year, number, 1), _last_day(year, number))


def _part(month: Span, first: int, last: int) -> Span:
    begin, end = month.first, month.last
    if begin is None or end is None:
        return month
    return Span(begin.replace(day=min(first, end.day)), begin.replace(day=min(last, end.day)))


def _nearest_year(month: int, today: date) -> int:
    months = today.year * 12 + today.month
    years = (today.year, today.year - 1, today.year + 1)
    return min(years, key=lambda year: abs(year * 12 + month - months))


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
