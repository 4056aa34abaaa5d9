"""版记 in Word (GB/T 9704, 7.4): a table of its own at the foot of the last page's text.

It is placed against the page, so that it stays at the foot whatever is added above it.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from jz_training.documents.dates import day_words
from jz_training.documents.official.gb9704 import (
    IMPRINT_INSET,
    IMPRINT_LINE,
    IMPRINT_SIZE,
    IMPRINT_THICK,
    IMPRINT_THIN,
    TEXT_WIDTH,
)
from jz_training.documents.word import docx_styles as styles
from jz_training.documents.word.docx_file import plain_text
from jz_training.documents.word.elements import add, border, element, twips
from jz_training.documents.word.text_width import chars
from jz_training.domain.paper_style import Letterhead

_COPIES = "抄送："
_PRINTED = "印发"


def write_imprint(document: Document, letterhead: Letterhead) -> None:
    """Write what 版记 has to say at the foot of the page of the last paragraph."""
    table = element("tbl")
    _properties(table)
    add(add(table, "tblGrid"), "gridCol", w=twips(TEXT_WIDTH))
    copies = plain_text(letterhead.copies_to).strip().removeprefix(_COPIES).rstrip("。.")
    if copies:
        _copies(_line(table, document), f"{_COPIES}{copies}。")
    printed_by = plain_text(letterhead.printed_by).strip()
    day = letterhead.printed_on
    if printed_by or day:
        _printing(_line(table, document), printed_by, f"{day_words(day)}{_PRINTED}" if day else "")
    if copies or printed_by or day:
        document.paragraphs[-1]._p.addprevious(table)


def _properties(table: Any) -> None:
    """Place the table at the foot of the text and rule it: thick outside, thin between."""
    properties = add(table, "tblPr")
    add(
        properties, "tblpPr", leftFromText="0", rightFromText="0", topFromText=twips(IMPRINT_LINE / 2),
        bottomFromText="0", vertAnchor="margin", horzAnchor="margin", tblpXSpec="left",
        tblpYSpec="bottom",
    )  # fmt: skip
    add(properties, "tblW", w=twips(TEXT_WIDTH), type="dxa")
    borders = add(properties, "tblBorders")
    border(borders, "top", width=IMPRINT_THICK)
    border(borders, "bottom", width=IMPRINT_THICK)
    border(borders, "insideH", width=IMPRINT_THIN)
    add(properties, "tblLayout", type="fixed")
    margins = add(properties, "tblCellMar")
    for side in ("left", "right"):
        add(margins, side, w="0", type="dxa")


def _line(table: Any, document: Document) -> Paragraph:
    """Return the paragraph of a new row, a character in from both sides (7.4.2, 7.4.3)."""
    row = add(table, "tr")
    add(add(row, "trPr"), "cantSplit")
    cell = add(row, "tc")
    add(add(cell, "tcPr"), "tcW", w=twips(TEXT_WIDTH), type="dxa")
    paragraph = Paragraph(add(cell, "p"), document._body)
    paragraph.style = document.styles[styles.COPIES]
    paragraph.paragraph_format.left_indent = Pt(IMPRINT_INSET)
    paragraph.paragraph_format.right_indent = Pt(IMPRINT_INSET)
    return paragraph


def _copies(line: Paragraph, text: str) -> None:
    """Write 抄送; its further lines begin below what follows the colon."""
    hang = chars(_COPIES) * IMPRINT_SIZE
    line.paragraph_format.left_indent = Pt(IMPRINT_INSET + hang)
    line.paragraph_format.first_line_indent = Pt(-hang)
    line.add_run(text)


def _printing(line: Paragraph, by: str, on: str) -> None:
    """Write 印发机关 at the left and 印发日期 at the right."""
    line.paragraph_format.tab_stops.add_tab_stop(
        Pt(TEXT_WIDTH - IMPRINT_INSET), WD_TAB_ALIGNMENT.RIGHT
    )
    line.add_run(f"{by}\t{on}")
