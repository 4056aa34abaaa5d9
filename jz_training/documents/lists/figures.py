"""The columns of figures: 应到 … 到会率 of whatever has a tally, and the tables by group."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from jz_training.documents.columns import Align, Column, Kind, Value
from jz_training.documents.lists.making import column, place_column
from jz_training.domain.summary import GroupRow
from jz_training.domain.tally import Tally
from jz_training.labels import ABSENT, COVERAGE, EXPECTED, LEAVE, MADE_UP, PRESENT, RATE, UNRECORDED

Row = TypeVar("Row")


def group_columns(heading: str) -> tuple[Column[GroupRow], ...]:
    """Return the columns of a table by unit, layer or category; `heading` names which."""
    return (
        place_column(),
        column("name", heading, 30, lambda row: row.name),
        *figure_columns(_tally_of_group, with_make_ups=True),
    )


def figure_columns(
    tally: Callable[[Row], Tally | None], *, with_make_ups: bool = False
) -> tuple[Column[Row], ...]:
    """Return 应到 … 到会率 of whatever has a tally; a row whose tally is None stays empty.

    `with_make_ups` adds 补学 and 覆盖率.
    """

    def count(key: str, heading: str, of: Callable[[Tally], Value], kind: Kind) -> Column[Row]:
        def value(row: Row) -> Value:
            figures = tally(row)
            return None if figures is None else of(figures)

        # Room for the heading beside the arrow of Excel's filter.
        return column(key, heading, 2 * len(heading) + 3, value, Align.RIGHT, kind)

    made_up = (
        count("made_up", MADE_UP, lambda figures: figures.made_up, Kind.INTEGER),
        count("coverage", COVERAGE, lambda figures: figures.coverage, Kind.PERCENT),
    )
    return (
        count("expected", EXPECTED, lambda figures: figures.expected, Kind.INTEGER),
        count("present", PRESENT, lambda figures: figures.present, Kind.INTEGER),
        count("leave", LEAVE, lambda figures: figures.leave, Kind.INTEGER),
        count("absent", ABSENT, lambda figures: figures.absent, Kind.INTEGER),
        count("unrecorded", UNRECORDED, lambda figures: figures.unrecorded, Kind.INTEGER),
        count("rate", RATE, lambda figures: figures.rate, Kind.PERCENT),
        *(made_up if with_make_ups else ()),
    )


def figures(tally: Tally) -> dict[str, Value]:
    """Return a tally under the keys of `figure_columns`: the total row of a list."""
    return {
        column.key: column.take(tally, 0) for column in figure_columns(_itself, with_make_ups=True)
    }


def _itself(tally: Tally) -> Tally:
    return tally


def _tally_of_group(row: GroupRow) -> Tally:
    return row.tally
