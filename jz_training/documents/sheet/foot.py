"""The foot of a sign-in sheet's page: its own count, the totals on the last one, the page code."""

from __future__ import annotations

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts import MISSING_MARK
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.sheet.frame import from_top
from jz_training.domain.sheet import SheetGeometry, SignInSheet
from jz_training.domain.sheet_geometry import (
    FIRST_ROW,
    LEFT,
    RIGHT,
    ROW_HEIGHT,
    ROWS_LAST,
    TABLE_BOTTOM,
)

FOOT_SIZE = 10.5
NOTE_SIZE = 8.0
CODE_SIZE = 9.0
FOOT_MIDDLE = TABLE_BOTTOM + 6.0

BLANK = "＿＿＿"
LONG_BLANK = "＿＿＿＿＿＿"


def draw_foot(
    pen: Pen, sheet: SignInSheet, geometry: SheetGeometry, *, page: int, expected: int
) -> None:
    """Write the foot of a page; `expected` is the number of persons on this page."""
    _row(
        pen,
        f"第 {page} 页　共 {geometry.pages} 页",
        f"本页应到 {expected} 人　实到{BLANK}人",
        f"签到负责人：{LONG_BLANK}",
        middle=FOOT_MIDDLE,
    )
    _code(pen, geometry, page)
    _small(pen, _note(pen, sheet))


def draw_totals(pen: Pen, sheet: SignInSheet) -> None:
    """Write the totals to be filled in by hand, and the places for signatures and the seal."""
    top = FIRST_ROW + ROWS_LAST * ROW_HEIGHT
    inset = 3.0
    _row(
        pen,
        f"应到 {len(sheet.rows)} 人",
        *(f"{word}{BLANK}人" for word in ("实到", "请假", "缺席", "迟到")),
        middle=top + ROW_HEIGHT / 2,
        inset=inset,
    )
    _row(
        pen,
        f"记录人：{LONG_BLANK}",
        f"审核人：{LONG_BLANK}",
        "（盖章处）　　　　",
        middle=top + ROW_HEIGHT * 1.5,
        inset=inset,
    )


def _row(pen: Pen, *texts: str, middle: float, inset: float = 0.0) -> None:
    """Spread texts over the width of the table: the first left, the last right, equal gaps."""
    lines = [pen.line(text, FontRole.SONG) for text in texts]
    width = (RIGHT - LEFT - 2 * inset) * MM
    gap = (width - sum(line.em for line in lines) * FOOT_SIZE) / max(1, len(lines) - 1)
    x = (LEFT + inset) * MM
    for line in lines:
        pen.put_middle(line, x=x, middle=from_top(middle), size=FOOT_SIZE)
        x += line.em * FOOT_SIZE + gap


def _code(pen: Pen, geometry: SheetGeometry, page: int) -> None:
    place = geometry.code_place
    line = pen.line(geometry.codes[page - 1], FontRole.HEI)
    pen.put_middle(
        line,
        x=(place.x + place.width) * MM - line.em * CODE_SIZE,
        middle=from_top(place.y + place.height / 2),
        size=CODE_SIZE,
    )


def _note(pen: Pen, sheet: SignInSheet) -> str:
    made = f"制表：{sheet.made_on}" if sheet.made_on else ""
    lacking = f"“{MISSING_MARK}”处为字库没有的字，请用笔补写。" if pen.lacks else ""
    return "　".join(part for part in (made, lacking) if part)


def _small(pen: Pen, text: str) -> None:
    if text:
        box = Box(width=130 * MM, height=4 * MM, size=NOTE_SIZE)
        pen.write(text, role=FontRole.SONG, box=box, x=LEFT * MM, middle=from_top(283.0))
