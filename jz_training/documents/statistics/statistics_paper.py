"""培训情况统计表 (domain.md §2): layer × category, with the charts of units and months."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jz_training.documents.columns import Value
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.listing.list_paper import ListPaper
from jz_training.documents.listing.measures import WIDTH
from jz_training.documents.lists.statistics import layer_columns
from jz_training.documents.statistics.statistics_chart import statistics_chart
from jz_training.documents.statistics.statistics_xlsx import facts_of
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.statistics import By, LayerRow, PersonFigures, Statistics
from jz_training.labels.statistics import GROUPINGS

TITLE = "培训情况统计表"
SIGNATURES = ("单位负责人", "填表人", "审核人", "联系电话", "填报日期")
NOTE = (
    "人次按当日名单的层级、类别统计，人数、学时按人员现在的层级、类别统计；"
    "覆盖率为参加或补学过的人数占应训人数的比例。"
)


def statistics_paper(
    found: Statistics,
    layers: Sequence[LayerRow],
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the table with its places for signatures, then a page for each chart with anything."""
    fonts, report = fonts or system_fonts(), report or PaperReport()
    paper = ListPaper(
        title=TITLE,
        author=found.organiser,
        subject=TITLE,
        fonts=fonts,
        report=report,
        style=style,
    )
    paper.list(_table(found, layers), signatures=SIGNATURES)
    for by in (By.UNIT, By.MONTH):
        rows = found.tables.get(by, ())
        if rows:
            chart = statistics_chart(by, rows, width=WIDTH, fonts=fonts, report=report)
            paper.drawing(chart, title=f"各{GROUPINGS[by]}应到、实到人次")
    return paper.finish()


def statistics_table_xlsx(
    found: Statistics, layers: Sequence[LayerRow], *, style: PaperStyle = AS_MADE
) -> bytes:
    """Return the table alone as an xlsx."""
    properties = Properties(title=TITLE, maker=found.organiser, made_at=found.as_of)
    return workbook([_table(found, layers)], properties, style=style)


def _table(found: Statistics, layers: Sequence[LayerRow]) -> Table[LayerRow]:
    return Table(
        sheet=TITLE,
        title=TITLE,
        columns=layer_columns(),
        rows=layers,
        facts=(*facts_of(found), NOTE),
        total=_total(found) if layers else {},
    )


def _total(found: Statistics) -> dict[str, Value]:
    total, persons = found.total, found.total.persons or PersonFigures()
    hours: Decimal | None = persons.all_hours
    return {
        "layer": "合计",
        "trainings": total.trainings,
        "listed": persons.expected,
        "came": persons.came,
        "present": total.tally.present,
        "hours": hours,
        "per_head": persons.per_head,
        "coverage": persons.coverage,
        "online": total.tally.online,
    }
