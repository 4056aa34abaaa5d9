"""Papers of the log as they are offered: publications, and talks (宣讲记录表)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.services.outreach_rows import OutreachQuery
from jz_training.services.publicity import PublicityQuery
from jz_training.ui.context import Context
from jz_training.ui.paper.dressing import dressed_offer
from jz_training.ui.paper.offer import PaperOffer, save_paper, show_paper

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk


def save_articles(ctx: Context, owner: QWidget, query: PublicityQuery) -> None:
    """Save the publications a query means as a workbook."""
    save_paper(ctx, owner, articles_offer(ctx.desk, query), FileForm.EXCEL)


def save_talks(ctx: Context, owner: QWidget, query: OutreachQuery) -> None:
    """Save the talks a query means as a workbook."""
    save_paper(ctx, owner, talks_offer(ctx.desk, query), FileForm.EXCEL)


def show_talks_paper(ctx: Context, owner: QWidget, query: OutreachQuery) -> None:
    """Open the record of talks as it will be printed."""
    show_paper(ctx, owner, talks_offer(ctx.desk, query))


def articles_offer(desk: Desk, query: PublicityQuery) -> PaperOffer:
    """Return the publications a query means, which an office adjusts nothing of."""

    def pdf(report: PaperReport) -> bytes:
        from jz_training.documents.notice.publicity import publicity_pdf

        organiser, today = _head(desk)
        rows = desk.publicity.list(query)
        return publicity_pdf(rows, organiser=organiser, as_of=today, report=report)

    def xlsx(report: PaperReport) -> bytes:
        from jz_training.documents.notice.publicity import publicity_xlsx

        organiser, today = _head(desk)
        return publicity_xlsx(desk.publicity.list(query), organiser=organiser, as_of=today)

    return PaperOffer(
        name="",
        word="宣传报道台账",
        forms={FileForm.PDF: pdf, FileForm.EXCEL: xlsx},
        day=desk.now().date(),
    )


def talks_offer(desk: Desk, query: OutreachQuery) -> PaperOffer:
    """Return the talks a query means, with the sums by month."""

    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.notice.outreach import outreach_pdf

        organiser, today = _head(desk)
        return outreach_pdf(
            desk.outreach.list(query),
            organiser=organiser,
            as_of=today,
            published=_published(desk, query),
            style=style,
            report=report,
        )

    def xlsx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.notice.outreach import outreach_xlsx

        organiser, today = _head(desk)
        return outreach_xlsx(
            desk.outreach.list(query),
            organiser=organiser,
            as_of=today,
            published=_published(desk, query),
            style=style,
        )

    ways = {FileForm.PDF: pdf, FileForm.EXCEL: xlsx}
    return dressed_offer(desk, PaperKind.OUTREACH, ways, name="", day=desk.now().date())


def _head(desk: Desk) -> tuple[str, date]:
    return desk.settings.get().organiser, desk.now().date()


def _published(desk: Desk, query: OutreachQuery) -> list[date]:
    """Return the days of the publications of the same notice and period, for the sums by month."""
    same = PublicityQuery(notice_id=query.notice_id, start=query.start, end=query.end)
    return [row.draft.day for row in desk.publicity.list(same)]
