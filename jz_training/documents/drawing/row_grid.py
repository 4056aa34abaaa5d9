"""Ruled rows of one height: the frame, the cells of a row, and the line at the foot of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.pen import Pen
from jz_training.documents.fonts.files import FontRole


@dataclass(frozen=True, slots=True, kw_only=True)
class RowGrid:
    """Where rows stand, in points from the lower edge; row 0 is that of the heads.

    `padding` is kept free at both sides of a cell, `slack` of its height.
    """

    top: float
    row_height: float
    padding: float
    slack: float

    def middle(self, row: int) -> float:
        """Return the height of the middle of a row."""
        return self.top - (row + 0.5) * self.row_height

    def rule(self, pen: Pen, edges: Sequence[float], bottom: float, *, rows: int) -> None:
        """Rule some rows below the heads between the edges of the columns, in a thicker frame."""
        canvas = pen.canvas
        canvas.setLineWidth(0.4)
        heights = [self.top - row * self.row_height for row in range(1, rows + 1)]
        canvas.lines([(edges[0], y, edges[-1], y) for y in heights])
        canvas.lines([(x, self.top, x, bottom) for x in edges[1:-1]])
        canvas.setLineWidth(0.9)
        canvas.rect(edges[0], bottom, edges[-1] - edges[0], self.top - bottom, stroke=1, fill=0)

    def cell(
        self,
        pen: Pen,
        *texts: str,
        role: FontRole,
        left: float,
        right: float,
        row: int,
        size: float,
        align: float,
    ) -> None:
        """Write texts one below the other into a cell; must be inside `pen.writing()`."""
        if any(text.strip() for text in texts):
            pen.write(
                *texts,
                role=role,
                box=Box(
                    width=right - left - 2 * self.padding,
                    height=self.row_height - self.slack,
                    size=size,
                ),
                x=left + self.padding,
                middle=self.middle(row),
                align=align,
            )


def put_foot(
    pen: Pen, words: str, page: str, *, left: float, right: float, middle: float, size: float
) -> None:
    """Write the words of a page's foot at the left and its number at the right."""
    with pen.writing():
        for text, align in ((words, 0.0), (page, 1.0)):
            line = pen.line(text, FontRole.SONG)
            x = left + (right - left - line.em * size) * align
            pen.put_middle(line, x=x, middle=middle, size=size)
