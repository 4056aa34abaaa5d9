"""A paper of lists and drawings as a Word document: native tables, pages numbered x of y.

The page, the sizes and the widths of the columns are those of the list on paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from reportlab.graphics.shapes import Drawing

from jz_training.documents.columns import Align, in_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.excel.table import Table
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.listing.adjusting import adjusted, adjusted_title, signature_places
from jz_training.documents.listing.blocks import EMPTY
from jz_training.documents.listing.list_paper import BLANK
from jz_training.documents.listing.logo import LOGO_HEIGHT, LOGO_WIDTH
from jz_training.documents.listing.measures import (
    ABOVE,
    BESIDE,
    CELL_LINE,
    CELL_SIZE,
    HAIRLINE,
    OUTLINE,
)
from jz_training.documents.listing.widths import edges
from jz_training.documents.word import list_styles as styles
from jz_training.documents.word.docx_file import docx_bytes, plain_text
from jz_training.documents.word.list_page import ListPage, new_list
from jz_training.documents.word.pictures import drawing_png, put_picture
from jz_training.documents.word.text_width import chars
from jz_training.documents.word.word_table import TableLook, WordTable, put_table
from jz_training.domain.paper_style import AS_MADE, PaperStyle

_ALIGN = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}


def list_docx(
    tables: Sequence[Table[Any]],
    *,
    author: str,
    subject: str,
    made_on: date | None = None,
    signatures: Sequence[str] = (),
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return lists as a Word document, one after the other; places to sign end the last.

    What the office adjusted of title and columns is of the first list. Lists stand on A4 lying on
    its side where one of them is too wide for it upright. `report` stays as it is: the office
    program sets the text in its own faces.
    """
    paper = ListWord(
        title=tables[0].title,
        author=author,
        subject=subject,
        made_on=made_on,
        fonts=fonts,
        style=style,
        landscape=any(table.landscape for table in tables),
    )
    for table in tables[:-1]:
        paper.list(table)
    paper.list(tables[-1], signatures=signatures)
    return paper.finish()


class ListWord:
    """Writes one paper of lists; takes the same calls as `ListPaper`."""

    def __init__(
        self,
        *,
        title: str,
        author: str,
        subject: str,
        made_on: date | None = None,
        fonts: Fonts | None = None,
        style: PaperStyle = AS_MADE,
        landscape: bool = True,
    ) -> None:
        self._layout = style.layout
        self._title = adjusted_title(title, style.layout)
        self._author, self._subject, self._made_on = author, subject, made_on
        self._fonts = fonts or system_fonts()
        self._page = ListPage.lying() if landscape else ListPage.upright()
        self._document = new_list(
            self._page, title=plain_text(self._title), footer=plain_text(style.layout.footer)
        )
        self._begun = False

    def list(self, table: Table[Any], *, signatures: Sequence[str] | None = None) -> None:
        """Set a list under its title; `signatures` are places to sign that stay with its end."""
        first = not self._begun
        table = adjusted(table, self._layout) if first else table
        signers = () if signatures is None else signature_places(signatures, self._layout)
        self._heading(table.title, table.facts, logo=self._layout.logo if first else None)
        word_table = self._table(table, keep=bool(signers))
        put_table(word_table, _look(), before=self._document.element.body.sectPr)
        if signers:
            self._sign(signers)
        else:
            self._write("", styles.FACTS).paragraph_format.keep_with_next = False
        self._begun = True

    def drawing(self, drawing: Drawing, *, title: str, facts: Sequence[str] = ()) -> None:
        """Place a drawing as a picture under a title on a page of its own."""
        self._heading(title, facts).paragraph_format.page_break_before = True
        paragraph = self._write("", styles.TEXT)
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
        png = drawing_png(drawing, fonts=self._fonts)
        put_picture(
            paragraph, png, caption=title, width=drawing.width, height=drawing.height, pixel=None
        )
        self._begun = True

    def finish(self) -> bytes:
        """Return the file."""
        return docx_bytes(
            self._document,
            title=self._title,
            author=self._author,
            subject=self._subject,
            made_on=self._made_on,
        )

    def _heading(self, title: str, facts: Sequence[str], *, logo: bytes | None = None) -> Paragraph:
        """Write the title and the lines of facts below it."""
        heading = self._write("", styles.TITLE)
        if logo is not None:
            self._place_logo(heading, logo)
        heading.add_run(plain_text(title))
        for fact in facts:
            last = self._write(plain_text(fact), styles.FACTS)
        if facts:
            last.paragraph_format.space_after = Pt(ABOVE)
        return heading

    def _table(self, table: Table[Any], *, keep: bool) -> WordTable:
        rows = [
            [column.words(row, place) for column in table.columns]
            for place, row in enumerate(table.rows, table.first)
        ]
        total = [in_words(table.total.get(column.key)) for column in table.columns]
        measured = [*rows, total] if table.total else rows
        ends = edges(table.columns, measured, measure=_width, left=0.0, width=self._page.width)
        return WordTable(
            heads=[column.heading for column in table.columns],
            rows=rows or [(EMPTY,)],
            widths=[right - left for left, right in pairwise(ends)],
            aligns=[_ALIGN[column.align] for column in table.columns],
            total=total if table.total else (),
            keep_last=keep,
        )

    def _sign(self, signers: Sequence[str]) -> None:
        """Write 制表：＿＿＿ and the like, spread over the width."""
        line = self._write(
            "\t".join(f"{plain_text(word)}：{BLANK}" for word in signers), styles.SIGNATURES
        )
        for number in range(1, len(signers)):
            line.paragraph_format.tab_stops.add_tab_stop(
                Pt(self._page.width * number / len(signers))
            )

    def _place_logo(self, title: Paragraph, logo: bytes) -> None:
        """Put the office's picture at the left of the title, which stays in the middle."""
        title.alignment = WD_ALIGN_PARAGRAPH.LEFT
        title.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
        middle = Pt(self._page.width / 2)
        title.paragraph_format.tab_stops.add_tab_stop(middle, WD_TAB_ALIGNMENT.CENTER)
        put_picture(title, logo, caption="", width=LOGO_WIDTH, height=LOGO_HEIGHT)
        title.add_run("\t")

    def _write(self, text: str, style: str) -> Paragraph:
        return self._document.add_paragraph(text, style=style)


def _look() -> TableLook:
    height = CELL_LINE + 2 * ABOVE
    return TableLook(
        head=styles.HEAD,
        text=styles.TEXT,
        total=styles.TOTAL,
        size=CELL_SIZE,
        row_height=height,
        head_height=height,
        padding=BESIDE,
        above=ABOVE,
        outline=OUTLINE,
        hairline=HAIRLINE,
    )


def _width(text: str) -> float:
    return chars(text) * CELL_SIZE
