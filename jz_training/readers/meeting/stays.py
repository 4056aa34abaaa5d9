"""The rows of one table made into stays: times settled, durations measured, faults told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from jz_training.domain.meeting_reading import Stay, Unreadable, UnreadableReason
from jz_training.readers.grids.grid import Cell
from jz_training.readers.meeting.durations import (
    measure_of,
    read_duration,
)
from jz_training.readers.meeting.moments import Moment, Order, read_moment, settled
from jz_training.readers.meeting.tables import Table, TableRow

#: Programs round durations to whole minutes: less than this is no difference.
SLACK = 61
_DAY = timedelta(days=1)
_NOT_THERE = frozenset(("", "-", "--", "—", "——", "/", "无", "n/a", "null", "none"))
_NOTE = re.compile(
    r"(?:合\s*计|总\s*计|小\s*计|total)\s*[:：]?.*|(?:注|备注|说明|导出时间)\s*[:：].*",
    re.IGNORECASE,
)
_R = UnreadableReason


@dataclass(slots=True, kw_only=True)
class Timing:
    """How the times of a whole file are to be read."""

    order: Order
    day: date | None
    span: Stay | None = None

    def on_day(self, clock: time) -> datetime | None:
        """Return a time of day on the meeting's day, or past midnight if the meeting went on."""
        if self.day is None:
            return None
        at = datetime.combine(self.day, clock)
        if self.span is None or not _over_night(self.span):
            return at
        return min((at, at + _DAY), key=self._off)

    def _off(self, at: datetime) -> timedelta:
        assert self.span is not None
        return max(self.span.start - at, at - self.span.end, timedelta())


@dataclass(slots=True, kw_only=True)
class Line:
    """A row that says how long somebody was there, and if it does, from when until when."""

    row: TableRow
    seconds: int
    stay: Stay | None = None

    @property
    def exact(self) -> bool:
        """Tell whether the person was there all the time of the stay."""
        return self.stay is not None and self.seconds == _span(self.stay)


def _over_night(span: Stay) -> bool:
    return span.start.date() < span.end.date() and span.end - span.start < _DAY


def _span(stay: Stay) -> int:
    return int((stay.end - stay.start).total_seconds())


def moments_of(tables: Iterable[Table]) -> list[Moment]:
    """Return every time that stands in these tables."""
    cells = (cell for table in tables for row in table.rows for cell in (row.join, row.leave))
    return [moment for cell in cells if (moment := read_moment(cell))]


def lines_of(table: Table, timing: Timing) -> tuple[list[Line], list[Unreadable]]:
    """Return the rows that were understood, and those that were not with the reason."""
    read = [(row, *_times(row, timing), read_duration(row.duration)) for row in table.rows]
    beside = [
        (duration, _between(join, leave))
        for _, join, leave, _, duration in read
        if duration is not None
    ]
    measure = measure_of(beside, unit=table.columns.unit)
    lines: list[Line] = []
    left: list[Unreadable] = []
    for row, join, leave, fault, duration in read:
        made = _line(row, join, leave, fault, measure.seconds(duration))
        if isinstance(made, Line):
            lines.append(made)
        else:
            left.append(Unreadable(row=row.number, reason=made, text=row.text, sheet=row.sheet))
    return lines, left


def _times(
    row: TableRow, timing: Timing
) -> tuple[datetime | None, datetime | None, UnreadableReason | None]:
    """Return when somebody came and went, and what is wrong where a text is no time."""
    join, first = _time(row.join, timing)
    leave, second = _time(row.leave, timing)
    if join and leave and leave < join and not _dated(row.leave):
        leave += timedelta(days=1)  # past midnight: the cell has the time of day only
    return join, leave, first or second


def _dated(cell: Cell) -> bool:
    moment = read_moment(cell)
    return moment is not None and moment.first is not None


def _time(cell: Cell, timing: Timing) -> tuple[datetime | None, UnreadableReason | None]:
    if isinstance(cell, str) and cell.strip().casefold() in _NOT_THERE:
        return None, None
    moment = read_moment(cell)
    if moment is None:
        return None, _R.ODD_TIME
    if timing.order.mixed and moment.doubtful:
        return None, _R.DAY_OR_MONTH
    if moment.first is None:
        at = timing.on_day(moment.clock)
    else:
        at = settled(moment, month_first=timing.order.month_first, day=timing.day)
    return at, None if at else _R.ODD_TIME


def _between(join: datetime | None, leave: datetime | None) -> int | None:
    if join is None or leave is None or leave <= join:
        return None
    return int((leave - join).total_seconds())


def _line(
    row: TableRow,
    join: datetime | None,
    leave: datetime | None,
    fault: UnreadableReason | None,
    seconds: int | None,
) -> Line | UnreadableReason:
    """Return what a row says; a duration counts where times are missing or were interrupted."""
    name = str(row.name).strip()
    if not name or _NOTE.fullmatch(name):
        return _R.NOTE if _NOTE.fullmatch(row.text) else _R.NO_NAME
    if fault is not None and seconds is None:
        return fault
    if join and leave and leave < join:
        return _R.ENDS_BEFORE_START
    if join and leave:
        span = int((leave - join).total_seconds())
        counted = span if seconds is None or seconds > span - SLACK else seconds
        return Line(row=row, seconds=counted, stay=Stay(join, leave))
    if seconds is None:
        return _R.NO_LEAVE if join else _R.NO_TIME
    if join or leave:
        begin = join or (leave - timedelta(seconds=seconds) if leave else None)
        assert begin is not None
        return Line(row=row, seconds=seconds, stay=Stay(begin, begin + timedelta(seconds=seconds)))
    return Line(row=row, seconds=seconds)
