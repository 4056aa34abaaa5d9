"""The summary of a period (情况汇总) as PDF: 人次 and 人数 side by side, never mixed."""

from __future__ import annotations

from collections.abc import Sequence

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.charts import attendance_chart
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts, system_fonts
from jz_training.documents.official.gb9704 import TEXT_WIDTH
from jz_training.documents.official.official_paper import OfficialPaper
from jz_training.documents.official.ruled_table import Column, Table
from jz_training.documents.summary.tables import TOTAL, absentee_rows, bar_charts, counts_of
from jz_training.documents.summary.words import (
    UNNAMED,
    counts_words,
    detail_words,
    hours_words,
    identity_words,
    moment_words,
    or_gap,
    period_rate_words,
)
from jz_training.domain.summary import GroupRow, Ledger, LedgerRow, PeriodSummary, identities
from jz_training.domain.tally import Rate
from jz_training.domain.training import TrainingState
from jz_training.labels import FORMS, STATES, TO_COME, rate_words

_COUNT_HEADS = ("应到\n人次", "实到\n人次", "请假\n人次", "缺席\n人次", "未记录\n人次", "到会率")


def period_summary_pdf(
    summary: PeriodSummary, *, fonts: Fonts | None = None, report: PaperReport | None = None
) -> bytes:
    """Return the summary after GB/T 9704: totals, by form, unit and layer, each training, checks.

    `report` collects fonts replaced and characters no font has.
    """
    fonts = fonts or system_fonts()
    report = report or PaperReport()
    ledger = summary.ledger
    title = f"{ledger.organiser}学习培训情况汇总"
    paper = OfficialPaper(
        title=title, author=ledger.organiser, subject="情况汇总", fonts=fonts, report=report
    )
    paper.title(title, note=f"（{day_words(ledger.start)}至{day_words(ledger.end)}）")
    _totals(paper, summary)
    _groups(paper, summary, fonts, report)
    _trainings(paper, summary)
    _absentees(paper, summary)
    paper.heading("五、补学情况")
    paper.paragraph("补学：暂无。")
    paper.heading("六、数据校验")
    paper.paragraph(identity_words(ledger.total, identities(summary)))
    paper.ending(
        f"以上数字由签到记录汇总，数据截至{moment_words(ledger.as_of)}。",
        signature=or_gap(ledger.organiser),
        date=day_words(ledger.as_of),
    )
    return paper.finish()


def _besides(ledger: Ledger) -> str:
    """Return the words about trainings that the figures leave out."""
    counts = ((ledger.cancelled, "场取消"), (ledger.to_come, "场待召开"))
    words = "、".join(f"{count}{what}" for count, what in counts if count)
    return f"另有{words}，不计入以下数字。" if words else ""


def _totals(paper: OfficialPaper, summary: PeriodSummary) -> None:
    ledger = summary.ledger
    paper.heading("一、总体情况")
    paper.paragraph(
        f"共举办学习培训{len(ledger.held)}场，合计{hours_words(summary.hours)}学时。"
        f"{_besides(ledger)}"
    )
    paper.paragraph(
        f"按人次统计：{counts_words(ledger.total, unit='人次')}，{period_rate_words(ledger)}。"
        f"{detail_words(ledger.total, unit='人次')}"
    )
    persons = summary.persons
    paper.paragraph(
        f"按人数统计：应参加{persons.whole}人，至少参加一场{persons.part}人，"
        f"占{rate_words(persons)}。同一人参加多场只计一人。"
    )
    if summary.unfinished:
        which = "、".join(f"第{row.number}场" for row in summary.unfinished)
        paper.paragraph(f"已结束而未记录完的有{len(summary.unfinished)}场：{which}。")


def _groups(
    paper: OfficialPaper, summary: PeriodSummary, fonts: Fonts, report: PaperReport
) -> None:
    paper.heading("二、分类情况")
    paper.subheading("（一）分形式")
    paper.table(_form_table(summary))
    paper.subheading("（二）分单位")
    paper.table(_group_table("表2　各单位情况", "单　位", summary.by_unit, summary))
    for bars in bar_charts(summary.by_unit, unit="人次"):
        chart = attendance_chart(bars, width=TEXT_WIDTH, fonts=fonts, report=report)
        paper.drawing(chart, caption="图1　各单位应到、实到人次")
    paper.subheading("（三）分层级")
    paper.table(_group_table("表3　各层级情况", "层　级", summary.by_layer, summary))


def _form_table(summary: PeriodSummary) -> Table:
    return Table(
        caption="表1　各形式情况",
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
    """Return 人次 by group, then 人数: expected at least once, and come at least once."""
    return Table(
        caption=caption,
        columns=(
            Column(kind, 38, 0.0),
            *_count_columns(14),
            Column("应参加\n人数", 15),
            Column("参加\n人数", 15),
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


def _trainings(paper: OfficialPaper, summary: PeriodSummary) -> None:
    paper.heading("三、各场情况")
    if not summary.ledger.rows:
        paper.paragraph("无。")
        return
    paper.table(
        Table(
            caption="表4　各场到会情况",
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
    )


def _training_row(row: LedgerRow) -> tuple[str, ...]:
    day = f"{row.start:%Y-%m-%d}"
    if not row.held:
        why = STATES[row.state] if row.state is TrainingState.CANCELLED else TO_COME
        return (str(row.number), day, f"{row.title}（{why}）", *("—" * 5))
    expected, present, leave, absent, _, rate = counts_of(row.tally)
    return (str(row.number), day, row.title, expected, present, leave, absent, rate)


def _absentees(paper: OfficialPaper, summary: PeriodSummary) -> None:
    paper.heading("四、请假和缺席人员")
    rows = tuple(
        (str(training.number), *person)
        for training, people in summary.absentees
        for person in absentee_rows(people)
    )
    if not rows:
        paper.paragraph("无。")
        return
    total = summary.ledger.total
    paper.paragraph(f"请假{total.leave}人次，缺席{total.absent}人次，名单见表5。")
    paper.table(
        Table(
            caption="表5　请假和缺席人员名单",
            columns=(
                Column("场次", 12),
                Column("姓　名", 26),
                Column("单　位", 56, 0.0),
                Column("职　务", 34, 0.0),
                Column("情　况", 28),
            ),
            rows=rows,
        )
    )
