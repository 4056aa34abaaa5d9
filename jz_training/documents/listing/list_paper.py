"""A paper of lists and drawings on A4 lying on its side, its pages numbered x of y."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing

from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import Pen, finish, new_canvas
from jz_training.documents.excel.table import Table
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.listing.adjusting import adjusted, adjusted_title, signature_places
from jz_training.documents.listing.blocks import Heading, Setting
from jz_training.documents.listing.logo import Logo
from jz_training.documents.listing.measures import (
    ABOVE,
    CELL_LINE,
    FACT_LINE,
    FACT_SIZE,
    FOOT_MIDDLE,
    FOOT_SIZE,
    FOOTER_MIDDLE,
    FOOTER_SIZE,
    HEIGHT,
    LEFT,
    RAISED_FOOT,
    RIGHT,
    SIGNATURES_HEIGHT,
    TOP,
    WIDTH,
)
from jz_training.documents.listing.rows import Room, on_pages
from jz_training.domain.paper_style import AS_MADE, PaperStyle

BLANK = "＿＿＿＿＿＿"

#: A list that follows on the same page needs room for its head and so many rows.
ROWS_TO_BEGIN = 3


def list_pdf(
    tables: Sequence[Table[Any]],
    *,
    author: str,
    subject: str,
    signatures: Sequence[str] = (),
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return lists on paper, one after the other; places for signatures stand under the last.

    What the office adjusted of title and columns is of the first list.
    """
    paper = ListPaper(
        title=tables[0].title,
        author=author,
        subject=subject,
        fonts=fonts or system_fonts(),
        report=report or PaperReport(),
        style=style,
    )
    for table in tables[:-1]:
        paper.list(table)
    paper.list(tables[-1], signatures=signatures)
    return paper.finish()


class ListPaper:
    """Writes one paper. Pages are laid out first and drawn by `finish`, when their number is known.

    The same `Table` becomes a sheet of a workbook and a list on paper.
    """

    def __init__(
        self,
        *,
        title: str,
        author: str,
        subject: str,
        fonts: Fonts,
        report: PaperReport,
        style: PaperStyle = AS_MADE,
    ) -> None:
        self._layout = layout = style.layout
        title = adjusted_title(title, layout)
        self._canvas, self._buffer = new_canvas(
            title=title, author=author, subject=subject, fonts=fonts, on_its_side=True
        )
        self._title = title
        self._pen = Pen(self._canvas, fonts=fonts, report=report)
        self._logo = None if layout.logo is None else Logo(layout.logo)
        self._pages: list[list[Callable[[], None]]] = []
        self._top = 0.0  # where the next block begins on the last page

    def list(self, table: Table[Any], *, signatures: Sequence[str] | None = None) -> None:
        """Set a list under its title, its head again on every page; places to sign end it.

        It goes on below the last one where there is room, otherwise on a new page. The first is
        the one the office adjusted. `signatures` are ours for the last one; the office may have
        set others. None: nobody signs here.
        """
        logo = None if self._pages else self._logo
        table = table if self._pages else adjusted(table, self._layout)
        signers = () if signatures is None else signature_places(signatures, self._layout)
        heading = Heading(self._pen, table.title, table.facts, beside=logo.room if logo else 0.0)
        setting = Setting(self._pen, table)
        needed = heading.height + setting.head_height + ROWS_TO_BEGIN * (CELL_LINE + 2 * ABOVE)
        if not self._pages or self._top - needed < TOP - HEIGHT:
            self._begin_page()
        else:
            self._top -= FACT_LINE
        room = Room(
            first=self._top - (TOP - HEIGHT) - heading.height - setting.head_height,
            further=HEIGHT - setting.head_height,
            ending=SIGNATURES_HEIGHT if signers else 0.0,
        )
        if logo is not None:
            self._draw_later(partial(logo.draw, self._canvas), 0.0)
        self._draw_later(heading.draw, heading.height)
        for number, rows in enumerate(on_pages(setting.rows, room)):
            if number:
                self._begin_page()
            height = setting.head_height + sum(row.height for row in rows)
            self._draw_later(partial(setting.draw, rows), height)
        if signers:
            self._draw_later(partial(self._sign, signers), SIGNATURES_HEIGHT)

    def drawing(self, drawing: Drawing, *, title: str, facts: Sequence[str] = ()) -> None:
        """Place a drawing under a title on a page of its own."""
        heading = Heading(self._pen, title, facts)
        self._begin_page()
        self._draw_later(heading.draw, heading.height)

        def draw(top: float) -> None:
            renderPDF.draw(drawing, self._canvas, LEFT, top - drawing.height)

        self._draw_later(draw, drawing.height)

    def finish(self) -> bytes:
        """Draw the pages, number them, and return the file."""
        for number, page in enumerate(self._pages, start=1):
            for draw in page:
                draw()
            self._foot(number)
            self._canvas.showPage()
        return finish(self._canvas, self._buffer)

    def _begin_page(self) -> None:
        self._pages.append([])
        self._top = TOP

    def _draw_later(self, draw: Callable[[float], None], height: float) -> None:
        self._pages[-1].append(partial(draw, self._top))
        self._top -= height

    def _sign(self, signatures: Sequence[str], top: float) -> None:
        """Write 制表：＿＿＿ and the like, spread over the width."""
        step = WIDTH / len(signatures)
        middle = top - SIGNATURES_HEIGHT * 0.62
        with self._pen.writing():
            for number, word in enumerate(signatures):
                line = self._pen.line(f"{word}：{BLANK}", FontRole.SONG)
                size = min(FACT_SIZE, step / (line.em + 1))  # many long ones would leave the page
                self._pen.put_middle(line, x=LEFT + number * step, middle=middle, size=size)

    def _foot(self, number: int) -> None:
        """Write the page number, from the second page on whose page it is, and the footer."""
        footer = self._layout.footer
        middle = RAISED_FOOT if footer else FOOT_MIDDLE
        line = self._pen.line(f"第 {number} 页　共 {len(self._pages)} 页", FontRole.SONG)
        x = RIGHT - line.em * FOOT_SIZE
        with self._pen.writing():
            self._pen.put_middle(line, x=x, middle=middle, size=FOOT_SIZE)
            if number > 1:
                box = Box(width=WIDTH * 0.8, height=FOOT_SIZE * 1.3, size=FOOT_SIZE)
                self._pen.write(self._title, role=FontRole.SONG, box=box, x=LEFT, middle=middle)
            if footer:
                box = Box(width=WIDTH, height=FOOTER_SIZE * 1.3, size=FOOTER_SIZE)
                self._pen.write(
                    footer, role=FontRole.SONG, box=box, x=LEFT, middle=FOOTER_MIDDLE, align=0.5
                )
