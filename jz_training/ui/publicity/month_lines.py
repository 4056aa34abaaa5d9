"""Publications and talks by month as lines of a table, with their sum at the foot."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from jz_training.domain.outreach import MonthOfOutreach
from jz_training.ui.widgets.table import Cell, Column

#: What is counted: key, word, unit of counting.
MEASURES = (
    ("publications", "宣传报道", "篇"),
    ("talks", "宣讲", "场"),
    ("listeners", "听众", "人次"),
    ("online_views", "线上观看", "人次"),
)

#: Room for the heading: the month has what is left.
_WIDTHS = {"publications": 110, "talks": 84, "listeners": 98, "online_views": 122}


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """A month, or the sum of all of them; `start` and `end` are the days it is made of."""

    word: str
    start: date
    end: date
    publications: int
    talks: int
    listeners: int
    online_views: int
    is_sum: bool = False


def month_lines(months: Sequence[MonthOfOutreach]) -> tuple[MonthLine, ...]:
    """Return a line for each month and, below them, their sum; nothing for no month."""
    lines = tuple(_line(month) for month in months)
    if not lines:
        return ()
    return (*lines, _sum(lines))


def month_columns() -> tuple[Column[MonthLine], ...]:
    """Return the month and what it came to; the numbers are what can be clicked."""
    return (
        Column(
            key="month",
            title="月份",
            cell=lambda line: Cell(line.word, strong=line.is_sum),
            width=88,
            stretch=True,
        ),
        *(_count(key, f"{word}（{unit}）") for key, word, unit in MEASURES),
    )


def _count(key: str, title: str) -> Column[MonthLine]:
    def cell(line: MonthLine) -> Cell:
        count: int = getattr(line, key)
        return Cell(str(count), role="accent" if count else "faint", strong=line.is_sum)

    return Column(key=key, title=title, cell=cell, width=_WIDTHS[key], number=True)


def _line(month: MonthOfOutreach) -> MonthLine:
    first = month.month
    return MonthLine(
        word=f"{first.year}年{first.month}月",
        start=first,
        end=first.replace(day=monthrange(first.year, first.month)[1]),
        publications=month.publications,
        talks=month.talks,
        listeners=month.listeners,
        online_views=month.online_views,
    )


def _sum(lines: Sequence[MonthLine]) -> MonthLine:
    def total(of: Callable[[MonthLine], int]) -> int:
        return sum(map(of, lines))

    return MonthLine(
        word="合计",
        start=lines[0].start,
        end=lines[-1].end,
        publications=total(lambda line: line.publications),
        talks=total(lambda line: line.talks),
        listeners=total(lambda line: line.listeners),
        online_views=total(lambda line: line.online_views),
        is_sum=True,
    )
