"""The record of talks (宣讲记录表) with the sums of its months, on paper and as a workbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.list_paper import list_pdf
from jz_training.documents.lists import month_columns, outreach_columns
from jz_training.domain.outreach import MonthOfOutreach, OutreachRow, PlaceKind, by_month
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.labels.notices import PLACE_KINDS

TITLE = "宣讲记录表"
MONTHS = "按月合计"
TOTAL = "合计"
SIGNATURES = ("制表", "审核")


def outreach_xlsx(
    rows: Sequence[OutreachRow],
    *,
    organiser: str,
    as_of: date,
    published: Sequence[date] = (),
    style: PaperStyle = AS_MADE,
) -> bytes:
    """Return the talks as an xlsx, the sums of months on a second sheet.

    `published` are the days of publications, for the months to count them beside the talks.
    """
    tables = _tables(rows, organiser, as_of, published)
    properties = Properties.of_day(TITLE, maker=organiser, day=as_of)
    return workbook(tables, properties, style=style)


def outreach_pdf(
    rows: Sequence[OutreachRow],
    *,
    organiser: str,
    as_of: date,
    published: Sequence[date] = (),
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the talks on A4 lying on its side, then the sums of months."""
    return list_pdf(
        _tables(rows, organiser, as_of, published),
        author=organiser,
        subject=TITLE,
        signatures=SIGNATURES,
        style=style,
        fonts=fonts,
        report=report,
    )


def _tables(
    rows: Sequence[OutreachRow], organiser: str, as_of: date, published: Sequence[date]
) -> list[Table[Any]]:
    months = by_month(tuple(rows), tuple(published))
    talks: Table[Any] = Table(
        sheet=TITLE,
        title=TITLE,
        columns=outreach_columns(),
        rows=rows,
        facts=(_facts(rows, organiser, as_of),),
        total=_total(rows),
    )
    return [talks, _months(months)] if months else [talks]


def _months(months: Sequence[MonthOfOutreach]) -> Table[MonthOfOutreach]:
    return Table(
        sheet=MONTHS,
        title=MONTHS,
        columns=month_columns(),
        rows=months,
        total={
            "month": TOTAL,
            "publications": sum(month.publications for month in months),
            "talks": sum(month.talks for month in months),
            "listeners": sum(month.listeners for month in months),
            "views": sum(month.online_views for month in months),
        },
    )


def _total(rows: Sequence[OutreachRow]) -> dict[str, str | int]:
    held = [row for row in rows if row.held]
    if not held:
        return {}
    return {
        "title": f"{TOTAL}（{len(held)} 场）",
        "listeners": sum(row.listeners or 0 for row in held),
        "views": sum(row.draft.online_views or 0 for row in held),
    }


def _facts(rows: Sequence[OutreachRow], organiser: str, as_of: date) -> str:
    """Return how many talks there were and into which places they went."""
    held = [row for row in rows if row.held]
    counts = Counter(row.draft.place_kind for row in held)
    said = "、".join(f"{PLACE_KINDS[each]} {counts[each]} 场" for each in PlaceKind if counts[each])
    uncounted = sum(row.listeners is None for row in held)
    facts = (
        organiser and f"填报单位：{organiser}",
        f"截至：{day_words(as_of)}",
        f"已举办 {len(held)} 场" + (f"：{said}" if said else ""),
        f"其中 {uncounted} 场人数未填" if uncounted else "",
    )
    return "　　".join(filter(None, facts))
