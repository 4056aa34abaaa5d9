"""Files of one training or of a period: where to, written in the background, offered afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jz_training.domain.sheet import SignInSheet
from jz_training.domain.training import TrainingDraft, TrainingView
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import file_actions

_WORKBOOKS = "Excel 工作簿 (*.xlsx)"


def save_attendance(ctx: Context, owner: QWidget, training: TrainingView) -> None:
    """Save the attendance list of a training as a workbook."""
    desk, training_id = ctx.desk, training.id

    def content() -> bytes:
        from jz_training.documents.excel.attendance_xlsx import attendance_xlsx

        return attendance_xlsx(desk.summaries.of_training(training_id))

    _save_workbook(ctx, owner, name=f"{paper_name(training.draft)} 考勤表", content=content)


def save_ledger(ctx: Context, owner: QWidget, start: date, end: date) -> None:
    """Save the ledger of a period as a workbook."""
    desk = ctx.desk

    def content() -> bytes:
        from jz_training.documents.excel.ledger_xlsx import ledger_xlsx

        return ledger_xlsx(desk.summaries.ledger(start, end))

    name = f"培训台账 {start:%Y%m%d}-{end:%Y%m%d}"
    _save_workbook(ctx, owner, name=name, content=content)


def show_summary(ctx: Context, owner: QWidget, training: TrainingView) -> None:
    """Open the summary of one training (单场小结) as it will be printed."""
    desk, training_id = ctx.desk, training.id

    def draw() -> bytes:
        from jz_training.documents.summary.training_summary import training_summary_pdf

        return training_summary_pdf(desk.summaries.of_training(training_id))

    _show_pdf(ctx, owner, f"{paper_name(training.draft)} 单场小结", draw)


def show_period(ctx: Context, owner: QWidget, start: date, end: date) -> None:
    """Open the summary of a period (情况小结) as it will be printed."""
    desk = ctx.desk

    def draw() -> bytes:
        from jz_training.documents.summary.period_summary import period_summary_pdf

        return period_summary_pdf(desk.summaries.of_period(start, end))

    _show_pdf(ctx, owner, f"培训情况小结 {start:%Y%m%d}-{end:%Y%m%d}", draw)


def paper_name(held: TrainingDraft | SignInSheet) -> str:
    """Return what the files of a training are called: its day and title, fit for a file name."""
    title = "".join("_" if sign in '\\/:*?"<>|\n\t' else sign for sign in held.title)
    return f"{held.start:%Y%m%d} {title[:60]}"


def _save_workbook(
    ctx: Context, owner: QWidget, *, name: str, content: Callable[[], bytes]
) -> None:
    path = ctx.ask.save_file("另存为", name=f"{name}.xlsx", kinds=_WORKBOOKS)
    if path is None:
        return
    target = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")

    def run(_: object) -> Path:
        from jz_training import safe_files

        safe_files.save(target, content(), check=safe_files.is_workbook)
        return target

    ctx.work.long(
        "导出",
        run,
        lambda saved: ctx.toast(f"已导出“{saved.name}”。", actions=file_actions(saved)),
        owner=owner,
        on_desk=True,
    )


def _show_pdf(ctx: Context, owner: QWidget, name: str, draw: Callable[[], bytes]) -> None:
    def show(data: bytes) -> None:
        from jz_training.ui.paper.preview_dialog import PreviewDialog

        PreviewDialog(ctx, owner, name=name, data=data).show()

    ctx.work.long("生成小结", lambda _: draw(), show, owner=owner, on_desk=True)
