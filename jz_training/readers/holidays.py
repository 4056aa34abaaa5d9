"""Reads the table of holidays of one year: JSON of year and days (resources/calendar/README.md)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from jz_training.domain.working_calendar import HolidayTable, SpecialDay
from jz_training.errors import CannotRead

#: A year has 366 days; a file that is larger than this is something else.
MOST_BYTES = 200_000

_NOT_A_TABLE = (
    "这不是一份节假日安排。请选择以年份命名的 JSON 文件，里面有年份（year）和日期（days）。"
)


def read_holidays(path: Path) -> HolidayTable:
    """Return the table a file holds. Raises CannotRead with a sentence when it holds none."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CannotRead(path, _NOT_A_TABLE)
        told = json.loads(path.read_text(encoding="utf-8-sig"))
        return _table(told)
    except OSError as error:
        raise CannotRead(path, "打不开这个文件，请检查它是否还在。", details=str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CannotRead(path, _NOT_A_TABLE, details=repr(error)) from error


def _table(told: dict[str, Any]) -> HolidayTable:
    year = int(told["year"])
    days = tuple(_day(one) for one in told["days"])
    named_twice = len({one.day for one in days}) != len(days)
    if not days or named_twice or not all(abs(one.day.year - year) <= 1 for one in days):
        raise ValueError("days do not fit the year")
    return HolidayTable(year=year, days=tuple(sorted(days, key=lambda one: one.day)))


def _day(one: dict[str, Any]) -> SpecialDay:
    name, off = one["name"], one["isOffDay"]
    if not isinstance(name, str) or not isinstance(off, bool):
        raise TypeError("a day needs a name and whether it is off")
    return SpecialDay(day=date.fromisoformat(one["date"]), name=name[:20], off=off)
