"""Files of one training or of a period: where to, written in the background, offered afterwards."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from jz_training.domain.sheet import SignInSheet
from jz_training.domain.training import TrainingDraft, TrainingView
from jz_training.ui.context import Context
from jz_training.ui.paper.exports import file_title, save_workbook, show_pdf


def save_attendance(ctx: Context, owner: QWidget, training: TrainingView) -> None:
    """Save the attendance list of a training as a workbook."""
    desk, training_id = ctx.desk, training.id

    def content() -> bytes:
        from jz_training.documents.excel.attendance_xlsx import attendance_xlsx

        return attendance_xlsx(desk.summaries.of_training(training_id))

    save_workbook(ctx, owner, name=f"{paper_name(training.draft)} 考勤表", content=content)


def save_ledger(ctx: Context, owner: QWidget, start: date, end: date) -> None:
    """Save the ledger of a period as a workbook."""
    desk = ctx.desk

    def content() -> bytes:
        from jz_training.documents.excel.ledger_xlsx import ledger_xlsx

        return ledger_xlsx(desk.summaries.ledger(start, end))

    name = f"培训台账 {start:%Y%m%d}-{end:%Y%m%d}"
    save_workbook(ctx, owner, name=name, content=content)


def show_summary(ctx: Context, owner: QWidget, training: TrainingView) -> None:
    """Open the summary of one training (单场小结) as it will be printed."""
    desk, training_id = ctx.desk, training.id

    def draw() -> bytes:
        from jz_training.documents.summary.training_summary import training_summary_pdf

        return training_summary_pdf(desk.summaries.of_training(training_id))

    show_pdf(ctx, owner, name=f"{paper_name(training.draft)} 单场小结", draw=draw)


def show_period(ctx: Context, owner: QWidget, start: date, end: date) -> None:
    """Open the summary of a period (情况小结) as it will be printed."""
    desk = ctx.desk

    def draw() -> bytes:
        from jz_training.documents.summary.period_summary import period_summary_pdf

        return period_summary_pdf(desk.summaries.of_period(start, end))

    show_pdf(ctx, owner, name=f"培训情况小结 {start:%Y%m%d}-{end:%Y%m%d}", draw=draw)


def paper_name(held: TrainingDraft | SignInSheet) -> str:
    """Return what the files of a training are called: its day and title, fit for a file name."""
    return f"{held.start:%Y%m%d} {file_title(held.title)}"
