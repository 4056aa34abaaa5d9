"""A paper after GB/T 9704 as a Word document: the same calls as on PDF, each part in its style.

The office program breaks lines and pages; what has to keep together is told to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.shared import Pt
from docx.text.paragraph import Paragraph
from reportlab.graphics.shapes import Drawing

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.listing.adjusting import adjusted_title, signature_places
from jz_training.documents.official.figures import (
    FIGURE_GAP,
    LARGEST_PIXEL,
    PHOTO_HEIGHT,
    PHOTO_WIDTH,
)
from jz_training.documents.official.gb9704 import ANNEX_TITLE_LINE, TEXT_WIDTH, TITLE_SIZE
from jz_training.documents.official.official_paper import SIGNING_FROM
from jz_training.documents.official.paper import PaperFacts, PaperSetting, Writing
from jz_training.documents.official.ruled_table import CELL_SIZE, PADDING, ROW_HEIGHT, Table
from jz_training.documents.word import docx_styles as styles
from jz_training.documents.word.docx_file import docx_bytes, plain_text
from jz_training.documents.word.docx_page import new_document
from jz_training.documents.word.docx_styles import LINE_SPACING
from jz_training.documents.word.ending import write_attachments, write_closing
from jz_training.documents.word.imprint import write_imprint
from jz_training.documents.word.letterhead import write_letterhead
from jz_training.documents.word.pictures import drawing_png, put_picture
from jz_training.documents.word.text_width import broken_title
from jz_training.documents.word.word_table import TableLook, WordTable, put_table
from jz_training.domain.paper_style import AS_MADE, PaperSkin, PaperStyle

#: From the text to the caption of a table, in points.
_ABOVE_TABLE = 6.0


def official_docx(
    writing: Writing,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return a paper as a Word document; the faces are needed for its charts alone.

    `report` collects what the charts lack: the text is set by the office program's own faces.
    """
    setting = PaperSetting(
        fonts=fonts or system_fonts(), report=report or PaperReport(), style=style
    )
    paper = WordPaper(writing.facts, setting)
    writing.write(paper)
    return paper.finish()


