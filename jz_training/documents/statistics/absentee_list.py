"""签到率与缺席名单: the trainings of a period with their rates, then who missed them."""

from __future__ import annotations

from typing import Any

from jz_training.documents.columns import Value
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.list_paper import list_pdf
from jz_training.documents.lists.absentees import absentee_columns, rate_columns
from jz_training.documents.lists.figures import figures
from jz_training.documents.statistics.statistics_xlsx import facts_of
from jz_training.domain.absentees import Absentees
from jz_training.domain.attendance import AttendanceStatus
from jz_training.domain.paper_style import AS_MADE, PaperStyle

TITLE = "签到率与缺席名单"
RATES, PERSONS = "签到率", "缺席名单"
SIGNATURES = ("单位负责人", "填表人", "填报日期")
NOTE = "到会率只算记录完整的场次。请假、缺席按当日名单的单位；补学不计入实到。"


def absentees_pdf(
    found: Absentees,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return both lists on paper."""
    return list_pdf(
        absentee_tables(found),
        author=found.statistics.organiser,
        subject=TITLE,
        signatures=SIGNATURES,
        style=style,
        fonts=fonts,
        report=report,
    )


def absentees_xlsx(found: Absentees, *, style: PaperStyle = AS_MADE) -> bytes:
    """Return both lists as a workbook."""
    statistics = found.statistics
    properties = Properties(title=TITLE, maker=statistics.organiser, made_at=statistics.as_of)
    return workbook(absentee_tables(found), properties, style=style)


def absentee_tables(found: Absentees) -> tuple[Table[Any], Table[Any]]:
    """Return the trainings with their rates, and the persons who missed them."""
    return _rates(found), _persons(found)


def _rates(found: Absentees) -> Table[Any]:
    total = found.statistics.total
    listed = [row for row in found.trainings if row.tally.expected]
    facts = [*facts_of(found.statistics), NOTE]
    if total.unsettled:
        facts.append(f"其中 {total.unsettled} 场未记录完，不计入到会率。")
    if len(listed) < len(found.trainings):
        facts.append(f"另有 {len(found.trainings) - len(listed)} 场没有名单，没有到会率，不列入。")
    added: dict[str, Value] = figures(total.tally) | {
        "title": f"合计（{len(listed)} 场）",
        "rate": total.rate,
    }
    return Table(
        sheet=RATES,
        title=TITLE,
        columns=rate_columns(),
        rows=listed,
        facts=tuple(facts),
        total=added if listed else {},
    )


def _persons(found: Absentees) -> Table[Any]:
    rows = found.missed
    people = len({row.person_id or row.attendee_id for row in rows})
    absent = sum(row.status is AttendanceStatus.ABSENT for row in rows)
    made_up = sum(row.done for row in rows)
    said = (
        f"请假 {len(rows) - absent} 人次，缺席 {absent} 人次，涉及 {people} 人；"
        f"已补学 {made_up} 人次，未补 {len(rows) - made_up} 人次。"
    )
    return Table(
        sheet=PERSONS,
        title=PERSONS,
        columns=absentee_columns(),
        rows=rows,
        facts=(said if rows else "没有人请假或缺席。",),
    )
