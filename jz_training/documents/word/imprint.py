"""版记 in Word (GB/T 9704, 7.4): a table of its own at the foot of the last page's text.

It is placed against the page, so that it stays at the foot whatever is added above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from jz_training.documents.dates import day_words
from jz_training.documents.official.gb9704 import (
    BACK_LEFT,
    IMPRINT_INSET,
    IMPRINT_LINE,
    IMPRINT_SIZE,
    IMPRINT_THICK,
    IMPRINT_THIN,
    TEXT_LEFT,
    TEXT_WIDTH,
)
from jz_training.documents.word import docx_styles as styles
from jz_training.documents.word.docx_file import plain_text
from jz_training.documents.word.elements import add, border, element, twips
from jz_training.documents.word.text_width import chars
from jz_training.domain.paper_style import Letterhead

_COPIES = "抄送："
_PRINTED = "印发"


def write_imprint(document: Document, letterhead: Letterhead, *, duplex: bool) -> None:
    """Write what 版记 has to say at the foot of the last page.

    On paper printed on both sides that page is taken to be the back of a leaf (7.4).
    """
    texts = list(_texts(letterhead))
    if not texts:
        return
    table = element("tbl")
    _place(table, BACK_LEFT if duplex else TEXT_LEFT)
    add(add(table, "tblGrid"), "gridCol", w=twips(TEXT_WIDTH))
    for text in texts:
        _fill(_line(table, document), text)
    anchor = document.add_paragraph(style=styles.ANCHOR)
    anchor._p.addprevious(table)


def _texts(letterhead: Letterhead) -> Iterator[str]:
    """Yield 抄送, then 印发机关 and 印发日期 parted by a tab (7.4.2, 7.4.3)."""
    copies = plain_text(letterhead.copies_to).strip().removeprefix(_COPIES).rstrip("。.")
    if copies:
        yield f"{_COPIES}{copies}。"
    printed_by, day = plain_text(letterhead.printed_by).strip(), letterhead.printed_on
    if printed_by or day:
        yield f"{printed_by}\t{day_words(day)}{_PRINTED}" if day else printed_by


def _place(table: Any, left: float) -> None:
    """Place the table at the foot of the text and rule it: thick outside, thin between (7.4.1).

    It is counted from the edge of the paper: LibreOffice lets a table as wide as the text flow
    with it otherwise.
    """
    properties = add(table, "tblPr")
    add(
        properties, "tblpPr", leftFromText="0", rightFromText="0", bottomFromText="0",
        topFromText=twips(IMPRINT_LINE / 2), vertAnchor="margin", horzAnchor="page",
        tblpX=twips(left), tblpYSpec="bottom",
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
    """Return the paragraph of a new row."""
    row = add(table, "tr")
    add(add(row, "trPr"), "cantSplit")
    cell = add(row, "tc")
    add(add(cell, "tcPr"), "tcW", w=twips(TEXT_WIDTH), type="dxa")
    paragraph = Paragraph(add(cell, "p"), document._body)
    paragraph.style = document.styles[styles.COPIES]
    return paragraph


def _fill(line: Paragraph, text: str) -> None:
    """Set a line a character in from both sides; 抄送 goes on below what follows its colon."""
    hang = chars(_COPIES) * IMPRINT_SIZE if text.startswith(_COPIES) else 0.0
    layout = line.paragraph_format
    layout.left_indent, layout.right_indent = Pt(IMPRINT_INSET + hang), Pt(IMPRINT_INSET)
    layout.first_line_indent = Pt(-hang)
    layout.tab_stops.add_tab_stop(Pt(TEXT_WIDTH - IMPRINT_INSET), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(text)
