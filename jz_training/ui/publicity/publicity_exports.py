"""Files of the log: publications and talks as workbooks, talks on paper (宣讲记录表)."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from jz_training.services.outreach_rows import OutreachQuery
from jz_training.services.publicity import PublicityQuery
from jz_training.ui.context import Context
from jz_training.ui.paper.exports import save_workbook, show_pdf


def save_articles(ctx: Context, owner: QWidget, query: PublicityQuery) -> None:
    """Save the publications a query means as a workbook."""

    def content() -> bytes:
        from jz_training.documents.notice.publicity import publicity_xlsx

        organiser, today = _head(ctx)
        return publicity_xlsx(ctx.desk.publicity.list(query), organiser=organiser, as_of=today)

    save_workbook(ctx, owner, name=_name("宣传报道台账", ctx), content=content)


def save_talks(ctx: Context, owner: QWidget, query: OutreachQuery) -> None:
    """Save the talks a query means as a workbook."""

    def content() -> bytes:
        from jz_training.documents.notice.outreach import outreach_xlsx

        organiser, today = _head(ctx)
        talks, days = ctx.desk.outreach.list(query), _published(ctx, query)
        return outreach_xlsx(talks, organiser=organiser, as_of=today, published=days)

    save_workbook(ctx, owner, name=_name("宣讲记录表", ctx), content=content)


def show_talks_paper(ctx: Context, owner: QWidget, query: OutreachQuery) -> None:
    """Open the record of talks as it will be printed."""

    def draw() -> bytes:
        from jz_training.documents.notice.outreach import outreach_pdf

        organiser, today = _head(ctx)
        talks, days = ctx.desk.outreach.list(query), _published(ctx, query)
        return outreach_pdf(talks, organiser=organiser, as_of=today, published=days)

    show_pdf(ctx, owner, name=_name("宣讲记录表", ctx), draw=draw)


def _head(ctx: Context) -> tuple[str, date]:
    return ctx.desk.settings.get().organiser, ctx.desk.now().date()


def _published(ctx: Context, query: OutreachQuery) -> list[date]:
    """Return the days of the publications of the same notice and period, for the sums by month."""
    same = PublicityQuery(notice_id=query.notice_id, start=query.start, end=query.end)
    return [row.draft.day for row in ctx.desk.publicity.list(same)]


def _name(what: str, ctx: Context) -> str:
    return f"{what} {ctx.desk.now():%Y%m%d}"
