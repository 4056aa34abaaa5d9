"""A paper after GB/T 9704, written from top to bottom: title, headings, paragraphs, tables, end.

Text stands on the lines of the grid; a table or chart takes the room it needs, and the text after
it goes on at the next line of the grid. Nothing is said twice: a document is a list of calls.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import partial

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader

from jz_training.documents.drawing.line_breaking import break_lines
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.drawing.pen import Pen, finish, new_canvas
from jz_training.documents.fonts import Fonts, system_fonts, visible
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.official.gb9704 import (
    ADVANCE,
    BODY_SIZE,
    DATE_SHIFT,
    INDENT,
    LINES,
    PAGE_NUMBER_BELOW,
    PAGE_NUMBER_DASH,
    PAGE_NUMBER_INSET,
    PAGE_NUMBER_SIZE,
    PITCH,
    SIGNATURE_FROM_RIGHT,
    TEXT_BOTTOM,
    TEXT_HEIGHT,
    TEXT_LEFT,
    TEXT_RIGHT,
    TEXT_TOP,
    TEXT_WIDTH,
    TITLE_SIZE,
)
from jz_training.documents.official.grid_text import (
    GridLine,
    grid_line,
    grid_width,
    paragraph_lines,
    put_grid_line,
)
from jz_training.documents.official.paper import PaperFacts, PaperSetting, Writing
from jz_training.documents.official.ruled_table import CAPTION_SIZE, ROW_HEIGHT, Table, draw_rows
from jz_training.documents.official.title_lines import title_lines
from jz_training.domain.paper_style import AS_MADE, PaperStyle

#: From the top of a line to the baseline, as a share of the size (the em box of a Chinese face).
ASCENT = 0.88

#: A heading is followed by at least one line of what it heads.
LINES_AFTER_HEADING = 1

#: The blank line, the signature and the date, which never stand alone on a page.
LINES_OF_ENDING = 3

#: 黑体 and 楷体 tell the upper two levels of headings from the text, the lower two are set as it.
HEADING_ROLES = (FontRole.HEI, FontRole.KAI, FontRole.BODY, FontRole.BODY)

CAPTION_HEIGHT = 20.0

#: Where a name to sign beside begins: what is left of the line is for the signature.
SIGNING_FROM = 14 * ADVANCE


def official_pdf(
    writing: Writing,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return a paper as PDF. `report` collects fonts replaced and characters no font has."""
    setting = PaperSetting(
        fonts=fonts or system_fonts(), report=report or PaperReport(), style=style
    )
    paper = OfficialPaper(writing.facts, setting)
    writing.write(paper)
    return paper.finish()


