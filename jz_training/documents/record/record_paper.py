"""The record of a training as PDF, after GB/T 9704."""

from __future__ import annotations

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.official.official_paper import OfficialPaper
from jz_training.documents.record.record_text import fact_lines, passages, record_title
from jz_training.domain.training_record import TrainingRecord
from jz_training.labels.record import record_name


def record_pdf(
    record: TrainingRecord, *, fonts: Fonts | None = None, report: PaperReport | None = None
) -> bytes:
    """Return the record: head, points, and lines for chair and recorder to sign (domain.md §2).

    `report` collects fonts replaced and characters no font has.
    """
    title = record_title(record)
    paper = OfficialPaper(
        title=title,
        author=record.organiser,
        subject=record_name(record.training.draft.form),
        fonts=fonts or system_fonts(),
        report=report or PaperReport(),
    )
    paper.title(title)
    for line in fact_lines(record):
        paper.paragraph(line)
    *before, last = passages(record)
    for passage in before:
        paper.heading(passage.heading)
        for text in passage.paragraphs:
            paper.paragraph(text)
    paper.heading(last.heading)
    for text in last.paragraphs[:-1]:
        paper.paragraph(text)
    paper.signing(last.paragraphs[-1], "主持人", "记录人")
    return paper.finish()
