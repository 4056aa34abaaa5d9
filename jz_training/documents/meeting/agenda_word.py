"""The agenda of a training (议程) as a Word document, its lines in a native table."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.adjusting import adjusted_title
from jz_training.documents.meeting.agenda_rows import (
    CELL_LINE,
    CELL_SIZE,
    EMPTY,
    HEADS,
    PADDING,
    ROOM_ABOVE,
    WIDTHS,
    agenda_facts,
    agenda_row,
)
from jz_training.documents.word import docx_styles as styles
from jz_training.documents.word.docx_file import docx_bytes, plain_text
from jz_training.documents.word.docx_page import bare_document
from jz_training.documents.word.docx_styles import StyleSpec, add_style
from jz_training.documents.word.faces import FANG_SONG, HEI, KAI
from jz_training.documents.word.text_width import broken_title
from jz_training.documents.word.word_table import TableLook, WordTable, put_table
from jz_training.domain.meeting_papers import AgendaPaper
from jz_training.domain.paper_style import AS_MADE, PaperStyle

FACTS, HEAD, TEXT = "议程说明", "议程表头", "议程内容"

_MARGIN_MM = 25
_TITLE_SIZE = 22.0
_FACT_LINE = 8 / 25.4 * 72


def agenda_docx(
    paper: AgendaPaper,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the agenda as a Word document; a line whose hour is not known has none.

    `fonts` and `report` are those of every paper; text in Word is set in the program's own faces.
    """
    title = adjusted_title(f"{paper.title}议程", style.layout)
    document = _page()
    width = sum(WIDTHS) / _TITLE_SIZE
    head = document.add_paragraph(broken_title(title, wide=width), style=styles.TITLE)
    head.paragraph_format.space_after = Pt(CELL_LINE / 2)
    for fact in agenda_facts(paper):
        last = document.add_paragraph(plain_text(fact), style=FACTS)
    last.paragraph_format.space_after = Pt(ROOM_ABOVE)
    put_table(_table(paper), _look(), before=document.element.body.sectPr)
    document.add_paragraph("", style=TEXT)
    return docx_bytes(
        document, title=title, author=paper.organiser, subject="议程", made_on=paper.start.date()
    )


def _page() -> Document:
    """Return an A4 page with the margins of the agenda on paper, and its styles."""
    document = bare_document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Mm(_MARGIN_MM))
    left, centre = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
    for spec in (
        StyleSpec(name=FACTS, face=KAI, size=CELL_SIZE, line=_FACT_LINE, align=left),
        StyleSpec(name=HEAD, face=HEI, size=CELL_SIZE, line=CELL_LINE, align=centre),
        StyleSpec(name=TEXT, face=FANG_SONG, size=CELL_SIZE, line=CELL_LINE, align=left),
    ):
        add_style(document, spec)
    return document


def _table(paper: AgendaPaper) -> WordTable:
    return WordTable(
        heads=HEADS,
        rows=[agenda_row(item) for item in paper.items] or [("", EMPTY, "")],
        widths=WIDTHS,
        aligns=(0.5, 0.0, 0.0),
    )


def _look() -> TableLook:
    height = CELL_LINE + 2 * ROOM_ABOVE
    return TableLook(
        head=HEAD,
        text=TEXT,
        total=HEAD,
        size=CELL_SIZE,
        row_height=height,
        head_height=height,
        padding=PADDING,
        above=ROOM_ABOVE,
        outline=0.5,
        hairline=0.5,
    )
