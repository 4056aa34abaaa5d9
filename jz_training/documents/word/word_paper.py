"""A paper after GB/T 9704 as a Word document: the same calls as on PDF, each part in its style.

The office program breaks lines and pages; what has to keep together is told to it.
"""

from __future__ import annotations

from typing import Any

from docx.shared import Pt
from docx.text.paragraph import Paragraph
from reportlab.graphics.shapes import Drawing

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.official.gb9704 import (
    ADVANCE,
    CHARS,
    DATE_SHIFT,
    PITCH,
    SIGNATURE_FROM_RIGHT,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TITLE_SIZE,
)
from jz_training.documents.official.paper import PaperFacts, PaperSetting, Writing
from jz_training.documents.official.ruled_table import PADDING, ROW_HEIGHT, Table
from jz_training.documents.word import docx_styles as styles
from jz_training.documents.word.docx_file import docx_bytes, plain_text
from jz_training.documents.word.docx_page import new_document
from jz_training.documents.word.docx_styles import LINE_SPACING
from jz_training.documents.word.pictures import drawing_png, put_picture
from jz_training.documents.word.text_width import broken_title, chars
from jz_training.documents.word.word_table import TableLook, WordTable, table_element
from jz_training.domain.paper_style import AS_MADE, PaperStyle

#: Where a name to sign beside begins: what is left of the line is for the signature.
_SIGNING_FROM = 14 * ADVANCE

#: A picture leaves its caption a line of the page.
_TALLEST_PICTURE = TEXT_HEIGHT - PITCH


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
        self._document = new_document(duplex=setting.style.duplex)

    @property
    def setting(self) -> PaperSetting:
        """Return how the paper is set; a chart needs its faces and its report."""
        return self._setting

    def title(self, text: str, *, note: str = "") -> None:
        """Write the title, broken by sense as on PDF (7.3.1), and a note in 楷体 below it."""
        title = self._write(broken_title(text, wide=TEXT_WIDTH / TITLE_SIZE), styles.TITLE)
        if note:
            title.paragraph_format.space_after = Pt(0)
            self._write(plain_text(note), styles.NOTE)

    def addressees(self, text: str) -> None:
        """Write 主送机关 from the left edge, its further lines too (7.3.2)."""
        self._write(plain_text(text), styles.ADDRESSEES)

    def heading(self, text: str, *, level: int = 1) -> None:
        """Write a heading, number and all (7.3.3): 1 一、 2 （一） 3 1. 4 （1）."""
        self._write(plain_text(text), styles.HEADINGS[level - 1])

    def paragraph(self, text: str) -> None:
        """Write a paragraph of the text in 仿宋, indented by two characters (7.3.3)."""
        self._write(plain_text(text), styles.BODY)

    def annex(self, text: str) -> None:
        """Begin an annex on a new page: its name in 黑体 from the left edge (7.3.7)."""
        self._write(plain_text(text), styles.ANNEX)

    def table(self, table: Table) -> None:
        """Set a table under its caption; the office program repeats its head on every page."""
        if table.caption:
            caption = self._write(plain_text(table.caption), styles.CAPTION)
            caption.paragraph_format.keep_with_next = True
        whole = sum(column.share for column in table.columns)
        word_table = WordTable(
            heads=[column.head for column in table.columns],
            rows=table.rows,
            widths=[TEXT_WIDTH * column.share / whole for column in table.columns],
            aligns=[column.align for column in table.columns],
            total=table.total,
        )
        look = TableLook(
            head=styles.TABLE_HEAD,
            text=styles.TABLE_TEXT,
            total=styles.TABLE_TOTAL,
            row_height=ROW_HEIGHT,
            head_height=table.head_height,
            padding=PADDING,
        )
        self._append(table_element(word_table, look))
        self._write("", styles.PICTURE)  # half a line below, and never two tables grown together

    def drawing(self, drawing: Drawing, *, caption: str) -> None:
        """Place a chart as a picture under its caption, which is also its alternative text."""
        above = self._write(plain_text(caption), styles.CAPTION)
        above.paragraph_format.keep_with_next = True
        png = drawing_png(drawing, fonts=self._setting.fonts)
        self._picture(png, caption, width=drawing.width)

    def picture(self, content: bytes, *, caption: str) -> None:
        """Place a PNG or JPEG as wide as the text at most, its caption below."""
        picture = self._picture(content, caption, width=TEXT_WIDTH)
        picture.paragraph_format.keep_with_next = True
        self._write(plain_text(caption), styles.CAPTION)

    def ending(self, paragraph: str, *, signature: str, date: str) -> None:
        """Write the last paragraph, the signature and the date, which keep together (7.3.5.2)."""
        self._keep(self._write(plain_text(paragraph), styles.BODY))
        self._sign(plain_text(signature), plain_text(date))

    def signing(self, paragraph: str, *names: str) -> None:
        """Write the last paragraph and, at the right, a line to sign on for each name."""
        self._keep(self._write(plain_text(paragraph), styles.BODY))
        for number, name in enumerate(names):
            line = self._write(plain_text(f"{name}（签名）："), styles.SIGNING)
            line.paragraph_format.left_indent = Pt(_SIGNING_FROM)
            line.paragraph_format.space_before = Pt(LINE_SPACING if number == 0 else 0)
            if number < len(names) - 1:
                self._keep(line)

    def finish(self) -> bytes:
        """Return the file."""
        facts = self._facts
        return docx_bytes(
            self._document,
            title=facts.title,
            author=facts.author,
            subject=facts.subject,
            made_on=facts.made_on,
        )

    def _sign(self, signature: str, date: str) -> None:
        """Write signature and date where 7.3.5.2 has them: the date two characters further in."""
        left = _signature_left(signature, date)
        date_left = max(0.0, min(left + DATE_SHIFT, CHARS - chars(date)))
        first = self._ending(signature, begin=left)
        first.paragraph_format.space_before = Pt(LINE_SPACING)
        self._keep(first)
        self._ending(date, begin=date_left)

    def _ending(self, text: str, *, begin: float) -> Paragraph:
        """Write a line of the ending that begins so many characters from the left edge."""
        line = self._write(text, styles.ENDING)
        right = max(0.0, CHARS - begin - chars(text))
        line.paragraph_format.right_indent = Pt(right * ADVANCE)
        return line

    def _picture(self, content: bytes, caption: str, *, width: float) -> Paragraph:
        paragraph = self._write("", styles.PICTURE)
        put_picture(paragraph, content, caption=caption, width=width, height=_TALLEST_PICTURE)
        return paragraph

    def _write(self, text: str, style: str) -> Paragraph:
        return self._document.add_paragraph(text, style=style)

    def _append(self, element: Any) -> None:
        self._document.element.body.sectPr.addprevious(element)

    def _keep(self, paragraph: Paragraph) -> None:
        paragraph.paragraph_format.keep_with_next = True


def _signature_left(signature: str, date: str) -> float:
    """Return where the signature begins, in characters from the left edge."""
    right = CHARS - SIGNATURE_FROM_RIGHT
    left = right - chars(signature)
    if chars(date) > chars(signature):
        left = right - chars(date) - DATE_SHIFT
    return max(0.0, left)
