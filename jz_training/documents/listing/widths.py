"""How wide the columns of a list are on paper: by their shares, but no number is ever broken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from jz_training.documents.columns import Column, Kind
from jz_training.documents.listing.measures import BESIDE

Measure = Callable[[str], float]

#: A column of numbers gets what it needs, up to this share of the whole width.
MOST_FOR_NUMBERS = 0.15


def edges(
    columns: Sequence[Column[Any]],
    cells: Sequence[Sequence[str]],
    *,
    measure: Measure,
    left: float,
    width: float,
) -> tuple[float, ...]:
    """Return where the columns begin and where the last one ends.

    Widths follow the columns' own measure; a column of numbers or dates is as wide as its widest.
    """
    fixed: dict[int, float] = {}
    while True:
        widths = _shared(columns, fixed, width)
        short = {
            place: need
            for place, need in _needs(columns, cells, measure, width)
            if place not in fixed and need > widths[place]
        }
        if not short:
            return tuple(accumulate(widths, initial=left))
        fixed |= short


def _shared(columns: Sequence[Column[Any]], fixed: dict[int, float], width: float) -> list[float]:
    rest = width - sum(fixed.values())
    chars = sum(column.chars for place, column in enumerate(columns) if place not in fixed)
    return [
        fixed[place] if place in fixed else rest * column.chars / chars
        for place, column in enumerate(columns)
    ]


def _needs(
    columns: Sequence[Column[Any]],
    cells: Sequence[Sequence[str]],
    measure: Measure,
    width: float,
) -> list[tuple[int, float]]:
    needs = []
    for place, column in enumerate(columns):
        if column.kind is not Kind.TEXT:
            widest = max((measure(row[place]) for row in cells), default=0.0)
            needs.append((place, min(widest + 2 * BESIDE + 0.5, width * MOST_FOR_NUMBERS)))
    return needs
