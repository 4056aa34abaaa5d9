"""版头 in Word (GB/T 9704, 7.2): 发文机关标志, 发文字号, 签发人 and the red rule below them.

What is not known yet keeps its place, as on PDF: a number is often given later.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from jz_training.documents.official.gb9704 import (
    ADVANCE,
    LINES_ABOVE_NUMBER,
    LINES_ABOVE_TITLE,
    MARK_BELOW_TOP,
    MARK_LEADING,
    NUMBER_FROM_LEFT,
    RULE_THICKNESS,
    SIGNER_FROM_RIGHT,
    TEXT_WIDTH,
)
from jz_training.documents.official.letterhead_parts import SIGNER, fitted_mark, signer_rows
from jz_training.documents.word import docx_styles as styles
from jz_training.documents.word.docx_file import plain_text
from jz_training.documents.word.docx_styles import LINE_SPACING
from jz_training.documents.word.elements import border, element
from jz_training.documents.word.faces import KAI, set_face
from jz_training.documents.word.text_width import chars
from jz_training.domain.paper_style import Letterhead

_RED = "FF0000"

#: From the upper edge of a line to that of its characters, as a share of their size, where office
#: programs set lines 1.2 times as far apart as the characters are high.
_ABOVE_MARK = 0.08

#: From the foot of a line to the rule, in whole points: with what lies below the characters in
#: their line it is 4 mm (7.2.7).
_ABOVE_RULE = 7


def write_letterhead(document: Document, letterhead: Letterhead) -> float:
    """Write 版头 and return the room above the title that goes with it, in points."""
    foot = _mark(document, plain_text(letterhead.mark).strip())
    first = round(foot / LINE_SPACING) + LINES_ABOVE_NUMBER
    lines = _number_lines(document, letterhead)
    lines[0].paragraph_format.space_before = Pt(max(0.0, first * LINE_SPACING - foot))
    _rule_below(lines[-1])
    return LINES_ABOVE_TITLE * LINE_SPACING - _ABOVE_RULE - RULE_THICKNESS


def _mark(document: Document, mark: str) -> float:
    """Write 发文机关标志 and return how far below the upper edge of the text it ends."""
    fitted = fitted_mark(mark, measure=chars)
    lines, size, share = fitted.lines, fitted.size, fitted.share
    paragraph = document.add_paragraph(style=styles.MARK)
    run = paragraph.add_run("\n".join(lines))
    run.font.size = Pt(size)
    if share < 1:
        _narrow(run._r, share)
    above = MARK_BELOW_TOP - _ABOVE_MARK * size
    paragraph.paragraph_format.space_before = Pt(above)
    paragraph.paragraph_format.line_spacing = Pt(size * MARK_LEADING)
    return above + len(lines) * size * MARK_LEADING


def _narrow(run: Any, share: float) -> None:
    """Set the characters of a run narrower than they are made."""
    size = run.get_or_add_rPr().find(f"{{{run.nsmap['w']}}}sz")
    size.addprevious(element("w", val=str(int(share * 100))))


def _number_lines(document: Document, letterhead: Letterhead) -> list[Paragraph]:
    """Write the number, centred, or at the left of the last 签发人 (7.2.5, 7.2.6)."""
    number = plain_text(letterhead.number).strip()
    rows = signer_rows(plain_text(letterhead.signer))
    if not rows:
        return [document.add_paragraph(number, style=styles.NUMBER)]
    first = TEXT_WIDTH - (SIGNER_FROM_RIGHT + max(map(chars, rows))) * ADVANCE
    stops = (NUMBER_FROM_LEFT * ADVANCE, first - chars(SIGNER) * ADVANCE, first)
    lines = []
    for at, row in enumerate(rows):
        said = number if at == len(rows) - 1 else ""
        line = document.add_paragraph(f"\t{said}\t", style=styles.SIGNERS)
        line.add_run("\t" if at else SIGNER)
        set_face(line.add_run(row), KAI)
        for stop in stops:
            line.paragraph_format.tab_stops.add_tab_stop(Pt(stop))
        lines.append(line)
    return lines


def _rule_below(paragraph: Paragraph) -> None:
    """Rule the red line below a paragraph, as wide as the text (7.2.7)."""
    borders = element("pBdr")
    border(borders, "bottom", width=RULE_THICKNESS, color=_RED, space=_ABOVE_RULE)
    properties: Any = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:overflowPunct", "w:autoSpaceDE",
        "w:autoSpaceDN", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr",
    )  # fmt: skip
