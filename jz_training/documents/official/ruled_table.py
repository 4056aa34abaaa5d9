"""Ruled tables of official papers: 宋体, heads in 黑体; a page break is the caller's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.pen import Pen
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.official.gb9704 import MM

CELL_SIZE = 10.5
CAPTION_SIZE = 12.0
ROW_HEIGHT = 7.5 * MM
TALL_HEAD_HEIGHT = 11.0 * MM
PADDING = 1.2 * MM
HAIRLINE, OUTLINE = 0.4, 0.9


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


def draw_rows(
    pen: Pen,
    table: Table,
    rows: Sequence[tuple[str, ...]],
    *,
    left: float,
    width: float,
    top: float,
) -> float:
    """Draw the head and some rows, and return the height they took, in points."""
    edges = _edges(table, left, width)
    height = table.head_height + len(rows) * ROW_HEIGHT
    _rule(pen, table, edges, top, height)
    with pen.writing():
        _head(pen, table, edges, top)
        for number, row in enumerate(rows, start=1):
            middle = top - table.head_height - (number - 0.5) * ROW_HEIGHT
            role = FontRole.HEI if row is table.total else FontRole.SONG
            _row(pen, table, row, edges, middle=middle, role=role)
    return height


def _edges(table: Table, left: float, width: float) -> tuple[float, ...]:
    whole = sum(column.share for column in table.columns)
    edges = [left]
    for column in table.columns:
        edges.append(edges[-1] + width * column.share / whole)
    return tuple(edges)


def _rule(pen: Pen, table: Table, edges: Sequence[float], top: float, height: float) -> None:
    bottom = top - height
    count = round((height - table.head_height) / ROW_HEIGHT)
    heights = [bottom + number * ROW_HEIGHT for number in range(1, count + 1)]
    pen.canvas.setLineWidth(HAIRLINE)
    pen.canvas.lines(
        [(edges[0], y, edges[-1], y) for y in heights] + [(x, top, x, bottom) for x in edges[1:-1]]
    )
    pen.canvas.setLineWidth(OUTLINE)
    pen.canvas.rect(edges[0], bottom, edges[-1] - edges[0], height, stroke=1, fill=0)


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
    role: FontRole,
) -> None:
    for column, text, (left, right) in zip(table.columns, texts, pairwise(edges), strict=True):
        if text:
            pen.write(
                text,
                role=role,
                box=_box(left, right, ROW_HEIGHT),
                x=left + PADDING,
                middle=middle,
                align=column.align,
            )


def _box(left: float, right: float, height: float) -> Box:
    return Box(width=right - left - 2 * PADDING, height=height - 1.5, size=CELL_SIZE)
