"""A stretch of months drawn to scale: where a day stands, and which months get a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

#: Months between two lines, the first step that leaves each of them room enough.
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600, 2400, 12000)

#: The least width of a month's name, in points.
NARROWEST = 30.0

#: Today is shown unless it would stretch the scale by more than so many months.
FAR = 6


@dataclass(frozen=True, slots=True)
class Months:
    """Whole months from the first to the last one, counted from the year 0; both are shown."""

    first: int
    last: int

    @classmethod
    def of(cls, days: Iterable[date], *, today: date) -> Months:
        """Return the months of some days, with today where it is not far from them."""
        months = [_month(day) for day in days] or [_month(today)]
        first, last, now = min(months), max(months), _month(today)
        if first - FAR <= now <= last + FAR:
            first, last = min(first, now), max(last, now)
        return cls(first, last)

    def place(self, day: date) -> float:
        """Return where a day begins, 0 at the first month's beginning and 1 at the end of all."""
        begin, end = _ordinal(self.first), _ordinal(self.last + 1)
        return (day.toordinal() - begin) / (end - begin)

    @property
    def one_day(self) -> float:
        """Return the share of the scale that one day takes."""
        return 1 / (_ordinal(self.last + 1) - _ordinal(self.first))

    def shows(self, day: date) -> bool:
        """Tell whether a day is on the scale."""
        return self.first <= _month(day) <= self.last

    def lines(self, width: float) -> list[tuple[float, str]]:
        """Return the months that get a line: where it stands, and 2026年9月 or 10月."""
        step = next(
            step
            for step in STEPS
            if width * step / (self.last + 1 - self.first) >= NARROWEST or step == STEPS[-1]
        )
        months = range(self.first, self.last + 1, step)
        return [(self._place(month), _name(month, month == self.first)) for month in months]

    def _place(self, month: int) -> float:
        begin, end = _ordinal(self.first), _ordinal(self.last + 1)
        return (_ordinal(month) - begin) / (end - begin)


def _name(month: int, first: bool) -> str:
    """Return the name of a month, with its year at the beginning and in January."""
    year, number = divmod(month, 12)
    return f"{year}年{number + 1}月" if first or number == 0 else f"{number + 1}月"


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _ordinal(month: int) -> int:
    year, number = divmod(month, 12)
    if year > date.max.year:
        return date.max.toordinal() + 1
    return date(year, number + 1, 1).toordinal()
