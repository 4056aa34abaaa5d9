"""The record of a training (学习记录) as it is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.domain.training_record import TrainingRecord
from jz_training.labels.record import record_name
from jz_training.ui.paper.dressing import dressed_offer
from jz_training.ui.paper.offer import PaperOffer

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk


def record_offer(desk: Desk, record: TrainingRecord) -> PaperOffer:
    """Return a record with what is written in it."""

    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.record.record_paper import record_pdf

        return record_pdf(record, style=style, report=report)

    def docx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.record.record_paper import record_docx

        return record_docx(record, style=style, report=report)

    draft = record.training.draft
    return dressed_offer(
        desk,
        PaperKind.RECORD,
        {FileForm.PDF: pdf, FileForm.WORD: docx},
        name=draft.title,
        word=record_name(draft.form),
        day=draft.start.date(),
        organiser=draft.organiser,
    )
