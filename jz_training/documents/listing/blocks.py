"""What stands on a paper of lists: a title with its facts, and a ruled table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import Any

from jz_training.documents.columns import Align, in_words
from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.line_breaking import break_lines
from jz_training.documents.drawing.pen import Pen
from jz_training.documents.excel.table import Table
from jz_training.documents.fonts import visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.listing.measures import (
    ABOVE,
    BESIDE,
    CELL_LINE,
    CELL_SIZE,
    FACT_LINE,
    FACT_SIZE,
    HAIRLINE,
    LEFT,
    OUTLINE,
    RIGHT,
    TITLE_HEIGHT,
    TITLE_SIZE,
    WIDTH,
)
from jz_training.documents.listing.rows import Row
from jz_training.documents.listing.widths import edges

EMPTY = "（暂无）"

_ALIGN = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}


class Heading:
    """The title of a list and the lines of facts below it.

    `beside` is the width that the title leaves free on both sides, in points.
    """

    def __init__(self, pen: Pen, title: str, facts: Sequence[str], *, beside: float = 0.0) -> None:
        self._pen = pen
        self._title = title
        self._beside = beside
        self._facts = [
            line for fact in facts for line in _broken(pen, fact, WIDTH, FontRole.SONG, FACT_SIZE)
        ]

    @property
    def height(self) -> float:
        """Return its height in points."""
        return TITLE_HEIGHT + len(self._facts) * FACT_LINE + ABOVE

    def draw(self, top: float) -> None:
        """Write the title in the middle and the facts from the left."""
        width = WIDTH - 2 * self._beside
        box = Box(width=width, height=TITLE_HEIGHT, size=TITLE_SIZE)
        with self._pen.writing():
            with self._pen.thickened(FontRole.TITLE, TITLE_SIZE):
                self._pen.write(
                    self._title,
                    role=FontRole.TITLE,
                    box=box,
                    x=LEFT + self._beside,
                    middle=top - TITLE_HEIGHT / 2,
                    align=0.5,
                )
            for number, fact in enumerate(self._facts):
                middle = top - TITLE_HEIGHT - (number + 0.5) * FACT_LINE
                line = self._pen.line(fact, FontRole.SONG)
                self._pen.put_middle(line, x=LEFT, middle=middle, size=FACT_SIZE)


class Setting:
    """A table broken into lines, ready to be drawn a page at a time."""

    def __init__(self, pen: Pen, table: Table[Any]) -> None:
        self._pen = pen
        self._columns = table.columns
        texts = [
            [column.words(row, place) for column in table.columns]
            for place, row in enumerate(table.rows, table.first)
        ]
        total = [in_words(table.total.get(column.key)) for column in table.columns]
        measured = [*texts, total] if table.total else texts
        self._edges = edges(table.columns, measured, measure=self._width, left=LEFT, width=WIDTH)
        headings = [column.heading for column in table.columns]
        self._head = self._row(headings, FontRole.HEI, bold=True)
        self.rows = [self._row(text, FontRole.SONG) for text in texts]
        if not texts:
            self.rows.append(Row(((EMPTY,),), wide=True))
        if table.total:
            self.rows.append(self._row(total, FontRole.HEI, bold=True))

    @property
    def head_height(self) -> float:
        """Return the height of the headings in points."""
        return self._head.height

    def draw(self, rows: Sequence[Row], top: float) -> None:
        """Rule and write the headings and some rows."""
        every = (self._head, *rows)
        self._rule(every, top)
        with self._pen.writing():
            for row in every:
                self._write(row, top)
                top -= row.height

    def _row(self, texts: Sequence[str], role: FontRole, *, bold: bool = False) -> Row:
        """Return a row whose cells are broken into lines that fit between their rules."""
        return Row(
            tuple(
                tuple(_broken(self._pen, text, right - left - 2 * BESIDE, role, CELL_SIZE))
                for text, (left, right) in zip(texts, pairwise(self._edges), strict=True)
            ),
            bold=bold,
        )

    def _rule(self, rows: Sequence[Row], top: float) -> None:
        heights = list(accumulate((row.height for row in rows), initial=0.0))
        bottom = top - heights[-1]
        inner = () if any(row.wide for row in rows) else self._edges[1:-1]
        canvas = self._pen.canvas
        canvas.setLineWidth(HAIRLINE)
        canvas.lines(
            [(LEFT, top - height, RIGHT, top - height) for height in heights[1:-1]]
            + [(x, top, x, bottom) for x in inner]
        )
        if not inner:
            foot = top - rows[0].height
            canvas.lines([(x, top, x, foot) for x in self._edges[1:-1]])
        canvas.setLineWidth(OUTLINE)
        canvas.rect(LEFT, bottom, RIGHT - LEFT, top - bottom, stroke=1, fill=0)

    def _write(self, row: Row, top: float) -> None:
        role = FontRole.HEI if row.bold else FontRole.SONG
        if row.wide:
            self._lines(row.cells[0], LEFT, RIGHT, top=top, row=row, role=role, align=0.5)
            return
        for column, cell, (left, right) in zip(
            self._columns, row.cells, pairwise(self._edges), strict=True
        ):
            align = 0.5 if row is self._head else _ALIGN[column.align]
            self._lines(cell, left, right, top=top, row=row, role=role, align=align)

    def _lines(
        self,
        lines: Sequence[str],
        left: float,
        right: float,
        *,
        top: float,
        row: Row,
        role: FontRole,
        align: float,
    ) -> None:
        """Write the lines of a cell, centred between the upper and the lower rule."""
        middle = top - row.height / 2 + (len(lines) - 1) * CELL_LINE / 2
        for text in lines:
            line = self._pen.line(text, role)
            rest = right - left - 2 * BESIDE - line.em * CELL_SIZE
            self._pen.put_middle(
                line, x=left + BESIDE + rest * align, middle=middle, size=CELL_SIZE
            )
            middle -= CELL_LINE

    def _width(self, text: str) -> float:
        return self._pen.fonts.width(text, FontRole.SONG, CELL_SIZE)


def _broken(pen: Pen, text: str, width: float, role: FontRole, size: float) -> list[str]:
    """Return the lines of a text in a width; a line break in it begins a new one."""
    measure = partial(pen.fonts.width, role=role, size=size)
    return [
        line
        for part in text.splitlines() or [""]
        for line in break_lines(visible(part), measure=measure, limit=width)
    ]
