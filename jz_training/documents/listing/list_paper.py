"""A paper of lists and drawings on A4 lying on its side, its pages numbered x of y."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing

from jz_training.documents.columns import in_words
from jz_training.documents.drawing.fitting import Box
from jz_training.documents.drawing.line_breaking import break_lines
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import Pen, finish, new_canvas
from jz_training.documents.excel.table import Table
from jz_training.documents.fonts import Fonts, visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.listing.measures import (
    ABOVE,
    BESIDE,
    CELL_LINE,
    CELL_SIZE,
    FACT_LINE,
    FACT_SIZE,
    FOOT_MIDDLE,
    FOOT_SIZE,
    HAIRLINE,
    HEIGHT,
    LEFT,
    OUTLINE,
    RIGHT,
    SIGNATURES_HEIGHT,
    TITLE_HEIGHT,
    TITLE_SIZE,
    TOP,
    WIDTH,
)
from jz_training.documents.listing.rows import Room, Row, on_pages
from jz_training.documents.listing.widths import edges

BLANK = "＿＿＿＿＿＿"
EMPTY = "（暂无）"

#: A list that follows on the same page needs room for its head and so many rows.
ROWS_TO_BEGIN = 3


class ListPaper:
    """Writes one paper. Pages are laid out first and drawn by `finish`, when their number is known.

    The same `Table` becomes a sheet of a workbook and a list on paper.
    """

    def __init__(self, *, title: str, author: str, subject: str, fonts: Fonts, report: PaperReport):
        self._canvas, self._buffer = new_canvas(
            title=title, author=author, subject=subject, fonts=fonts, on_its_side=True
        )
        self._title = title
        self._pen = Pen(self._canvas, fonts=fonts, report=report)
        self._pages: list[list[Callable[[], None]]] = []
        self._top = 0.0  # where the next block begins on the last page

    def list(self, table: Table[Any], *, signatures: Sequence[str] = ()) -> None:
        """Set a list under its title, its head again on every page; `signatures` end it.

        It goes on below the last one where there is room, otherwise on a new page.
        """
        heading = _Heading(self._pen, table.title, table.facts)
        setting = _Setting(self._pen, table)
        needed = heading.height + setting.head_height + ROWS_TO_BEGIN * (CELL_LINE + 2 * ABOVE)
        if not self._pages or self._top - needed < TOP - HEIGHT:
            self._begin_page()
        else:
            self._top -= FACT_LINE
        room = Room(
            first=self._top - (TOP - HEIGHT) - heading.height - setting.head_height,
            further=HEIGHT - setting.head_height,
            ending=SIGNATURES_HEIGHT if signatures else 0.0,
        )
        self._draw_later(heading.draw, heading.height)
        for number, rows in enumerate(on_pages(setting.rows, room)):
            if number:
                self._begin_page()
            height = setting.head_height + sum(row.height for row in rows)
            self._draw_later(partial(setting.draw, rows), height)
        if signatures:
            self._draw_later(partial(self._sign, signatures), SIGNATURES_HEIGHT)

    def drawing(self, drawing: Drawing, *, title: str, facts: Sequence[str] = ()) -> None:
        """Place a drawing under a title on a page of its own."""
        heading = _Heading(self._pen, title, facts)
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
                self._pen.put_middle(line, x=LEFT + number * step, middle=middle, size=FACT_SIZE)

    def _foot(self, number: int) -> None:
        """Write the page number, and from the second page on whose page it is."""
        line = self._pen.line(f"第 {number} 页　共 {len(self._pages)} 页", FontRole.SONG)
        x = RIGHT - line.em * FOOT_SIZE
        with self._pen.writing():
            self._pen.put_middle(line, x=x, middle=FOOT_MIDDLE, size=FOOT_SIZE)
            if number > 1:
                box = Box(width=WIDTH * 0.8, height=FOOT_SIZE * 1.3, size=FOOT_SIZE)
                self._pen.write(
                    self._title, role=FontRole.SONG, box=box, x=LEFT, middle=FOOT_MIDDLE
                )


class _Heading:
    """The title of a list and the lines of facts below it."""

    def __init__(self, pen: Pen, title: str, facts: Sequence[str]) -> None:
        self._pen = pen
        self._title = title
        self._facts = [
            line for fact in facts for line in _broken(pen, fact, WIDTH, FontRole.SONG, FACT_SIZE)
        ]

    @property
    def height(self) -> float:
        """Return its height in points."""
        return TITLE_HEIGHT + len(self._facts) * FACT_LINE + ABOVE

    def draw(self, top: float) -> None:
        """Write the title in the middle and the facts from the left."""
        box = Box(width=WIDTH, height=TITLE_HEIGHT, size=TITLE_SIZE)
        with self._pen.writing():
            with self._pen.thickened(FontRole.TITLE, TITLE_SIZE):
                self._pen.write(
                    self._title,
                    role=FontRole.TITLE,
                    box=box,
                    x=LEFT,
                    middle=top - TITLE_HEIGHT / 2,
                    align=0.5,
                )
            for number, fact in enumerate(self._facts):
                middle = top - TITLE_HEIGHT - (number + 0.5) * FACT_LINE
                line = self._pen.line(fact, FontRole.SONG)
                self._pen.put_middle(line, x=LEFT, middle=middle, size=FACT_SIZE)


class _Setting:
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
            align = 0.5 if row is self._head else _ALIGN[column.align.value]
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


_ALIGN = {"left": 0.0, "centre": 0.5, "right": 1.0}


def _broken(pen: Pen, text: str, width: float, role: FontRole, size: float) -> list[str]:
    """Return the lines of a text in a width; a line break in it begins a new one."""
    measure = partial(pen.fonts.width, role=role, size=size)
    return [
        line
        for part in text.splitlines() or [""]
        for line in break_lines(visible(part), measure=measure, limit=width)
    ]
