"""Files of the statistics: the workbook, and 培训情况统计表 as it will be printed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jz_training.domain.hours import HoursRequirement
from jz_training.domain.statistics import By, StatisticsFilter
from jz_training.ui.context import Context
from jz_training.ui.paper.exports import save_workbook, show_pdf


def save_statistics(
    ctx: Context, owner: QWidget, chosen: StatisticsFilter, wanted: HoursRequirement | None
) -> None:
    """Save everything the page shows, save the private hints, as a workbook."""
    desk = ctx.desk

    def content() -> bytes:
        from jz_training.documents.statistics.statistics_xlsx import statistics_xlsx

        found = desk.statistics.of(chosen, by=tuple(By))
        if wanted is None:
            return statistics_xlsx(found)
        hours = desk.statistics.hours(chosen, wanted)
        return statistics_xlsx(found, hours, desk.statistics.hours_people(chosen, wanted))

    save_workbook(ctx, owner, name=f"培训统计 {_days(chosen)}", content=content)


def show_statistics_paper(ctx: Context, owner: QWidget, chosen: StatisticsFilter) -> None:
    """Open 培训情况统计表 as it will be printed."""
    desk = ctx.desk

    def draw() -> bytes:
        from jz_training.documents.statistics.statistics_paper import statistics_paper

        found = desk.statistics.of(chosen, by=(By.UNIT, By.MONTH))
        return statistics_paper(found, desk.statistics.by_layer_and_category(chosen))

    show_pdf(ctx, owner, name=f"培训情况统计表 {_days(chosen)}", draw=draw)


def _days(chosen: StatisticsFilter) -> str:
    return f"{chosen.start:%Y%m%d}-{chosen.end:%Y%m%d}"
