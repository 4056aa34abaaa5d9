"""How a paper ends in Word: 附件说明, 署名, date and 附注 (GB/T 9704, 7.3.4 to 7.3.6).

Each line begins or is centred where it does on PDF, whatever face the office program has. The
place of a seal is kept and never printed on.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from jz_training.documents.official.gb9704 import (
    ADVANCE,
    CHARS,
    DATE_SHIFT,
    INDENT,
    LINES_ABOVE_ATTACHMENTS,
    LINES_ABOVE_SEALED,
    LINES_ABOVE_SIGNATURE,
    LINES_BELOW_SEALED,
    SEALED_DATE_FROM_RIGHT,
    SIGNATURE_FROM_RIGHT,
)
from jz_training.documents.word import docx_styles as styles
from jz_training.documents.word.docx_file import plain_text
from jz_training.documents.word.docx_styles import LINE_SPACING
from jz_training.documents.word.text_width import chars
from jz_training.domain.paper_style import Letterhead

#: A face with wide digits may set a date so many characters over the edge rather than tear it.
_SPARE = 1.5

_ATTACHMENTS = "附件："


def write_attachments(document: Document, names: Sequence[str]) -> list[Paragraph]:
    """Write 附件说明: numbers if there are several, no mark after a name (7.3.4)."""
    kept = [
        name for name in (plain_text(name).strip().rstrip("。；;，,") for name in names) if name
    ]
    lines = []
    for number, name in enumerate(kept, start=1):
        label = f"{number}." if len(kept) > 1 else ""
        head = f"{_ATTACHMENTS}{label}" if number == 1 else label
        line = document.add_paragraph(f"{head}{name}", style=styles.ATTACHMENTS)
        layout = line.paragraph_format
        layout.left_indent = Pt((INDENT + chars(_ATTACHMENTS) + chars(label)) * ADVANCE)
        layout.first_line_indent = Pt(-chars(head) * ADVANCE)
        layout.space_before = Pt(LINES_ABOVE_ATTACHMENTS * LINE_SPACING if number == 1 else 0)
        lines.append(line)
    return lines


def write_closing(
    document: Document, signature: str, date: str, letterhead: Letterhead
) -> list[Paragraph]:
    """Write 署名, date and 附注 as the letterhead asks for them."""
    lines = [
        document.add_paragraph(plain_text(text), style=styles.ENDING) for text in (signature, date)
    ]
    if letterhead.sealed:
        _place_sealed(*lines)
    else:
        _place_unsealed(*lines)
    note = plain_text(letterhead.note).strip().strip("（）()")
    if note:
        lines.append(document.add_paragraph(f"（{note}）", style=styles.REMARK))
    elif letterhead.sealed:
        lines[-1].paragraph_format.space_after = Pt(LINES_BELOW_SEALED * LINE_SPACING)
    return lines


def _place_unsealed(signature: Paragraph, date: Paragraph) -> None:
    """Place 署名 two characters from the right, the date beginning two to the right of it; where
    the date is the longer one, it is what stands two characters from the right (7.3.5.2)."""
    right = CHARS - SIGNATURE_FROM_RIGHT
    left = right - chars(signature.text)
    if chars(date.text) > chars(signature.text):
        left = right - chars(date.text) - DATE_SHIFT
    left = max(0.0, left)
    date_left = max(0.0, min(left + DATE_SHIFT, CHARS - chars(date.text)))
    signature.paragraph_format.space_before = Pt(LINES_ABOVE_SIGNATURE * LINE_SPACING)
    for line, begin in ((signature, left), (date, date_left)):
        line.paragraph_format.left_indent = Pt(begin * ADVANCE)
        if begin:
            line.paragraph_format.right_indent = Pt(-_SPARE * ADVANCE)


def _place_sealed(signature: Paragraph, date: Paragraph) -> None:
    """Centre 署名 above the date, which ends four characters from the right (7.3.5.1)."""
    middle = CHARS - SEALED_DATE_FROM_RIGHT - chars(date.text) / 2
    middle = min(middle, CHARS - chars(signature.text) / 2)
    signature.paragraph_format.space_before = Pt(LINES_ABOVE_SEALED * LINE_SPACING)
    for line in (signature, date):
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        line.paragraph_format.left_indent = Pt(max(0.0, 2 * middle - CHARS) * ADVANCE)
