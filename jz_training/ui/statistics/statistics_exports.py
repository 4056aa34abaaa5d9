"""Papers of the statistics: the workbook of everything, and 培训情况统计表."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jz_training.domain.hours import HoursRequirement
from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.domain.statistics import By, StatisticsFilter
from jz_training.ui.context import Context
from jz_training.ui.paper.dressing import dressed_offer
from jz_training.ui.paper.offer import PaperOffer, save_paper, show_paper

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk


def save_statistics(
    ctx: Context, owner: QWidget, chosen: StatisticsFilter, wanted: HoursRequirement | None
) -> None:
    """Save everything the page shows, save the private hints, as a workbook."""
    desk = ctx.desk

    def xlsx(report: PaperReport) -> bytes:
        from jz_training.documents.statistics.statistics_xlsx import statistics_xlsx

        found = desk.statistics.of(chosen, by=tuple(By))
        if wanted is None:
            return statistics_xlsx(found)
        hours = desk.statistics.hours(chosen, wanted)
        return statistics_xlsx(found, hours, desk.statistics.hours_people(chosen, wanted))

    offer = PaperOffer(
        name="",
        word="培训统计",
        forms={FileForm.EXCEL: xlsx},
        day=chosen.start,
        until=chosen.end,
    )
    save_paper(ctx, owner, offer, FileForm.EXCEL)


def show_statistics_paper(ctx: Context, owner: QWidget, chosen: StatisticsFilter) -> None:
    """Open 培训情况统计表 as it will be printed."""
    show_paper(ctx, owner, statistics_offer(ctx.desk, chosen))


def show_absentees(ctx: Context, owner: QWidget, chosen: StatisticsFilter) -> None:
    """Open 签到率与缺席名单 as it will be printed."""
    show_paper(ctx, owner, absentees_offer(ctx.desk, chosen))


def absentees_offer(desk: Desk, chosen: StatisticsFilter) -> PaperOffer:
    """Return 签到率与缺席名单 as it is offered."""

    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.statistics.absentee_list import absentees_pdf

        return absentees_pdf(desk.absentees.of(chosen), style=style, report=report)

    def xlsx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.statistics.absentee_list import absentees_xlsx

        return absentees_xlsx(desk.absentees.of(chosen), style=style)

    ways = {FileForm.PDF: pdf, FileForm.EXCEL: xlsx}
    return dressed_offer(
        desk, PaperKind.ABSENTEES, ways, name="", day=chosen.start, until=chosen.end
    )


def statistics_offer(desk: Desk, chosen: StatisticsFilter) -> PaperOffer:
    """Return 培训情况统计表 as it is offered."""

    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.statistics.statistics_paper import statistics_paper

        found = desk.statistics.of(chosen, by=(By.UNIT, By.MONTH))
        layers = desk.statistics.by_layer_and_category(chosen)
        return statistics_paper(found, layers, style=style, report=report)

    def xlsx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.statistics.statistics_paper import statistics_table_xlsx

        found = desk.statistics.of(chosen, by=(By.UNIT, By.MONTH))
        return statistics_table_xlsx(
            found, desk.statistics.by_layer_and_category(chosen), style=style
        )

    ways = {FileForm.PDF: pdf, FileForm.EXCEL: xlsx}
    return dressed_offer(
        desk, PaperKind.STATISTICS, ways, name="", day=chosen.start, until=chosen.end
    )
