"""The record of a training, after GB/T 9704."""

from __future__ import annotations

from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Paper, PaperFacts, Writing
from jz_training.documents.record.record_text import SIGNATURES, fact_lines, passages, record_title
from jz_training.documents.word.word_paper import official_docx
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.training_record import TrainingRecord
from jz_training.labels.record import record_name


def record_pdf(
    record: TrainingRecord,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the record as PDF; `report` collects what could not be set as asked."""
    return official_pdf(record_writing(record), style=style, fonts=fonts, report=report)


def record_docx(
    record: TrainingRecord,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the record as a Word document, to be worked on before it is signed."""
    return official_docx(record_writing(record), style=style, fonts=fonts, report=report)


def record_writing(record: TrainingRecord) -> Writing:
    """Return the record: head, points, and lines for chair and recorder to sign (domain.md §2)."""
    facts = PaperFacts(
        title=record_title(record),
        author=record.organiser,
        subject=record_name(record.training.draft.form),
        made_on=(record.draft.began or record.training.draft.start).date(),
    )

    def write(paper: Paper) -> None:
        paper.title(facts.title)
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
        paper.signing(last.paragraphs[-1], *SIGNATURES)

    return Writing(facts, write)