class OfficialPaper:
    """Writes one paper. Each call adds a block below the last; `finish` returns the file."""

    def __init__(self, facts: PaperFacts, setting: PaperSetting) -> None:
        self._facts = facts
        self.setting = setting
        self._canvas, self._buffer = new_canvas(
            title=facts.title, author=facts.author, subject=facts.subject, fonts=setting.fonts
        )
        self.pen = Pen(self._canvas, fonts=setting.fonts, report=setting.report)
        self._page = 1
        self._used = 0.0  # points below the upper edge of the text

    def title(self, text: str, *, note: str = "") -> None:
        """Write the title (7.3.1), a note in 楷体 below it, and the blank line after (7.3.2)."""
        measure = partial(self._width, role=FontRole.TITLE, size=TITLE_SIZE)
        for line in title_lines(text, measure=measure, limit=TEXT_WIDTH):
            self._centred(line, FontRole.TITLE, TITLE_SIZE)
        if note:
            self._centred(note, FontRole.KAI, BODY_SIZE)
        self._used += PITCH

    def addressees(self, text: str) -> None:
        """Write 主送机关 from the left edge, its further lines too (7.3.2)."""
        self._paragraph(text, FontRole.BODY, then=LINES_AFTER_HEADING, indent=0)

    def heading(self, text: str, *, level: int = 1) -> None:
        """Write a heading, number and all (7.3.3): 1 一、 2 （一） 3 1. 4 （1）."""
        self._paragraph(text, HEADING_ROLES[level - 1], then=LINES_AFTER_HEADING)

    def paragraph(self, text: str) -> None:
        """Write a paragraph of the text in 仿宋, indented by two characters (7.3.3)."""
        self._paragraph(text, FontRole.BODY)

    def annex(self, text: str) -> None:
        """Begin an annex on a new page: its name in 黑体 from the left edge (7.3.7)."""
        self._new_page()
        self._line(grid_line(self.pen, text, role=FontRole.HEI))

    def table(self, table: Table) -> None:
        """Draw a table, its head again on every page it reaches; no page has a single row of it."""
        self._to_next_line()
        rows = table.all_rows
        caption = table.caption
        while True:
            count = self._rows_here(table, len(rows), CAPTION_HEIGHT if caption else 0.0)
            if count < min(2, len(rows)):
                self._new_page()
                continue
            self._caption(caption)
            caption = ""
            self._rows(table, rows[:count])
            rows = rows[count:]
            if not rows:
                break
            self._new_page()
        self._used += PITCH / 2

    def drawing(self, drawing: Drawing, *, caption: str) -> None:
        """Place a chart under its caption, on a new page if this one has no room for both."""
        self._to_next_line()
        if self._used + CAPTION_HEIGHT + drawing.height > TEXT_HEIGHT:
            self._new_page()
        self._caption(caption)
        self._used += drawing.height
        renderPDF.draw(drawing, self._canvas, TEXT_LEFT, TEXT_TOP - self._used)
        self._used += PITCH / 2

    def picture(self, content: bytes, *, caption: str) -> None:
        """Place a PNG or JPEG as wide as the text at most, its caption below."""
        image = ImageReader(io.BytesIO(content))
        wide, high = image.getSize()
        scale = min(TEXT_WIDTH / wide, (TEXT_HEIGHT - CAPTION_HEIGHT) / high)
        self._to_next_line()
        if self._used + high * scale + CAPTION_HEIGHT > TEXT_HEIGHT:
            self._new_page()
        self._used += high * scale
        left = TEXT_LEFT + (TEXT_WIDTH - wide * scale) / 2
        self._canvas.drawImage(
            image, left, TEXT_TOP - self._used, width=wide * scale, height=high * scale
        )
        self._caption(caption)
        self._used += PITCH / 2

    def ending(self, paragraph: str, *, signature: str, date: str) -> None:
        """Write the last paragraph, the signature and the date (7.3.5.2, without a seal).

        They keep together: a signature alone on a page could be put under any text.
        """
        self._paragraph(paragraph, FontRole.BODY, then=LINES_OF_ENDING)
        self._used += PITCH
        right = TEXT_WIDTH - SIGNATURE_FROM_RIGHT * ADVANCE
        names = self._right_lines(signature, right)
        name_x = min(start for _, start in names)
        date_width = grid_width(self.pen, date, FontRole.BODY)
        if date_width > right - name_x:
            name_x = right - date_width - DATE_SHIFT * ADVANCE
            names = [(name, name_x) for name, _ in names]
        for name, start in names:
            self._line(grid_line(self.pen, name, role=FontRole.BODY, start=start))
        date_x = min(name_x + DATE_SHIFT * ADVANCE, TEXT_WIDTH - date_width)
        self._line(grid_line(self.pen, date, role=FontRole.BODY, start=date_x))

    def signing(self, paragraph: str, *names: str) -> None:
        """Write the last paragraph and, at the right, a line to sign on for each name."""
        self._paragraph(paragraph, FontRole.BODY, then=1 + len(names))
        self._used += PITCH
        for name in names:
            line = grid_line(self.pen, f"{name}（签名）：", role=FontRole.BODY, start=SIGNING_FROM)
            self._line(line)

    def finish(self) -> bytes:
        """Number the last page, close the document and return the file."""
        self._number_page()
        self._canvas.showPage()
        return finish(self._canvas, self._buffer)

    def _right_lines(self, text: str, right: float) -> list[tuple[str, float]]:
        """Return the lines of a text that end at `right`, each with where it begins."""
        measure = partial(grid_width, self.pen, role=FontRole.BODY)
        lines = break_lines(visible(text), measure=measure, limit=right)
        return [(line, right - measure(line)) for line in lines]

    def _paragraph(self, text: str, role: FontRole, *, then: int = 0, indent: int = INDENT) -> None:
        """Write a paragraph; its last line keeps `then` more lines of room on its page."""
        self._to_next_line()
        lines = paragraph_lines(self.pen, text, role=role, indent=indent)
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            self._make_room(1 + then if last else 1)
            self._line(line)

    def _line(self, line: GridLine) -> None:
        self._make_room(1)
        baseline = TEXT_TOP - self._used - BODY_SIZE * ASCENT
        with self.pen.writing():
            put_grid_line(self.pen, line, left=TEXT_LEFT, baseline=baseline)
        self._used += PITCH

    def _centred(self, text: str, role: FontRole, size: float) -> None:
        self._make_room(1)
        line = self.pen.line(text, role)
        x = TEXT_LEFT + (TEXT_WIDTH - line.em * size) / 2
        with self.pen.writing(), self.pen.thickened(role, size):
            self.pen.put(line, x=x, y=TEXT_TOP - self._used - size * ASCENT, size=size)
        self._used += PITCH

    def _caption(self, text: str) -> None:
        if text:
            line = self.pen.line(text, FontRole.HEI)
            x = TEXT_LEFT + (TEXT_WIDTH - line.em * CAPTION_SIZE) / 2
            with self.pen.writing():
                middle = TEXT_TOP - self._used - CAPTION_HEIGHT / 2
                self.pen.put_middle(line, x=x, middle=middle, size=CAPTION_SIZE)
            self._used += CAPTION_HEIGHT

    def _rows(self, table: Table, rows: Sequence[tuple[str, ...]]) -> None:
        top = TEXT_TOP - self._used
        self._used += draw_rows(self.pen, table, rows, left=TEXT_LEFT, width=TEXT_WIDTH, top=top)

    def _rows_here(self, table: Table, count: int, caption: float) -> int:
        """Return how many of the rows that are left go on this page."""
        room = TEXT_HEIGHT - self._used - table.head_height - caption
        fitting = max(0, int((room + 0.01) // ROW_HEIGHT))
        return fitting - 1 if fitting == count - 1 else min(fitting, count)

    def _make_room(self, lines: int) -> None:
        if self._used + lines * PITCH > LINES * PITCH + 0.01:
            self._new_page()

    def _to_next_line(self) -> None:
        """Go on at the next line of the grid, or on the next page after the last."""
        lines = -int(-(self._used - 0.01) // PITCH) if self._used > 0 else 0
        self._used = lines * PITCH

    def _new_page(self) -> None:
        self._number_page()
        self._canvas.showPage()
        self._page += 1
        self._used = 0.0

    def _number_page(self) -> None:
        """Write the page number: outside, so right on odd and left on even pages (7.5)."""
        text = f"{PAGE_NUMBER_DASH} {self._page} {PAGE_NUMBER_DASH}"
        line = self.pen.line(text, FontRole.SONG)
        width = line.em * PAGE_NUMBER_SIZE
        odd = self._page % 2 == 1
        x = TEXT_RIGHT - PAGE_NUMBER_INSET - width if odd else TEXT_LEFT + PAGE_NUMBER_INSET
        dash = TEXT_BOTTOM - PAGE_NUMBER_BELOW
        with self.pen.writing():
            self.pen.put_middle(line, x=x, middle=dash, size=PAGE_NUMBER_SIZE)

    def _width(self, text: str, *, role: FontRole, size: float) -> float:
        return self.pen.fonts.width(text, role, size)
