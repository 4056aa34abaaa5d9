"""What never changes from page to page of a sign-in sheet: the ruled table and its heads.

It is drawn once into a form XObject per layout and shown on every page of every sheet.
"""

from __future__ import annotations

from dataclasses import dataclass

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts.files import FontRole
from jz_training.domain.sheet import SheetColumns
from jz_training.domain.sheet_geometry import (
    FIRST_ROW,
    HEAD_HEIGHT,
    LEFT,
    MARK_INSET,
    MARK_SIDE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    ROW_HEIGHT,
    ROWS_FULL,
    ROWS_LAST,
    TABLE_BOTTOM,
    TABLE_TOP,
    SheetCell,
    SheetField,
    sheet_lists,
)

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


def from_top(millimetres: float) -> float:
    """Return the PDF height in points of a place measured from the top of the page."""
    return (PAGE_HEIGHT - millimetres) * MM


@dataclass(frozen=True, slots=True)
class Frame:
    """Which table is ruled: one or two lists, with telephones or not, and whether it is the last
    page, on which two lines give way to the totals."""

    columns: SheetColumns
    with_phone: bool
    last: bool

    @property
    def name(self) -> str:
        """Return the name of the form XObject."""
        return f"frame-{self.columns}-{int(self.with_phone)}-{int(self.last)}"

    @property
    def phone_below_name(self) -> bool:
        """Tell whether telephones stand below the names: two lists have no column for them."""
        return self.with_phone and self.columns is SheetColumns.TWO

    @property
    def rows(self) -> int:
        """Return the number of lines in each list."""
        return ROWS_LAST if self.last else ROWS_FULL


def draw_frame(pen: Pen, frame: Frame) -> None:
    """Rule the table, write its heads and set the four corner marks."""
    _corner_marks(pen)
    lists = sheet_lists(frame.columns, with_phone=frame.with_phone)
    for cells in lists:
        _rule(pen, cells, frame.rows)
    if frame.last:
        _rule_totals(pen)
    with pen.writing():
        for cells in lists:
            for cell in cells:
                _head(pen, cell)


def _corner_marks(pen: Pen) -> None:
    far = (PAGE_WIDTH - MARK_INSET - MARK_SIDE, PAGE_HEIGHT - MARK_INSET - MARK_SIDE)
    for x in (MARK_INSET, far[0]):
        for y in (MARK_INSET, far[1]):
            pen.canvas.rect(
                x * MM, from_top(y + MARK_SIDE), MARK_SIDE * MM, MARK_SIDE * MM, stroke=0, fill=1
            )


def _rule(pen: Pen, cells: tuple[SheetCell, ...], rows: int) -> None:
    left, right = cells[0].x * MM, (cells[-1].x + cells[-1].width) * MM
    bottom = FIRST_ROW + rows * ROW_HEIGHT
    pen.canvas.setLineWidth(HAIRLINE)
    pen.canvas.lines(
        [
            (left, from_top(y), right, from_top(y))
            for y in (FIRST_ROW + row * ROW_HEIGHT for row in range(rows))
        ]
        + [(cell.x * MM, from_top(TABLE_TOP), cell.x * MM, from_top(bottom)) for cell in cells[1:]]
    )
    pen.canvas.setLineWidth(OUTLINE)
    pen.canvas.rect(
        left, from_top(bottom), right - left, (bottom - TABLE_TOP) * MM, stroke=1, fill=0
    )


def _rule_totals(pen: Pen) -> None:
    """Rule the box of totals and signatures that stands under the last table."""
    top = FIRST_ROW + ROWS_LAST * ROW_HEIGHT
    pen.canvas.setLineWidth(OUTLINE)
    pen.canvas.rect(
        LEFT * MM,
        from_top(TABLE_BOTTOM),
        (RIGHT - LEFT) * MM,
        (TABLE_BOTTOM - top) * MM,
        stroke=1,
        fill=0,
    )


def _head(pen: Pen, cell: SheetCell) -> None:
    box = Box(width=(cell.width - 1) * MM, height=HEAD_HEIGHT * MM, size=HEAD_SIZE)
    pen.write(
        HEADS[cell.field],
        role=FontRole.HEI,
        box=box,
        x=(cell.x + 0.5) * MM,
        middle=from_top(TABLE_TOP + HEAD_HEIGHT / 2),
        align=0.5,
    )
