"""The summary of one training (单场小结)."""

from __future__ import annotations

from collections.abc import Sequence

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.charts import attendance_chart
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.official.gb9704 import TEXT_WIDTH
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Paper, PaperFacts, Writing
from jz_training.documents.official.ruled_table import Table
from jz_training.documents.summary.make_ups import make_up_table, make_up_words
from jz_training.documents.summary.tables import (
    absentee_columns,
    absentee_rows,
    bar_charts,
    group_table,
)
from jz_training.documents.summary.words import (
    GAP,
    counts_words,
    detail_words,
    held_words,
    identity_words,
    moment_words,
    or_gap,
    training_rate_words,
)
from jz_training.documents.word.word_paper import official_docx
from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.summary import TrainingSummary, identities
from jz_training.domain.training import TrainingDraft, TrainingState
from jz_training.labels import FORMS
from jz_training.labels.hours import hours_text


def training_summary_pdf(
    summary: TrainingSummary,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the summary after GB/T 9704; `report` collects what could not be set as asked."""
    return official_pdf(training_summary_writing(summary), style=style, fonts=fonts, report=report)


def training_summary_docx(
    summary: TrainingSummary,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the summary as a Word document; its charts are pictures."""
    return official_docx(training_summary_writing(summary), style=style, fonts=fonts, report=report)


def training_summary_writing(summary: TrainingSummary) -> Writing:
    """Return the summary of a training: facts, figures, absentees, make-ups, checks."""
    facts = PaperFacts(
        title=f"{summary.training.draft.title}情况小结",
        author=summary.organiser,
        subject="场次小结",
        made_on=summary.as_of.date(),
    )

    def write(paper: Paper) -> None:
        paper.title(facts.title, note=f"（数据截至{moment_words(summary.as_of)}）")
        for part in (_facts, _figures, _absentees, _make_ups, _checks):
            part(paper, summary)
        paper.ending(
            "以上数字由签到记录汇总。",
            signature=or_gap(summary.organiser),
            date=day_words(summary.as_of),
        )

    return Writing(facts, write)


def _facts(paper: Paper, summary: TrainingSummary) -> None:
    draft = summary.training.draft
    paper.heading("一、基本情况")
    paper.paragraph(
        f"{held_words(draft.start, draft.end)}{_parts(draft)}，"
        f"{or_gap(draft.organiser or summary.organiser)}在{or_gap(draft.venue)}"
        f"举办“{draft.title}”，形式为{FORMS[draft.form]}。"
        f"主持：{or_gap(draft.chair)}；主讲：{or_gap(draft.speaker)}；"
        f"记录：{or_gap(draft.recorder)}。"
        f"计{hours_text(draft.hours) if draft.hours is not None else GAP}学时{_basis(draft)}。"
    )
    paper.paragraph(f"学习内容：{'；'.join(draft.topics) or GAP}。")
    if summary.training.state is TrainingState.CANCELLED:
        reason = or_gap(summary.training.cancel_reason)
        paper.paragraph(f"本场次已取消，原因：{reason}。以下数字仅供查对。")
    elif summary.training.state is TrainingState.PLANNED:
        paper.paragraph("本场次考勤尚未关闭，以下数字以关闭后的为准。")


def _parts(draft: TrainingDraft) -> str:
    """Return how many parts a training has; empty without any."""
    return f"（共{len(draft.parts)}个课次）" if draft.parts else ""


def _basis(draft: TrainingDraft) -> str:
    """Return what rule the hours were reckoned by, with its 依据 where that is known."""
    rule = draft.hours_rule
    if rule is None:
        return ""
    basis = f"，依据{rule.basis}" if rule.basis else ""
    return f"（按“{rule.name}”计算{basis}）"


def _figures(paper: Paper, summary: TrainingSummary) -> None:
    tally = summary.tally
    paper.heading("二、到会情况")
    paper.paragraph(
        f"{counts_words(tally, unit='人')}，{training_rate_words(tally)}。"
        f"{detail_words(tally, unit='人')}"
    )
    for name, counts in summary.by_part:
        paper.paragraph(
            f"{name}：{counts_words(counts, unit='人')}，{training_rate_words(counts)}。"
        )
    paper.heading("（一）分单位情况", level=2)
    paper.table(group_table("表1　各单位到会情况", "单　位", summary.by_unit, tally))
    for bars in bar_charts(summary.by_unit, unit="人"):
        chart = attendance_chart(
            bars, width=TEXT_WIDTH, fonts=paper.setting.fonts, report=paper.setting.report
        )
        paper.drawing(chart, caption="图1　各单位应到、实到人数")
    paper.heading("（二）分层级情况", level=2)
    paper.table(group_table("表2　各层级到会情况", "层　级", summary.by_layer, tally))


def _absentees(paper: Paper, summary: TrainingSummary) -> None:
    paper.heading("三、请假和缺席人员")
    partly = summary.partly_there
    if not summary.absentees and not partly:
        paper.paragraph("无。")
        return
    if summary.absentees:
        tally = summary.tally
        paper.paragraph(f"请假{tally.leave}人，缺席{tally.absent}人，名单见表3。")
        _absentee_table(paper, summary, "表3　请假和缺席人员名单", summary.absentees)
    if partly:
        table = "表4" if summary.absentees else "表3"
        paper.paragraph(f"另有{len(partly)}人只参加了部分课次（计入实到），名单见{table}。")
        _absentee_table(paper, summary, f"{table}　部分课次未到人员名单", partly)


def _absentee_table(
    paper: Paper, summary: TrainingSummary, caption: str, rows: Sequence[AttendeeRow]
) -> None:
    people = enumerate(absentee_rows(rows, summary.training.draft.parts), start=1)
    paper.table(
        Table(
            caption=caption,
            columns=absentee_columns("序号", of_parts=bool(summary.training.draft.parts)),
            rows=tuple((str(number), *person) for number, person in people),
        )
    )


def _make_ups(paper: Paper, summary: TrainingSummary) -> None:
    paper.heading("四、补学情况")
    paper.paragraph(make_up_words(summary.tally, summary.make_ups, unit="人"))
    if summary.make_ups:
        number = 4 if summary.absentees else 3
        rows = enumerate(summary.make_ups, start=1)
        paper.table(make_up_table(f"表{number}　补学情况", "序号", rows))


def _checks(paper: Paper, summary: TrainingSummary) -> None:
    paper.heading("五、数据校验")
    paper.paragraph(identity_words(summary.tally, identities(summary)))
