"""The foot of a sign-in sheet's page: its own count, the totals on the last one, the page code."""

from __future__ import annotations

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.pen import MM, Pen
from jz_training.documents.fonts import MISSING_MARK
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.sheet.dress import SheetDress
from jz_training.documents.sheet.frame import Frame, from_top
from jz_training.domain.sheet import SheetGeometry, SignInSheet
from jz_training.domain.sheet_geometry import SheetField
from jz_training.domain.sheet_paper import LEFT, ROW_HEIGHT, SheetPaper

FOOT_SIZE = 10.5
NOTE_SIZE = 8.0
CODE_SIZE = 9.0
BELOW_TABLE = 6.0

BLANK = "＿＿＿"
LONG_BLANK = "＿＿＿＿＿＿"
CAME = f"实到{BLANK}人"
COUNTS = (CAME, *(f"{word}{BLANK}人" for word in ("请假", "缺席", "迟到")))
SEAL = "（盖章处）　　　　"

#: Of two texts in a row, in em; more of them are made smaller.
LEAST_GAP = 0.8

#: From the lower edge of the page to the line an office prints there, in mm.
FOOTER_ABOVE = 19.2


def signed_by(dress: SheetDress) -> tuple[str, ...]:
    """Return the places to sign below the totals, and that of the seal."""
    return (*(f"{one}：{LONG_BLANK}" for one in dress.signers), SEAL)


def page_signed_by(dress: SheetDress) -> tuple[str, ...]:
    """Return the place to sign at the foot of a page, if there is one."""
    return (f"{dress.page_signer}：{LONG_BLANK}",) if dress.page_signer else ()


def draw_foot(
    pen: Pen,
    sheet: SignInSheet,
    geometry: SheetGeometry,
    frame: Frame,
    *,
    page: int,
    expected: int,
    dress: SheetDress,
) -> None:
    """Write the foot of a page; `expected` is the number of persons on this page.

    Who came differs from part to part, and is counted below their columns.
    """
    came = "" if frame.parts else f"　实到{BLANK}人"
    _row(
        pen,
        f"第 {page} 页　共 {geometry.pages} 页",
        f"本页应到 {expected} 人{came}",
        *page_signed_by(dress),
        paper=frame.paper,
        middle=frame.paper.table_bottom + BELOW_TABLE,
    )
    _footer(pen, dress.footer, frame.paper)
    _code(pen, geometry, page)
    _small(pen, _note(pen, sheet), frame.paper)


def draw_blank_foot(pen: Pen, frame: Frame, *, page: int, pages: int, dress: SheetDress) -> None:
    """Write the foot of a form without a list: no code, for there is no list to find it by."""
    _row(
        pen,
        f"第 {page} 页　共 {pages} 页",
        f"本页实到{BLANK}人",
        *page_signed_by(dress),
        paper=frame.paper,
        middle=frame.paper.table_bottom + BELOW_TABLE,
    )
    _footer(pen, dress.footer, frame.paper)


def draw_totals(pen: Pen, frame: Frame, *, expected: int | None, dress: SheetDress) -> None:
    """Write the totals to be filled in by hand, and the places for signatures and the seal.

    `expected` None: that is filled in by hand too.
    """
    paper, top = frame.paper, frame.paper.totals_top
    inset = 3.0
    if frame.parts:
        _totals_of_parts(pen, frame, expected_words(expected))
    else:
        _row(
            pen,
            expected_words(expected),
            *COUNTS,
            paper=paper,
            middle=top + ROW_HEIGHT / 2,
            inset=inset,
        )
    _row(
        pen,
        *signed_by(dress),
        paper=paper,
        middle=top + ROW_HEIGHT * 1.5,
        inset=inset,
    )


def expected_words(expected: int | None) -> str:
    """Return how many are expected; None leaves it to the pen."""
    return f"应到{BLANK}人" if expected is None else f"应到 {expected} 人"


def _totals_of_parts(pen: Pen, frame: Frame, words: str) -> None:
    """Write how many are expected, and under the column of each part who came to it."""
    middle = from_top(frame.paper.totals_top + ROW_HEIGHT / 2)
    expected = pen.line(words, FontRole.SONG)
    pen.put_middle(expected, x=(LEFT + 3.0) * MM, middle=middle, size=FOOT_SIZE)
    for cell in frame.lists[0]:
        if cell.field is SheetField.SIGNATURE:
            came = pen.line(CAME, FontRole.SONG)
            x = (cell.x + cell.width / 2) * MM - came.em * FOOT_SIZE / 2
            pen.put_middle(came, x=x, middle=middle, size=FOOT_SIZE)


def _row(pen: Pen, *texts: str, paper: SheetPaper, middle: float, inset: float = 0.0) -> None:
    """Spread texts over the width of the table: the first left, the last right, equal gaps."""
    lines = [pen.line(text, FontRole.SONG) for text in texts]
    width, gaps = (paper.right - LEFT - 2 * inset) * MM, max(1, len(lines) - 1)
    ems = sum(line.em for line in lines)
    size = min(FOOT_SIZE, width / (ems + LEAST_GAP * gaps))
    gap = (width - ems * size) / gaps
    x = (LEFT + inset) * MM if len(lines) > 1 else paper.right * MM - inset * MM - ems * size
    for line in lines:
        pen.put_middle(line, x=x, middle=from_top(middle), size=size)
        x += line.em * size + gap


def _footer(pen: Pen, text: str, paper: SheetPaper) -> None:
    """Write the line an office prints at the foot, above the page code."""
    if text:
        box = Box(width=(paper.right - LEFT) * MM, height=4 * MM, size=CODE_SIZE)
        middle = from_top(paper.height - FOOTER_ABOVE)
        pen.write(text, role=FontRole.SONG, box=box, x=LEFT * MM, middle=middle, align=0.5)


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


def _small(pen: Pen, text: str, paper: SheetPaper) -> None:
    if text:
        box = Box(width=130 * MM, height=4 * MM, size=NOTE_SIZE)
        pen.write(
            text, role=FontRole.SONG, box=box, x=LEFT * MM, middle=from_top(paper.height - 14.0)
        )
