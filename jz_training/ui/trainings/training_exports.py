"""The papers of one training or of a period, as they are offered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.domain.training import TrainingView
from jz_training.ui.context import Context
from jz_training.ui.paper.dressing import dressed_offer
from jz_training.ui.paper.offer import PaperOffer, save_paper, show_paper

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk


def save_attendance(ctx: Context, owner: QWidget, training: TrainingView) -> None:
    """Save the attendance list of a training as a workbook."""
    save_paper(ctx, owner, attendance_offer(ctx.desk, training), FileForm.EXCEL)


def save_ledger(ctx: Context, owner: QWidget, start: date, end: date) -> None:
    """Save the ledger of a period as a workbook."""
    save_paper(ctx, owner, ledger_offer(ctx.desk, start, end), FileForm.EXCEL)


def show_summary(ctx: Context, owner: QWidget, training: TrainingView) -> None:
    """Open the summary of one training (单场小结) as it will be printed."""
    show_paper(ctx, owner, summary_offer(ctx.desk, training))


def show_period(ctx: Context, owner: QWidget, start: date, end: date) -> None:
    """Open the report of a period (情况报告) as it will be printed."""
    show_paper(ctx, owner, period_offer(ctx.desk, start, end))


# --- offers --------------------------------------------------------------------------------------


def attendance_offer(desk: Desk, training: TrainingView) -> PaperOffer:
    """Return the attendance list of a training, which is a workbook only."""

    def xlsx(report: PaperReport) -> bytes:
        from jz_training.documents.excel.attendance_xlsx import attendance_xlsx

        return attendance_xlsx(desk.summaries.of_training(training.id))

    return PaperOffer(
        name=training.draft.title,
        word="考勤表",
        forms={FileForm.EXCEL: xlsx},
        day=training.draft.start.date(),
        organiser=training.draft.organiser,
    )


def ledger_offer(desk: Desk, start: date, end: date) -> PaperOffer:
    """Return the ledger of a period."""

    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.listing.ledger_paper import ledger_pdf

        return ledger_pdf(desk.summaries.ledger(start, end), style=style, report=report)

    def xlsx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.excel.ledger_xlsx import ledger_xlsx

        return ledger_xlsx(desk.summaries.ledger(start, end), style=style)

    ways = {FileForm.PDF: pdf, FileForm.EXCEL: xlsx}
    return dressed_offer(desk, PaperKind.LEDGER, ways, name="", day=start, until=end)


def summary_offer(desk: Desk, training: TrainingView) -> PaperOffer:
    """Return the summary of one training."""

    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.summary.training_summary import training_summary_pdf

        return training_summary_pdf(
            desk.summaries.of_training(training.id), style=style, report=report
        )

    def docx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.summary.training_summary import training_summary_docx

        return training_summary_docx(
            desk.summaries.of_training(training.id), style=style, report=report
        )

    return dressed_offer(
        desk,
        PaperKind.TRAINING_SUMMARY,
        {FileForm.PDF: pdf, FileForm.WORD: docx},
        name=training.draft.title,
        day=training.draft.start.date(),
        organiser=training.draft.organiser,
    )


def period_offer(desk: Desk, start: date, end: date) -> PaperOffer:
    """Return the report of a period."""

    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.summary.period_summary import period_summary_pdf

        return period_summary_pdf(desk.summaries.of_period(start, end), style=style, report=report)

    def docx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.summary.period_summary import period_summary_docx

        return period_summary_docx(desk.summaries.of_period(start, end), style=style, report=report)

    return dressed_offer(
        desk,
        PaperKind.PERIOD_SUMMARY,
        {FileForm.PDF: pdf, FileForm.WORD: docx},
        name="培训",
        day=start,
        until=end,
    )
