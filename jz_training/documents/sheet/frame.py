"""What never changes from page to page of a sign-in sheet: the ruled table and its heads.

It is drawn once into a form XObject per layout and shown on every page of every sheet.
"""

from __future__ import annotations

from dataclasses import dataclass

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts.files import FontRole
from jz_training.domain.parts import TrainingPart
from jz_training.domain.sheet import SheetColumns
from jz_training.domain.sheet_geometry import SheetCell, SheetField, sheet_lists
from jz_training.domain.sheet_paper import (
    LEFT,
    MARK_SIDE,
    ROW_HEIGHT,
    TABLE_TOP,
    UPRIGHT,
    SheetPaper,
)
from jz_training.labels.days import clock_words

HEADS: dict[SheetField, str] = {
    SheetField.NUMBER: "序号",
    SheetField.NAME: "姓　名",
    SheetField.UNIT: "单　位",
    SheetField.POST: "职　务",
    SheetField.UNIT_AND_POST: "单位及职务",
    SheetField.PHONE: "联系电话",
    SheetField.SIGNATURE: "签　名",
    SheetField.NOTE: "备　注",
}

HAIRLINE, OUTLINE = 0.4, 0.9
HEAD_SIZE = 10.5
TIME_SIZE = 8.5


def from_top(millimetres: float) -> float:
    """Return the PDF height in points of a place measured from the top of the page.

    It is that of a page standing upright; the pen is shifted where a page lies on its side.
    """
    return (UPRIGHT.height - millimetres) * MM


@dataclass(frozen=True, slots=True)
class Frame:
    """Which table is ruled: one or two lists, with telephones or not, and whether it is the last
    page, on which two lines give way to the totals."""

    columns: SheetColumns
    with_phone: bool
    last: bool
    paper: SheetPaper = UPRIGHT
    parts: tuple[TrainingPart, ...] = ()  # those that are signed on the page
    left_out: frozenset[SheetField] = frozenset()  # columns the office does without

    @property
    def name(self) -> str:
        """Return the name of the form XObject."""
        name = f"frame-{self.columns}-{int(self.with_phone)}-{int(self.last)}"
        if not self.parts:
            return name
        side = "lying" if self.paper.height != UPRIGHT.height else "upright"
        return f"{name}-{side}-{len(self.parts)}-{self.parts[0].id.hex}"

    @property
    def phone_below_name(self) -> bool:
        """Tell whether telephones stand below the names, where there is no column for them."""
        return self.with_phone and (self.columns is SheetColumns.TWO or bool(self.parts))

    @property
    def lists(self) -> tuple[tuple[SheetCell, ...], ...]:
        """Return the cells of each list."""
        return sheet_lists(
            self.columns, with_phone=self.with_phone, parts=len(self.parts), paper=self.paper,
            left_out=self.left_out,
        )  # fmt: skip

    @property
    def rows(self) -> int:
        """Return the number of lines in each list."""
        return self.paper.rows(last=self.last)


def draw_frame(pen: Pen, frame: Frame, *, with_marks: bool = True) -> None:
    """Rule the table, write its heads and set the four corner marks."""
    if with_marks:
        _corner_marks(pen, frame.paper)
    for cells in frame.lists:
        _rule(pen, cells, frame)
    if frame.last:
        _rule_totals(pen, frame.paper)
    with pen.writing():
        for cells in frame.lists:
            parts = iter(frame.parts)
            for cell in cells:
                part = next(parts, None) if cell.field is SheetField.SIGNATURE else None
                if part is None:
                    _head(pen, cell, frame.paper)
                else:
                    _part_head(pen, cell, part, frame.paper)


def _corner_marks(pen: Pen, paper: SheetPaper) -> None:
    for mark in sorted(paper.marks, key=lambda mark: mark.x):
        pen.canvas.rect(
            mark.x * MM,
            from_top(mark.y + MARK_SIDE),
            MARK_SIDE * MM,
            MARK_SIDE * MM,
            stroke=0,
            fill=1,
        )


def _rule(pen: Pen, cells: tuple[SheetCell, ...], frame: Frame) -> None:
    left, right = cells[0].x * MM, (cells[-1].x + cells[-1].width) * MM
    first, rows = frame.paper.first_row, frame.rows
    bottom = first + rows * ROW_HEIGHT
    pen.canvas.setLineWidth(HAIRLINE)
    pen.canvas.lines(
        [
            (left, from_top(y), right, from_top(y))
            for y in (first + row * ROW_HEIGHT for row in range(rows))
        ]
        + [(cell.x * MM, from_top(TABLE_TOP), cell.x * MM, from_top(bottom)) for cell in cells[1:]]
    )
    pen.canvas.setLineWidth(OUTLINE)
    pen.canvas.rect(
        left, from_top(bottom), right - left, (bottom - TABLE_TOP) * MM, stroke=1, fill=0
    )


def _rule_totals(pen: Pen, paper: SheetPaper) -> None:
    """Rule the box of totals and signatures that stands under the last table."""
    top, bottom = paper.totals_top, paper.table_bottom
    pen.canvas.setLineWidth(OUTLINE)
    pen.canvas.rect(
        LEFT * MM,
        from_top(bottom),
        (paper.right - LEFT) * MM,
        (bottom - top) * MM,
        stroke=1,
        fill=0,
    )


def _head(pen: Pen, cell: SheetCell, paper: SheetPaper) -> None:
    box = Box(width=(cell.width - 1) * MM, height=paper.head_height * MM, size=HEAD_SIZE)
    pen.write(
        HEADS[cell.field],
        role=FontRole.HEI,
        box=box,
        x=(cell.x + 0.5) * MM,
        middle=from_top(TABLE_TOP + paper.head_height / 2),
        align=0.5,
    )


def _part_head(pen: Pen, cell: SheetCell, part: TrainingPart, paper: SheetPaper) -> None:
    """Write the name of a part over its day and its hours."""
    lines = (
        (part.name, FontRole.HEI, HEAD_SIZE, 0.19),
        (f"{part.start.month}月{part.start.day}日", FontRole.SONG, TIME_SIZE, 0.5),
        (clock_words(part.start, part.end), FontRole.SONG, TIME_SIZE, 0.79),
    )
    for text, role, size, share in lines:
        pen.write(
            text,
            role=role,
            box=Box(width=(cell.width - 1) * MM, height=paper.head_height / 3 * MM, size=size),
            x=(cell.x + 0.5) * MM,
            middle=from_top(TABLE_TOP + paper.head_height * share),
            align=0.5,
        )
