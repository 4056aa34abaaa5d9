"""The task book and the coverage on paper and as workbooks."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.task_book import TaskBook
from jz_training.ui.context import Context
from jz_training.ui.paper.exports import file_title, save_workbook, show_pdf


def show_book(ctx: Context, owner: QWidget, book: TaskBook) -> None:
    """Open the task book (任务书) as it will be printed."""

    def draw() -> bytes:
        from jz_training.documents.notice.task_book import task_book_pdf

        return task_book_pdf(book)

    show_pdf(ctx, owner, name=_file_name("任务书", book.title), draw=draw)


def save_book(ctx: Context, owner: QWidget, book: TaskBook) -> None:
    """Save the task book, with every piece of evidence, as a workbook."""

    def content() -> bytes:
        from jz_training.documents.notice.task_book import task_book_xlsx

        return task_book_xlsx(book)

    save_workbook(ctx, owner, name=_file_name("任务书", book.title), content=content)


def save_coverage(
    ctx: Context, owner: QWidget, notice_id: UUID, *, title: str, phase: int | None
) -> None:
    """Save both tables of coverage, of one phase or of all, as a workbook."""
    desk = ctx.desk

    def content() -> bytes:
        from jz_training.documents.notice.coverage import coverage_xlsx

        return coverage_xlsx(
            desk.duties.coverage(notice_id, phase),
            title=title,
            organiser=desk.settings.get().organiser,
            as_of=desk.now().date(),
        )

    save_workbook(ctx, owner, name=_file_name("覆盖表", title), content=content)


def _file_name(kind: str, title: str) -> str:
    """Return a name for a file, from what it is and the notice's title."""
    return file_title(f"{kind} {title}").strip()
