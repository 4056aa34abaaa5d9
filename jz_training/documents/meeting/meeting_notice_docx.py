"""The notice of a training (会议通知) as a Word document, to be worked on in Word or WPS."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Pt

from jz_training.documents.meeting.docx_file import docx_bytes, plain_text
from jz_training.documents.meeting.docx_page import (
    ADDRESSEES,
    BODY,
    ENDING,
    HEADING,
    LINE_SPACING,
    TITLE,
    new_document,
)
from jz_training.documents.meeting.notice_text import BlockKind, NoticeText, notice_text
from jz_training.documents.official.gb9704 import (
    ADVANCE,
    CHARS,
    DATE_SHIFT,
    SIGNATURE_FROM_RIGHT,
    TEXT_WIDTH,
    TITLE_SIZE,
)
from jz_training.documents.official.title_lines import title_lines
from jz_training.domain.meeting_papers import MeetingNotice

_STYLES = {BlockKind.HEADING: HEADING, BlockKind.PARAGRAPH: BODY}


def meeting_notice_docx(notice: MeetingNotice) -> bytes:
    """Return the notice in the layout of its PDF, each part in a style with a name."""
    text = notice_text(notice)
    document = new_document()
    _write(document, _broken_title(text.title), TITLE)
    _write(document, plain_text(text.addressees), ADDRESSEES)
    for block in text.blocks:
        _write(document, plain_text(block.text), _STYLES[block.kind])
    _end(document, text)
    return docx_bytes(document, title=text.title, author=notice.organiser, made_on=notice.issued_on)


def _broken_title(title: str) -> str:
    """Return the title with its line breaks, by sense as on the PDF (7.3.1)."""
    limit = TEXT_WIDTH / TITLE_SIZE
    return "\n".join(title_lines(plain_text(title), measure=_chars, limit=limit))


def _write(document: Document, text: str, style: str, *, with_next: bool = False) -> None:
    paragraph = document.add_paragraph(text, style=style)
    if with_next:
        paragraph.paragraph_format.keep_with_next = True


def _end(document: Document, text: NoticeText) -> None:
    """Write the last paragraph, the signature and the date, which keep together (7.3.5.2)."""
    _write(document, plain_text(text.last), BODY, with_next=True)
    left = _signature_left(text.signature, text.date)
    date_left = max(0.0, min(left + DATE_SHIFT, CHARS - _chars(text.date)))
    for words, begin in ((text.signature, left), (text.date, date_left)):
        paragraph = document.add_paragraph(plain_text(words), style=ENDING)
        right = max(0.0, CHARS - begin - _chars(words))
        paragraph.paragraph_format.right_indent = Pt(right * ADVANCE)
    document.paragraphs[-2].paragraph_format.keep_with_next = True
    document.paragraphs[-2].paragraph_format.space_before = Pt(LINE_SPACING)


def _signature_left(signature: str, date: str) -> float:
    """Return where the signature begins, in characters from the left edge."""
    right = CHARS - SIGNATURE_FROM_RIGHT
    left = right - _chars(signature)
    if _chars(date) > _chars(signature):
        left = right - _chars(date) - DATE_SHIFT
    return max(0.0, left)


def _chars(text: str) -> float:
    """Return the width of a text in Chinese characters; digits and Latin letters are half."""
    return sum(0.5 if sign.isascii() else 1.0 for sign in text)