class WordPaper:
    """Writes one paper. Each call adds a block below the last; `finish` returns the file."""

    def __init__(self, facts: PaperFacts, setting: PaperSetting) -> None:
        self._facts = facts
        self._setting = setting
        self._document = new_document(setting.style)
        self._titled = False
        self._above_title = 0.0
        if setting.style.skin is PaperSkin.DOCUMENT:
            self._above_title = write_letterhead(self._document, setting.style.letterhead)

    @property
    def setting(self) -> PaperSetting:
        """Return how the paper is set; a chart needs its faces and its report."""
        return self._setting

    def title(self, text: str, *, note: str = "") -> None:
        """Write the title, broken by sense as on PDF (7.3.1), and a note in 楷体 below it.

        材料 have unit and date below the title. A later title is that of an annex (7.3.7).
        """
        above = LINE_SPACING * (ANNEX_TITLE_LINE - 2) if self._titled else self._above_title
        if not self._titled:
            text = adjusted_title(text, self._setting.style.layout)
        broken = broken_title(text, wide=TEXT_WIDTH / TITLE_SIZE)
        title = self._document.add_paragraph(broken, style=styles.TITLE)
        title.paragraph_format.space_before = Pt(above)
        said = [] if self._titled else self._whose_and_when()
        lines = [title, *(self._write(line, styles.NOTE) for line in (*said, note) if line)]
        for line in lines[:-1]:
            line.paragraph_format.space_after = Pt(0)
        self._titled = True

    def addressees(self, text: str) -> None:
        """Write 主送机关 from the left edge, its further lines too (7.3.2)."""
        self._write(text, styles.ADDRESSEES)

    def heading(self, text: str, *, level: int = 1) -> None:
        """Write a heading, number and all (7.3.3): 1 一、 2 （一） 3 1. 4 （1）."""
        self._write(text, styles.HEADINGS[level - 1])

    def paragraph(self, text: str) -> None:
        """Write a paragraph of the text in 仿宋, indented by two characters (7.3.3)."""
        self._write(text, styles.BODY)

    def annex(self, text: str) -> None:
        """Begin an annex on a new page: its name in 黑体 from the left edge (7.3.7)."""
        self._write(text, styles.ANNEX)

    def table(self, table: Table) -> None:
        """Set a table under its caption; the office program repeats its head on every page."""
        if table.caption:
            caption = self._write(table.caption, styles.CAPTION)
            caption.paragraph_format.space_before = Pt(_ABOVE_TABLE)
            caption.paragraph_format.keep_with_next = True
        whole = sum(column.share for column in table.columns)
        word_table = WordTable(
            heads=[column.head for column in table.columns],
            rows=table.rows,
            widths=[TEXT_WIDTH * column.share / whole for column in table.columns],
            aligns=[column.align for column in table.columns],
            total=table.total,
        )
        put_table(word_table, _look(table), before=self._document.element.body.sectPr)
        self._write("", styles.TABLE_GAP)  # without it two tables would grow together

    def drawing(self, drawing: Drawing, *, caption: str) -> None:
        """Place a chart as a picture, its caption below, which is also its alternative text."""
        png = drawing_png(drawing, fonts=self._setting.fonts)
        self._picture(png, caption, drawing.width, drawing.height, pixel=None)

    def picture(self, content: bytes, *, caption: str) -> None:
        """Place a PNG or JPEG, its caption below; two of them go on a page."""
        self._picture(content, caption, PHOTO_WIDTH, PHOTO_HEIGHT)

    def ending(self, paragraph: str, *, signature: str, date: str) -> None:
        """Write the last paragraph, 附件说明, 署名, date and 附注, which keep together (7.3.4 to
        7.3.6). 材料 have unit and date below the title instead."""
        style = self._setting.style
        lines = [self._write(paragraph, styles.BODY)]
        lines += write_attachments(self._document, style.letterhead.attachments)
        if style.skin is not PaperSkin.MATERIAL:
            lines += write_closing(self._document, signature, date, style.letterhead)
        _keep_together(lines)

    def signing(self, paragraph: str, *names: str) -> None:
        """Write the last paragraph and, at the right, a line to sign on for each name."""
        names = signature_places(names, self._setting.style.layout)
        lines = [self._write(paragraph, styles.BODY)]
        for number, name in enumerate(names):
            line = self._write(f"{name}（签名）：", styles.SIGNING)
            line.paragraph_format.left_indent = Pt(SIGNING_FROM)
            line.paragraph_format.space_before = Pt(0 if number else LINE_SPACING)
            lines.append(line)
        _keep_together(lines)

    def finish(self) -> bytes:
        """Write 版记 and return the file."""
        style = self._setting.style
        if style.skin is PaperSkin.DOCUMENT:
            write_imprint(self._document, style.letterhead, duplex=style.duplex)
        facts = self._facts
        return docx_bytes(
            self._document,
            title=facts.title,
            author=facts.author,
            subject=facts.subject,
            made_on=facts.made_on,
        )

    def _whose_and_when(self) -> list[str]:
        """Return the lines below the title of 材料: its unit and its date."""
        if self._setting.style.skin is not PaperSkin.MATERIAL:
            return []
        day = self._facts.made_on
        return [self._facts.author.strip(), f"（{day_words(day)}）" if day else ""]

    def _picture(
        self,
        content: bytes,
        caption: str,
        width: float,
        height: float,
        *,
        pixel: float | None = LARGEST_PIXEL,
    ) -> None:
        """Place a picture in the middle, its caption and half a line below."""
        last = self._write("", styles.PICTURE)
        put_picture(last, content, caption=caption, width=width, height=height, pixel=pixel)
        if caption:
            last.paragraph_format.keep_with_next = True
            last = self._write(caption, styles.CAPTION)
        last.paragraph_format.space_after = Pt(FIGURE_GAP)

    def _write(self, text: str, style: str) -> Paragraph:
        return self._document.add_paragraph(plain_text(text), style=style)


def _keep_together(lines: Sequence[Paragraph]) -> None:
    for line in lines[:-1]:
        line.paragraph_format.keep_with_next = True


def _look(table: Table) -> TableLook:
    return TableLook(
        head=styles.TABLE_HEAD,
        text=styles.TABLE_TEXT,
        total=styles.TABLE_TOTAL,
        size=CELL_SIZE,
        row_height=ROW_HEIGHT,
        head_height=table.head_height,
        padding=PADDING,
    )
