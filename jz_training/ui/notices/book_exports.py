"""The task book and the coverage as they are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.domain.task_book import TaskBook
from jz_training.ui.context import Context
from jz_training.ui.paper.dressing import dressed_offer
from jz_training.ui.paper.offer import PaperOffer, save_paper, show_paper

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk


def show_book(ctx: Context, owner: QWidget, book: TaskBook) -> None:
    """Open the task book (任务书) as it will be printed."""
    show_paper(ctx, owner, book_offer(ctx.desk, book))


def save_book(ctx: Context, owner: QWidget, book: TaskBook) -> None:
    """Save the task book, with every piece of evidence, as a workbook."""
    save_paper(ctx, owner, book_offer(ctx.desk, book), FileForm.EXCEL)


def save_coverage(
    ctx: Context, owner: QWidget, notice_id: UUID, *, title: str, phase: int | None
) -> None:
    """Save both tables of coverage, of one phase or of all, as a workbook."""
    desk = ctx.desk

    def xlsx(report: PaperReport) -> bytes:
        from jz_training.documents.notice.coverage import coverage_xlsx

        return coverage_xlsx(
            desk.duties.coverage(notice_id, phase),
            title=title,
            organiser=desk.settings.get().organiser,
            as_of=desk.now().date(),
        )

    offer = PaperOffer(name=title, word="覆盖表", forms={FileForm.EXCEL: xlsx})
    save_paper(ctx, owner, offer, FileForm.EXCEL)


def book_offer(desk: Desk, book: TaskBook) -> PaperOffer:
    """Return the task book as it is offered."""

    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.notice.task_book import task_book_pdf

        return task_book_pdf(book, style=style, report=report)

    def docx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.notice.task_book import task_book_docx

        return task_book_docx(book, style=style, report=report)

    def xlsx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.notice.task_book import task_book_xlsx

        return task_book_xlsx(book, style=style)

    ways = {FileForm.PDF: pdf, FileForm.WORD: docx, FileForm.EXCEL: xlsx}
    return dressed_offer(desk, PaperKind.TASK_BOOK, ways, name=book.title)
