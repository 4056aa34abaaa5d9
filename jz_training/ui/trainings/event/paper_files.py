"""The notice as a Word file and a training as a calendar file."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jz_training.domain.training import TrainingView
from jz_training.ui.context import Context
from jz_training.ui.paper.exports import is_calendar, save_as
from jz_training.ui.trainings.event.paper_wish import PAPERS, PaperKind, PaperWish, notice_view
from jz_training.ui.trainings.training_exports import paper_name


def save_notice(ctx: Context, owner: QWidget, training: TrainingView, wish: PaperWish) -> None:
    """Save the notice as a Word file that can be edited on."""
    from jz_training import safe_files

    desk = ctx.desk

    def content() -> bytes:
        from jz_training.documents.meeting.meeting_notice import meeting_notice_docx

        return meeting_notice_docx(notice_view(desk, training.id, wish))

    save_as(
        ctx,
        owner,
        name=f"{paper_name(training.draft)} {PAPERS[PaperKind.NOTICE]}.docx",
        kinds="Word 文件 (*.docx)",
        content=content,
        check=safe_files.is_word_file,
    )


def save_calendar(ctx: Context, owner: QWidget, training: TrainingView) -> None:
    """Save a training for the calendar of a computer or a telephone."""
    desk = ctx.desk

    def content() -> bytes:
        from jz_training.documents.meeting.training_ics import training_ics

        return training_ics(desk.papers.events((training.id,)), stamp=desk.now())

    save_as(
        ctx,
        owner,
        name=f"{paper_name(training.draft)}.ics",
        kinds="日历文件 (*.ics)",
        content=content,
        check=is_calendar,
    )
