"""The rows of a list, broken into lines and laid on pages: a row is torn only if it must be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jz_training.documents.listing.measures import ABOVE, CELL_LINE

#: A row that is taller than a page leaves at least so many lines on each side of the tear.
LINES_TOGETHER = 4


@dataclass(frozen=True, slots=True)
class Row:
    """The lines of each cell of a row; `bold` for the total, `wide` for one cell over all."""

    cells: tuple[tuple[str, ...], ...]
    bold: bool = False
    wide: bool = False

    @property
    def lines(self) -> int:
        """Return how many lines its fullest cell has."""
        return max(1, *(len(cell) for cell in self.cells))

    @property
    def height(self) -> float:
        """Return its height in points."""
        return self.lines * CELL_LINE + 2 * ABOVE


@dataclass(frozen=True, slots=True)
class Room:
    """The height a list has on its first page, on every further one, and what ends it."""

    first: float
    further: float
    ending: float = 0.0


def on_pages(rows: Sequence[Row], room: Room) -> list[list[Row]]:
    """Lay rows on pages, in order; the ending finds room below the last row.

    A row that a page can hold is whole. The ending takes a row along to a page of its own.
    """
    pages: list[list[Row]] = [[]]
    left = room.first
    waiting = list(reversed(rows))
    while waiting:
        row = waiting.pop()
        if row.height > left:
            here, rest = _torn(row, left, room)
            if here is not None:
                pages[-1].append(here)
            pages.append([])
            left = room.further
            waiting.append(rest)
            continue
        pages[-1].append(row)
        left -= row.height
    if room.ending > left:
        pages.append([pages[-1].pop()] if len(pages[-1]) > 1 else [])
    return pages


def _torn(row: Row, left: float, room: Room) -> tuple[Row | None, Row]:
    """Return what of a row stays here and what goes on: all of it, where a page can hold it."""
    if row.height <= room.further:
        return None, row
    count = int((left - 2 * ABOVE) // CELL_LINE)
    if count < LINES_TOGETHER:
        return None, row
    count = min(count, row.lines - LINES_TOGETHER)
    here = replace(row, cells=tuple(cell[:count] for cell in row.cells))
    rest = replace(row, cells=tuple(cell[count:] for cell in row.cells))
    return here, rest
