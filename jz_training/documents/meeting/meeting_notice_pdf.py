"""The notice of a training (会议通知) as PDF, after GB/T 9704."""

from __future__ import annotations

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.meeting.notice_text import BlockKind, notice_text
from jz_training.documents.official.official_paper import OfficialPaper
from jz_training.domain.meeting_papers import MeetingNotice


def meeting_notice_pdf(
    notice: MeetingNotice, *, fonts: Fonts | None = None, report: PaperReport | None = None
) -> bytes:
    """Return the notice: title, 主送, time, place, people, content, what is asked, signature.

    `report` collects fonts replaced and characters no font has.
    """
    text = notice_text(notice)
    paper = OfficialPaper(
        title=text.title,
        author=notice.organiser,
        subject="会议通知",
        fonts=fonts or system_fonts(),
        report=report or PaperReport(),
    )
    paper.title(text.title)
    paper.addressees(text.addressees)
    for block in text.blocks:
        if block.kind is BlockKind.HEADING:
            paper.heading(block.text)
        else:
            paper.paragraph(block.text)
    paper.ending(text.last, signature=text.signature, date=text.date)
    return paper.finish()
