"""The notice of a training (会议通知), after GB/T 9704."""

from __future__ import annotations

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.meeting.notice_text import BlockKind, notice_text
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Paper, PaperFacts, Writing
from jz_training.documents.word.word_paper import official_docx
from jz_training.domain.meeting_papers import MeetingNotice
from jz_training.domain.paper_style import AS_MADE, PaperStyle


def meeting_notice_pdf(
    notice: MeetingNotice,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the notice as PDF; `report` collects what could not be set as asked."""
    return official_pdf(meeting_notice_writing(notice), style=style, fonts=fonts, report=report)


def meeting_notice_docx(
    notice: MeetingNotice,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the notice as a Word document in the layout of its PDF, each part in its style."""
    return official_docx(meeting_notice_writing(notice), style=style, fonts=fonts, report=report)


def meeting_notice_writing(notice: MeetingNotice) -> Writing:
    """Return the notice: title, 主送, time, place, people, content, what is asked, signature."""
    text = notice_text(notice)
    facts = PaperFacts(
        title=text.title, author=notice.organiser, subject="会议通知", made_on=notice.issued_on
    )

    def write(paper: Paper) -> None:
        paper.title(text.title)
        paper.addressees(text.addressees)
        for block in text.blocks:
            if block.kind is BlockKind.HEADING:
                paper.heading(block.text)
            else:
                paper.paragraph(block.text)
        paper.ending(text.last, signature=text.signature, date=text.date)

    return Writing(facts, write)
