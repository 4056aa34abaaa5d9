"""A sign-in sheet without a list (空白签到表), to be filled in by hand.

It looks as the sheet does and can be taken for none: it has no page code and no corner marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import MM, Pen, finish, new_canvas
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.sheet.dress import SheetDress
from jz_training.documents.sheet.foot import draw_blank_foot, draw_totals
from jz_training.documents.sheet.frame import Frame, draw_frame, from_top
from jz_training.documents.sheet.head import draw_blank_head
from jz_training.documents.sheet.lines import CELL_SIZE
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.sheet import BlankForm
from jz_training.domain.sheet_geometry import SheetCell
from jz_training.domain.sheet_paper import ROW_HEIGHT, UPRIGHT

NAME = "空白签到表"


def blank_form_pdf(
    form: BlankForm,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the form as PDF: as many pages as its lines need, each filled with lines."""
    fonts, dress = fonts or system_fonts(), SheetDress(style.layout)
    canvas, buffer = new_canvas(title=NAME, author=form.organiser, subject="签到表", fonts=fonts)
    pen = Pen(canvas, fonts=fonts, report=report or PaperReport())
    pages = page_count(form)
    first = 1
    for page in range(1, pages + 1):
        frame = Frame(form.columns, False, page == pages, left_out=dress.left_out)
        draw_blank_head(pen, form, UPRIGHT, dress=dress)
        draw_frame(pen, frame, with_marks=False)
        with pen.writing():
            for number, cell, top in _numbers(frame, first):
                _number(pen, number, cell, top)
            if frame.last:
                draw_totals(pen, frame, expected=None, dress=dress)
            draw_blank_foot(pen, frame, page=page, pages=pages, dress=dress)
        first += frame.rows * len(frame.lists)
        canvas.showPage()
    return finish(canvas, buffer)


def page_count(form: BlankForm) -> int:
    """Return how many pages the lines of a form need; the last gives two to the totals."""
    lists = len(Frame(form.columns, False, True).lists)
    beyond_last = max(0, form.rows - UPRIGHT.rows_last * lists)
    return 1 + -(-beyond_last // (UPRIGHT.rows_full * lists))


def _numbers(frame: Frame, first: int) -> Iterator[tuple[int, SheetCell, float]]:
    """Return the number of each line of a page with its cell and where the line begins."""
    for cells in frame.lists:
        for row in range(frame.rows):
            yield first, cells[0], frame.paper.first_row + row * ROW_HEIGHT
            first += 1


def _number(pen: Pen, number: int, cell: SheetCell, top: float) -> None:
    pen.write(
        str(number),
        role=FontRole.SONG,
        box=Box(width=cell.width * MM, height=ROW_HEIGHT * MM, size=CELL_SIZE),
        x=cell.x * MM,
        middle=from_top(top + ROW_HEIGHT / 2),
        align=0.5,
    )
