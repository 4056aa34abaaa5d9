"""The statistics as one workbook: all together, by each grouping, and hours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jz_training.documents.columns import Value
from jz_training.documents.dates import day_words
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.listing.adjusting import only_frame
from jz_training.documents.lists.making import column
from jz_training.documents.lists.statistics import (
    person_figure_columns,
    reach_columns,
    standing_columns,
    statistics_columns,
    total_columns,
)
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.reach import HoursStanding, PersonReach
from jz_training.domain.statistics import By, Statistics, StatisticsRow
from jz_training.labels.hours import hours_text
from jz_training.labels.statistics import GROUPINGS

TITLE = "培训统计"
TALLIES = (
    "应到、实到等按人次，单位、层级、类别以当日名单为准；人数和学时按人员现在的单位、层级、类别。"
)
RATES = "到会率、覆盖率只算记录完整的场次；覆盖率含补学。"


def statistics_xlsx(
    found: Statistics,
    hours: HoursStanding | None = None,
    persons: Sequence[PersonReach] = (),
    *,
    style: PaperStyle = AS_MADE,
) -> bytes:
    """Return 总览, one sheet for each grouping, and 学时 with its persons where one is wanted.

    Totals are values, as in the ledger. Hints on single persons are in no sheet (domain.md §8).
    Of a style it takes footer and logo: title and columns are those of 培训情况统计表.
    """
    tables: list[Table[Any]] = [_overview(found)]
    tables += [_grouping(found, by, rows) for by, rows in found.tables.items()]
    if hours is not None:
        tables += [_standing(found, hours), _persons(found, persons)]
    properties = Properties(title=TITLE, maker=found.organiser, made_at=found.as_of)
    return workbook(tables, properties, style=only_frame(style))


def facts_of(found: Statistics) -> tuple[str, ...]:
    """Return who reports on what, up to when."""
    chosen = found.filter
    first = [
        found.organiser and f"填报单位：{found.organiser}",
        f"统计期间：{day_words(chosen.start)}至{day_words(chosen.end)}",
        f"截至：{day_words(found.as_of)} {found.as_of:%H:%M}",
    ]
    about = (f"统计范围：{found.about}",) if found.about else ()
    return ("　　".join(filter(None, first)), *about)


def _overview(found: Statistics) -> Table[StatisticsRow]:
    words = [*facts_of(found), TALLIES, RATES]
    if found.total.unsettled:
        words.append(f"另有 {found.total.unsettled} 场未记录完，不计入到会率和覆盖率。")
    return Table(
        sheet="总览",
        title=TITLE,
        columns=(
            column("name", "范围", 30, lambda _: found.about or "全部"),
            *total_columns(),
            *person_figure_columns(),
        ),
        rows=(found.total,),
        facts=tuple(words),
    )


def _grouping(found: Statistics, by: By, rows: tuple[StatisticsRow, ...]) -> Table[StatisticsRow]:
    columns = statistics_columns(by)
    total: dict[str, Value] = {one.key: one.take(found.total, 0) for one in columns}
    if by not in (By.FORM, By.MONTH, By.NOTICE):
        del total["trainings"]  # a training has people of several groups: its lines do not add up
    return Table(
        sheet=f"按{GROUPINGS[by]}",
        title=f"{TITLE}（按{GROUPINGS[by]}）",
        columns=columns,
        rows=rows,
        facts=facts_of(found),
        total=total | {"name": "合计"} if rows else {},
    )


def _standing(found: Statistics, hours: HoursStanding) -> Table[Any]:
    wanted = hours.requirement
    words = [
        f"要求：{wanted.name}，{hours.first_year} 至 {hours.last_year} 年"
        f"{'线上' if wanted.online else ''}不少于 {hours_text(wanted.hours)} 学时。"
    ]
    if wanted.basis:
        words.append(f"依据：{wanted.basis}")
    return Table(
        sheet="学时",
        title=f"{TITLE}（学时）",
        columns=standing_columns(),
        rows=hours.units,
        facts=(*facts_of(found), *words),
    )  # fmt: skip


def _persons(found: Statistics, persons: Sequence[PersonReach]) -> Table[Any]:
    return Table(
        sheet="学时明细",
        title=f"{TITLE}（学时明细）",
        columns=reach_columns(),
        rows=tuple(persons),
        facts=(*facts_of(found), "按单位和姓名排列。"),
    )
