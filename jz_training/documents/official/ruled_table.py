"""Ruled tables of official papers: 宋体, heads in 黑体; a page break is the caller's.

A row is as high as its fullest cell needs; only a text longer than a quarter of a page is set
smaller than one can comfortably read, and cut at last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise

from jz_training.documents.drawing.fitting import LEADING, SHRINK_FIRST, Box
from jz_training.documents.drawing.line_breaking import break_lines
from jz_training.documents.drawing.pen import Pen
from jz_training.documents.fonts import visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.official.gb9704 import MM, TEXT_HEIGHT

CELL_SIZE = 10.5
CAPTION_SIZE = 12.0
ROW_HEIGHT = 7.5 * MM
TALL_HEAD_HEIGHT = 11.0 * MM
PADDING = 1.2 * MM
CLEAR, CLEAR_OF_LINES = 1.5, 6.0
HAIRLINE, OUTLINE = 0.4, 0.9

#: A cell of several lines is set in this size (小五), its row as high as that takes.
SMALL_SIZE = 9.0
HIGHEST_ROW = TEXT_HEIGHT / 4


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head (\\n begins a second line), its share of the width, and where its text
    stands: 0 left, 0.5 centred, 1 right."""

    head: str
    share: float
    align: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as it is to be printed. `total` is the last row, set in 黑体."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()

    @property
    def head_height(self) -> float:
        """Return the height of the head in points."""
        return TALL_HEAD_HEIGHT if any("\n" in each.head for each in self.columns) else ROW_HEIGHT

    @property
    def all_rows(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows with the total."""
        return (*self.rows, self.total) if self.total else self.rows


def row_heights(pen: Pen, table: Table, *, width: float) -> tuple[float, ...]:
    """Return how high each row is, the total's too, in points."""
    rooms = [right - left - 2 * PADDING for left, right in pairwise(_edges(table, 0.0, width))]
    return tuple(_height(pen, row, rooms) for row in table.all_rows)


def rows_that_fit(heights: Sequence[float], room: float) -> int:
    """Return how many rows go into a room so that no page has a single one of them."""
    fitting = sum(height <= room + 0.01 for height in accumulate(heights))
    return fitting - 1 if len(heights) - fitting == 1 else fitting


def draw_rows(
    pen: Pen,
    table: Table,
    rows: Sequence[tuple[str, ...]],
    *,
    left: float,
    width: float,
    top: float,
    heights: Sequence[float] | None = None,
) -> float:
    """Draw the head and some rows, and return the height they took, in points.

    Without `heights` all rows are of the least height.
    """
    heights = heights or [ROW_HEIGHT] * len(rows)
    edges = _edges(table, left, width)
    lines = list(accumulate(heights, initial=table.head_height))
    _rule(pen, edges, top, lines)
    with pen.writing():
        _head(pen, table, edges, top)
        for row, (above, below) in zip(rows, pairwise(lines), strict=True):
            _row(pen, table, row, edges, middle=top - (above + below) / 2, height=below - above)
    return lines[-1]


def _edges(table: Table, left: float, width: float) -> tuple[float, ...]:
    whole = sum(column.share for column in table.columns)
    edges = [left]
    for column in table.columns:
        edges.append(edges[-1] + width * column.share / whole)
    return tuple(edges)


def _height(pen: Pen, row: Sequence[str], rooms: Sequence[float]) -> float:
    lines = max(
        (_lines(pen, text, room) for text, room in zip(row, rooms, strict=False)), default=1
    )
    wanted = lines * SMALL_SIZE * LEADING + CLEAR_OF_LINES if lines > 1 else ROW_HEIGHT
    return min(max(wanted, ROW_HEIGHT), HIGHEST_ROW)


def _lines(pen: Pen, text: str, room: float) -> int:
    """Return how many lines a text takes; what need not shrink much stays on one."""
    measure = partial(pen.fonts.width, role=FontRole.SONG, size=SMALL_SIZE)
    if measure(text) * CELL_SIZE / SMALL_SIZE * SHRINK_FIRST <= room:
        return 1
    return len(break_lines(visible(text), measure=measure, limit=room))


def _rule(pen: Pen, edges: Sequence[float], top: float, lines: Sequence[float]) -> None:
    """Rule the table: `lines` are how far below the top the head and each row end."""
    bottom = top - lines[-1]
    pen.canvas.setLineWidth(HAIRLINE)
    pen.canvas.lines(
        [(edges[0], top - down, edges[-1], top - down) for down in lines[:-1]]
        + [(x, top, x, bottom) for x in edges[1:-1]]
    )
    pen.canvas.setLineWidth(OUTLINE)
    pen.canvas.rect(edges[0], bottom, edges[-1] - edges[0], lines[-1], stroke=1, fill=0)


def _head(pen: Pen, table: Table, edges: Sequence[float], top: float) -> None:
    height = table.head_height
    for column, (left, right) in zip(table.columns, pairwise(edges), strict=True):
        pen.write(
            *column.head.split("\n"),
            role=FontRole.HEI,
            box=_box(left, right, height),
            x=left + PADDING,
            middle=top - height / 2,
            align=0.5,
        )


def _row(
    pen: Pen,
    table: Table,
    texts: Sequence[str],
    edges: Sequence[float],
    *,
    middle: float,
    height: float,
) -> None:
    role = FontRole.HEI if texts is table.total else FontRole.SONG
    for column, text, (left, right) in zip(table.columns, texts, pairwise(edges), strict=True):
        if text:
            pen.write(
                text,
                role=role,
                box=_box(left, right, height),
                x=left + PADDING,
                middle=middle,
                align=column.align,
            )


def _box(left: float, right: float, height: float) -> Box:
    clear = CLEAR_OF_LINES if height > ROW_HEIGHT else CLEAR
    return Box(width=right - left - 2 * PADDING, height=height - clear, size=CELL_SIZE)
