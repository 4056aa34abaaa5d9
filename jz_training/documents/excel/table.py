"""A list ready to become a sheet, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Generic, TypeVar

from jz_training.documents.columns import Column, Value

Row = TypeVar("Row")

#: Above this width, in half-width characters, A4 portrait would print too small to read.
PORTRAIT_CHARS = 130

#: The date a file bears whose view names none: the first that a zip knows.
NO_DATE = datetime(1980, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[Row]):
    """One list for one sheet: title, lines of facts, header, rows and a total.

    `total` maps column keys to values; an empty one means no total row. `first` is the place of
    the first row, for a list that goes on from another sheet.
    """

    sheet: str
    title: str
    columns: tuple[Column[Row], ...]
    rows: Sequence[Row]
    facts: tuple[str, ...] = ()
    total: Mapping[str, Value] = field(default_factory=dict)
    first: int = 1

    @property
    def chars(self) -> int:
        """Return the width of all columns in half-width characters."""
        return sum(column.chars for column in self.columns)

    @property
    def landscape(self) -> bool:
        """Tell whether the sheet needs A4 lying on its side."""
        return self.chars > PORTRAIT_CHARS

    @property
    def header_row(self) -> int:
        """Return Excel's number of the header row."""
        return len(self.facts) + 2

    @property
    def last_row(self) -> int:
        """Return Excel's number of the last row of the list, the total not among them."""
        return self.header_row + len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What the file says of itself; fixed by the view, so that the same view gives same bytes."""

    title: str
    maker: str
    made_at: datetime

    @classmethod
    def of_day(cls, title: str, *, maker: str, day: date) -> Properties:
        """Return what a list as of a day says of itself."""
        return cls(title=title, maker=maker, made_at=datetime.combine(day, time()))
