"""The attendance list of one training (考勤表) as a workbook."""

from __future__ import annotations

from typing import Any

from jz_training.documents.dates import day_words
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.lists import attendance_columns, figures, group_columns, make_up_columns
from jz_training.domain.attendance import AttendeeRole
from jz_training.domain.make_up import MissedRow
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.summary import GroupRow, TrainingSummary
from jz_training.domain.tally import Tally
from jz_training.domain.training import TrainingState
from jz_training.labels import (
    ABSENT,
    COVERAGE,
    EXPECTED,
    FORMS,
    LEAVE,
    MADE_UP,
    PRESENT,
    RATE,
    UNRECORDED,
    rate_words,
)
from jz_training.labels.days import clock_words


def attendance_xlsx(summary: TrainingSummary, *, style: PaperStyle = AS_MADE) -> bytes:
    """Return one training's attendance: who was expected, who else was there, figures by unit.

    Those outside 应到 (列席, 临时参会 …) have a sheet of their own, so that counting a column of
    the first one gives the figures above it. Sheets with nothing to show are left out.
    """
    expected = tuple(row for row in summary.rows if row.role is AttendeeRole.EXPECTED)
    others = tuple(row for row in summary.rows if row.role is not AttendeeRole.EXPECTED)
    title, parts = _title(summary), summary.training.draft.parts
    tables: list[Table[Any]] = [
        Table(
            sheet="考勤",
            title=f"{title}考勤表",
            columns=attendance_columns(parts),
            rows=expected,
            facts=(
                _occasion(summary),
                _figures(summary.tally),
                *(f"{name}　　{_figures(counts)}" for name, counts in summary.by_part),
                _source(summary),
            ),
        )
    ]
    if others:
        tables.append(
            Table(
                sheet="列席及其他",
                title=f"{title}列席及其他人员",
                columns=attendance_columns(parts),
                rows=others,
                facts=(_occasion(summary), f"共 {len(others)} 人，不计入应到"),
            )
        )
    if summary.make_ups:
        tables.append(_make_ups(title, summary))
    groups = (("单位", summary.by_unit), ("层级", summary.by_layer), ("类别", summary.by_category))
    tables += [_by_group(title, heading, rows, summary) for heading, rows in groups if rows]
    properties = Properties(title=f"{title}考勤表", maker=summary.organiser, made_at=summary.as_of)
    return workbook(tables, properties, style=style)


def _make_ups(title: str, summary: TrainingSummary) -> Table[MissedRow]:
    return Table(
        sheet="补学",
        title=f"{title}补学情况",
        columns=make_up_columns(),
        rows=summary.make_ups,
        facts=(_occasion(summary), "补学不计入实到，计入覆盖率"),
    )


def _by_group(
    title: str, heading: str, rows: tuple[GroupRow, ...], summary: TrainingSummary
) -> Table[GroupRow]:
    return Table(
        sheet=f"按{heading}",
        title=f"{title}到会情况（按{heading}）",
        columns=group_columns(heading),
        rows=rows,
        facts=(_source(summary),),
        total={"name": "合计", **figures(summary.tally)},
    )


def _title(summary: TrainingSummary) -> str:
    cancelled = summary.training.state is TrainingState.CANCELLED
    return summary.training.draft.title + ("（已取消）" if cancelled else "")


def _occasion(summary: TrainingSummary) -> str:
    draft = summary.training.draft
    clock = clock_words(draft.start, draft.end, parts=len(draft.parts))
    facts = [
        f"时间：{day_words(draft.start)} {clock}",
        draft.venue and f"地点：{draft.venue}",
        f"形式：{FORMS[draft.form]}",
        draft.speaker and f"主讲：{draft.speaker}",
    ]
    return "　　".join(filter(None, facts))


def _figures(tally: Tally) -> str:
    facts = [
        f"{EXPECTED} {tally.expected} 人",
        f"{PRESENT} {tally.present} 人",
        f"{LEAVE} {tally.leave} 人",
        f"{ABSENT} {tally.absent} 人",
        f"{UNRECORDED} {tally.unrecorded} 人" if tally.unrecorded else "",
        f"{RATE} {rate_words(tally.rate)}",
        f"{MADE_UP} {tally.made_up} 人" if tally.made_up else "",
        f"{COVERAGE} {rate_words(tally.coverage)}" if tally.made_up else "",
    ]
    return "　　".join(filter(None, facts))


def _source(summary: TrainingSummary) -> str:
    as_of = f"截至：{day_words(summary.as_of)} {summary.as_of:%H:%M}"
    return "　　".join(
        filter(None, [summary.organiser and f"填报单位：{summary.organiser}", as_of])
    )
