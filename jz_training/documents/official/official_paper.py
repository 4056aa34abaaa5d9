"""A paper after GB/T 9704, written from top to bottom: title, headings, paragraphs, tables, end.

Text stands on the lines of the grid; a table or chart takes the room it needs, and the text after
it goes on at the next line of the grid. Nothing is said twice: a document is a list of calls.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.fonts.files import FontRole
from jz_training.documents.listing.adjusting import adjusted_title, signature_places
from jz_training.documents.official.ending import NO_CLOSING, closing_of, write_ending
from jz_training.documents.official.figures import (
    PHOTO_HEIGHT,
    PHOTO_WIDTH,
    Photo,
    caption_height,
    draw_logo,
    write_caption,
    write_chart,
    write_photo,
)
from jz_training.documents.official.gb9704 import (
    ADVANCE,
    ANNEX_TITLE_LINE,
    LINES_BELOW_TITLE,
    PITCH,
    TEXT_HEIGHT,
    TEXT_WIDTH,
)
from jz_training.documents.official.grid_text import GridLine, paragraph_lines
from jz_training.documents.official.imprint import imprint_of, write_imprint
from jz_training.documents.official.letterhead import write_letterhead
from jz_training.documents.official.pages import Pages
from jz_training.documents.official.paper import PaperFacts, PaperSetting, Writing
from jz_training.documents.official.ruled_table import Table, draw_rows, row_heights, rows_that_fit
from jz_training.domain.paper_style import AS_MADE, PaperSkin, PaperStyle

#: 黑体 and 楷体 tell the upper two levels of headings from the text, the lower two are set as it.
HEADING_ROLES = (FontRole.HEI, FontRole.KAI, FontRole.BODY, FontRole.BODY)

#: Where a name to sign beside begins: what is left of the line is for the signature.
SIGNING_FROM = 14 * ADVANCE
SIGNING_WIDTH = 8 * ADVANCE

#: A table is begun where its head and two rows have room, or three if it has no more.
ROWS_TO_BEGIN = 2


def official_pdf(
    writing: Writing,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return a paper as PDF. `report` collects fonts replaced and characters no font has.

    Raises OSError when a picture or the logo cannot be read.
    """
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
        self._pages = Pages(facts, setting)
        self.pen = self._pages.pen
        self._headings: list[GridLine] = []  # they wait for what they head
        self._titled = False
        style = setting.style
        if style.skin is PaperSkin.DOCUMENT:
            write_letterhead(self._pages, style.letterhead)
        elif style.layout.logo:
            draw_logo(self._pages, style.layout.logo)

    def title(self, text: str, *, note: str = "") -> None:
        """Write the title (7.3.1), a note in 楷体 below it, and the blank line after (7.3.2).

        材料 have unit and date below the title. A later title is that of an annex (7.3.7).
        """
        if self._titled:
            self._begin()
            self._pages.used = max(self._pages.used, (ANNEX_TITLE_LINE - 1) * PITCH)
        else:
            text = adjusted_title(text, self.setting.style.layout)
        self._pages.title(text)
        said = [] if self._titled else self._whose_and_when()
        for line in filter(None, (*said, note)):
            self._pages.centre(line, FontRole.KAI)
        self._pages.skip(LINES_BELOW_TITLE)
        self._titled = True

    def addressees(self, text: str) -> None:
        """Write 主送机关 from the left edge, its further lines too (7.3.2)."""
        self._text(paragraph_lines(self.pen, text, first=0.0), then=PITCH)

    def heading(self, text: str, *, level: int = 1) -> None:
        """Write a heading, number and all (7.3.3): 1 一、 2 （一） 3 1. 4 （1）.

        It goes on the page of what comes after it.
        """
        self._headings += paragraph_lines(self.pen, text, role=HEADING_ROLES[level - 1])

    def paragraph(self, text: str) -> None:
        """Write a paragraph of the text in 仿宋, indented by two characters (7.3.3)."""
        self._text(paragraph_lines(self.pen, text))

    def annex(self, text: str) -> None:
        """Begin an annex on a new page: its name in 黑体 from the left edge (7.3.7)."""
        self._begin()
        self._pages.turn()
        self._text(paragraph_lines(self.pen, text, role=FontRole.HEI, first=0.0))

    def table(self, table: Table) -> None:
        """Draw a table, its head again on every page it reaches; no page has a single row of it."""
        heights = row_heights(self.pen, table, width=TEXT_WIDTH)
        above = caption_height(table.caption) + table.head_height
        first = heights if len(heights) <= ROWS_TO_BEGIN + 1 else heights[:ROWS_TO_BEGIN]
        self._begin(above + sum(first))
        rows, caption, pages = table.all_rows, table.caption, self._pages
        while True:
            room = TEXT_HEIGHT - pages.used - table.head_height - caption_height(caption)
            count = rows_that_fit(heights, room)
            if count >= min(ROWS_TO_BEGIN, len(rows)):
                write_caption(pages, caption)
                self._rows(table, rows[:count], heights[:count])
                rows, heights, caption = rows[count:], heights[count:], ""
                if not rows:
                    break
            pages.turn()
        pages.skip(0.5)

    def drawing(self, drawing: Drawing, *, caption: str) -> None:
        """Place a chart, its caption below, on a new page if this one has no room for both."""
        self._begin(drawing.height + caption_height(caption))
        write_chart(self._pages, drawing, caption)

    def picture(self, content: bytes, *, caption: str) -> None:
        """Place a PNG or JPEG, its caption below; two of them go on a page."""
        photo = Photo(content, width=PHOTO_WIDTH, height=PHOTO_HEIGHT)
        self._begin(photo.height + caption_height(caption))
        write_photo(self._pages, photo, caption)

    def ending(self, paragraph: str, *, signature: str, date: str) -> None:
        """Write the last paragraph, 附件说明, 署名, date and 附注 (7.3.4 to 7.3.6).

        They keep together. 材料 have unit and date below the title instead.
        """
        letterhead = self.setting.style.letterhead
        self._begin(PITCH)
        plain = self.setting.style.skin is PaperSkin.MATERIAL
        closing = NO_CLOSING if plain else closing_of(self.pen, signature, date, letterhead)
        text = paragraph_lines(self.pen, paragraph)
        write_ending(self._pages, text, letterhead.attachments, closing)

    def signing(self, paragraph: str, *names: str) -> None:
        """Write the last paragraph and, at the right, a line to sign on for each name."""
        names = signature_places(names, self.setting.style.layout)
        above = 1 if names else 0
        self._text(paragraph_lines(self.pen, paragraph), then=(above + len(names)) * PITCH)
        self._pages.skip(above)
        for name in names:
            self._pages.make_room(PITCH)
            self._pages.fit(
                f"{name}（签名）：", role=FontRole.BODY, start=SIGNING_FROM, width=SIGNING_WIDTH
            )
            self._pages.skip(1)

    def finish(self) -> bytes:
        """Write 版记, number the last page, close the document and return the file."""
        self._begin()
        style, numbered = self.setting.style, True
        imprint = imprint_of(self.pen, style.letterhead)
        if style.skin is PaperSkin.DOCUMENT and imprint.height:
            numbered = write_imprint(self._pages, imprint, duplex=style.duplex)
        return self._pages.finish(numbered=numbered)

    def _whose_and_when(self) -> list[str]:
        """Return the lines below the title of 材料: its unit and its date."""
        if self.setting.style.skin is not PaperSkin.MATERIAL:
            return []
        day = self._facts.made_on
        return [self._facts.author.strip(), f"（{day_words(day)}）" if day else ""]

    def _text(self, lines: Sequence[GridLine], *, then: float = 0.0) -> None:
        """Write lines; the last keeps room for what comes `then` on its page, in points."""
        self._begin(PITCH + (then if len(lines) == 1 else 0.0))
        for line in lines[:-1]:
            self._pages.write(line)
        for line in lines[-1:]:
            self._pages.make_room(PITCH + then)
            self._pages.write(line)

    def _begin(self, height: float = 0.0) -> None:
        """Go to the next line and write the headings that waited, on a page with room for them
        and for what they head, which is so high in points."""
        self._pages.to_next_line()
        waiting, self._headings = self._headings, []
        self._pages.make_room(len(waiting) * PITCH + height)
        for line in waiting:
            self._pages.write(line)

    def _rows(
        self, table: Table, rows: Sequence[tuple[str, ...]], heights: Sequence[float]
    ) -> None:
        pages = self._pages
        pages.used += draw_rows(
            self.pen, table, rows, left=pages.left, width=TEXT_WIDTH, top=pages.y, heights=heights
        )
