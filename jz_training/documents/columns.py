"""What a column of a list is: a heading, a width, and what it takes from a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Generic, TypeVar

from jz_training.domain.tally import Rate
from jz_training.labels import rate_words
from jz_training.labels.hours import hours_text

Row = TypeVar("Row")

#: What a column takes from a row; None leaves the place empty.
Value = str | int | Decimal | date | Rate | None


class Kind(Enum):
    """What stands in a column; it decides how Excel types it and how it is written in words."""

    ORDINAL = "ordinal"  # the line's own place in the list, from 1
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    PERCENT = "percent"
    DATE = "date"


class Align(Enum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Row]):
    """One column: its heading, what it takes from a row, and how wide it wants to be.

    `chars` is the width in half-width characters (a Chinese one takes two), Excel's own measure.
    """

    key: str
    heading: str
    chars: int
    value: Callable[[Row], Value]
    align: Align = Align.LEFT
    kind: Kind = Kind.TEXT

    def take(self, row: Row, place: int) -> Value:
        """Return what the column shows of a row that stands at a place (from 1) of its list."""
        return place if self.kind is Kind.ORDINAL else self.value(row)

    def words(self, row: Row, place: int) -> str:
        """Return the same as text, for the screen and for paper: 91.7%, 2025-02-18, 1.5."""
        return in_words(self.take(row, place))


def headings_of(columns: Iterable[Column[Row]]) -> dict[str, str]:
    """Return the headings by key: what a table on the screen calls the same columns."""
    return {column.key: column.heading for column in columns}


def in_words(value: Value) -> str:
    """Return a value as it is read: a rate 91.7% or —, a date 2025-02-18, hours without zeros."""
    if value is None:
        return ""
    if isinstance(value, Rate):
        return rate_words(value)
    if isinstance(value, Decimal):
        return hours_text(value)
    return value.isoformat() if isinstance(value, date) else str(value)
