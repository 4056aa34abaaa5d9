"""The tables of a period's summary: by form, unit and layer, each training, who was missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from jz_training.documents.drawing.charts import attendance_chart
from jz_training.documents.official.gb9704 import TEXT_WIDTH
from jz_training.documents.official.paper import Paper
from jz_training.documents.official.ruled_table import Column, Table
from jz_training.documents.summary.make_ups import make_up_table
from jz_training.documents.summary.progress_tables import duty_table, month_table
from jz_training.documents.summary.tables import (
    TOTAL,
    absentee_columns,
    absentee_rows,
    bar_charts,
    counts_of,
)
from jz_training.documents.summary.words import UNNAMED, identity_words
from jz_training.domain.make_up import MissedRow
from jz_training.domain.summary import GroupRow, LedgerRow, PeriodSummary, identities
from jz_training.domain.tally import Rate
from jz_training.domain.training import TrainingState
from jz_training.labels import FORMS, STATES, TO_COME, rate_words

_COUNT_HEADS = ("应到\n人次", "实到\n人次", "请假\n人次", "缺席\n人次", "未记录\n人次", "到会率")


def annex(paper: Paper, summary: PeriodSummary) -> None:
    """Write the tables on pages after the text, numbered as they come; the checks stand last."""
    numbers = count(1)
    paper.annex("附表")
    paper.table(_form_table(f"表{next(numbers)}　各形式情况", summary))
    unit = f"表{next(numbers)}　各单位情况"
    paper.table(_group_table(unit, "单　位", summary.by_unit, summary))
    for bars in bar_charts(summary.by_unit, unit="人次"):
        chart = attendance_chart(
            bars, width=TEXT_WIDTH, fonts=paper.setting.fonts, report=paper.setting.report
        )
        paper.drawing(chart, caption="图1　各单位应到、实到人次")
    layer = f"表{next(numbers)}　各层级情况"
    paper.table(_group_table(layer, "层　级", summary.by_layer, summary))
    for caption, table in _lists(summary):
        if table.rows:
            paper.table(replace(table, caption=f"表{next(numbers)}　{caption}"))
    paper.heading("数据校验")
    paper.paragraph(identity_words(summary.ledger.total, identities(summary)))


def _lists(summary: PeriodSummary) -> Iterator[tuple[str, Table]]:
    """Yield the tables that are left out while they are empty."""
    yield "各场到会情况", _trainings(summary)
    total = summary.ledger.total
    missing = f"请假和缺席人员名单（请假{total.leave}人次，缺席{total.absent}人次）"
    yield missing, _absentees(summary)
    yield "补学情况", make_up_table("", "场次", _made_up(summary))
    if summary.progress is not None:
        yield "各月宣传宣讲情况", month_table(summary.progress)
        yield "通知要求落实情况", duty_table(summary.progress)


def _form_table(caption: str, summary: PeriodSummary) -> Table:
    return Table(
        caption=caption,
        columns=(Column("形　式", 36, 0.0), Column("场次", 14), *_count_columns(16)),
        rows=tuple(
            (FORMS[row.form], str(row.trainings), *counts_of(row.tally)) for row in summary.by_form
        ),
        total=(
            TOTAL,
            str(sum(row.trainings for row in summary.by_form)),
            *_totals_of(summary),
        ),
    )


def _group_table(
    caption: str, kind: str, groups: Sequence[GroupRow], summary: PeriodSummary
) -> Table:
    """Return 人次 by group, then 人数: expected at least once, and reached at least once."""
    return Table(
        caption=caption,
        columns=(
            Column(kind, 38, 0.0),
            *_count_columns(14),
            Column("应参加\n人数", 15),
            Column("参加或补\n学人数", 16),
        ),
        rows=tuple(
            (group.name or UNNAMED, *counts_of(group.tally), *_persons(group.persons))
            for group in groups
        ),
        total=(TOTAL, *_totals_of(summary), *_persons(summary.persons)),
    )


def _count_columns(share: float) -> tuple[Column, ...]:
    *counts, rate = _COUNT_HEADS
    return (*(Column(head, share) for head in counts), Column(rate, share + 4))


def _totals_of(summary: PeriodSummary) -> tuple[str, ...]:
    """Return the figures of all trainings; the rate is that of what is wholly recorded."""
    *counts, _ = counts_of(summary.ledger.total)
    return (*counts, rate_words(summary.ledger.settled.rate))


def _persons(rate: Rate) -> tuple[str, str]:
    return str(rate.whole), str(rate.part)


def _trainings(summary: PeriodSummary) -> Table:
    return Table(
        caption="",
        columns=(
            Column("场次", 11),
            Column("日　期", 24),
            Column("主　题", 58, 0.0),
            Column("应到", 12),
            Column("实到", 12),
            Column("请假", 12),
            Column("缺席", 12),
            Column("到会率", 17),
        ),
        rows=tuple(_training_row(row) for row in summary.ledger.rows),
    )


def _training_row(row: LedgerRow) -> tuple[str, ...]:
    day = f"{row.start:%Y-%m-%d}"
    if not row.held:
        why = STATES[row.state] if row.state is TrainingState.CANCELLED else TO_COME
        return (str(row.number), day, f"{row.title}（{why}）", *("—" * 5))
    expected, present, leave, absent, _, rate = counts_of(row.tally)
    return (str(row.number), day, row.title, expected, present, leave, absent, rate)


def _made_up(summary: PeriodSummary) -> Iterator[tuple[int, MissedRow]]:
    numbers = {row.training_id: row.number for row in summary.ledger.rows}
    for row in summary.make_ups:
        yield numbers[row.training_id], row


def _absentees(summary: PeriodSummary) -> Table:
    return Table(
        caption="",
        columns=absentee_columns("场次"),
        rows=tuple(
            (str(training.number), *person)
            for training, people in summary.absentees
            for person in absentee_rows(people)
        ),
    )
