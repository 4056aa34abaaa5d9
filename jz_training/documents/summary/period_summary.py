"""The report of a period (情况报告): a page or two of text, then the tables it speaks of.

The sections are those of domain.md §9. 人次 and 人数 stand side by side, never mixed.
"""

from __future__ import annotations

from collections.abc import Iterable

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.fonts import Fonts
from jz_training.documents.official.official_paper import official_pdf
from jz_training.documents.official.paper import Paper, PaperFacts, Writing
from jz_training.documents.summary import progress_words
from jz_training.documents.summary.make_ups import make_up_words
from jz_training.documents.summary.period_annex import annex
from jz_training.documents.summary.words import (
    counts_words,
    detail_words,
    moment_words,
    or_gap,
    period_rate_words,
)
from jz_training.documents.word.word_paper import official_docx
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.summary import Ledger, PeriodSummary
from jz_training.labels import FORMS, rate_words
from jz_training.labels.hours import hours_text


def period_summary_pdf(
    summary: PeriodSummary,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the summary after GB/T 9704; `report` collects what could not be set as asked."""
    return official_pdf(period_summary_writing(summary), style=style, fonts=fonts, report=report)


def period_summary_docx(
    summary: PeriodSummary,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the summary as a Word document; its charts are pictures."""
    return official_docx(period_summary_writing(summary), style=style, fonts=fonts, report=report)


def period_summary_writing(summary: PeriodSummary) -> Writing:
    """Return the summary of a period: six sections of text, then its tables and checks."""
    ledger = summary.ledger
    facts = PaperFacts(
        title=f"{ledger.organiser}学习培训情况报告",
        author=ledger.organiser,
        subject="情况报告",
        made_on=ledger.as_of.date(),
    )

    def write(paper: Paper) -> None:
        paper.title(facts.title, note=f"（{day_words(ledger.start)}至{day_words(ledger.end)}）")
        _sections(paper, summary)
        paper.ending(
            f"以上数字由签到记录和登记材料汇总，数据截至{moment_words(ledger.as_of)}，各表附后。",
            signature=or_gap(ledger.organiser),
            date=day_words(ledger.as_of),
        )
        annex(paper, summary)

    return Writing(facts, write)


def _sections(paper: Paper, summary: PeriodSummary) -> None:
    progress = summary.progress
    _section(paper, "一、组织领导", progress_words.leadership(progress))
    _section(paper, "二、学习培训", _study(summary))
    _section(paper, "三、宣传宣讲", progress_words.publicity(progress))
    _section(paper, "四、落实成效", progress_words.achievements(progress))
    _section(paper, "五、存在问题", (*_unfinished(summary), *progress_words.problems(progress)))
    _section(paper, "六、下步打算", progress_words.intentions(progress))


def _section(paper: Paper, heading: str, paragraphs: Iterable[str]) -> None:
    paper.heading(heading)
    for paragraph in paragraphs:
        paper.paragraph(paragraph)


def _study(summary: PeriodSummary) -> Iterable[str]:
    """Yield 二、学习培训: what was held, 人次, 人数, the study required, make-ups."""
    ledger, persons = summary.ledger, summary.persons
    yield (
        f"共举办学习培训{len(ledger.held)}场，合计{hours_text(summary.hours)}学时。"
        f"{_by_form(summary)}{_besides(ledger)}"
    )
    yield (
        f"按人次统计：{counts_words(ledger.total, unit='人次')}，{period_rate_words(ledger)}。"
        f"{detail_words(ledger.total, unit='人次')}"
    )
    reached = "至少参加或补学一场" if ledger.total.made_up else "至少参加一场"
    yield (
        f"按人数统计：应参加{persons.whole}人，{reached}{persons.part}人，"
        f"占{rate_words(persons)}。同一人参加多场只计一人。"
    )
    yield from progress_words.required_study(summary.progress)
    yield make_up_words(ledger.total, summary.make_ups, unit="人次")


def _by_form(summary: PeriodSummary) -> str:
    said = "、".join(f"{FORMS[row.form]}{row.trainings}场" for row in summary.by_form)
    return f"其中{said}。" if said else ""


def _unfinished(summary: PeriodSummary) -> Iterable[str]:
    if summary.unfinished:
        which = "、".join(f"第{row.number}场" for row in summary.unfinished)
        yield f"已结束而未记录完的有{len(summary.unfinished)}场：{which}。"


def _besides(ledger: Ledger) -> str:
    """Return the words about trainings that the figures leave out."""
    counts = ((ledger.cancelled, "场取消"), (ledger.to_come, "场待召开"))
    words = "、".join(f"{count}{what}" for count, what in counts if count)
    return f"另有{words}，不计入以下数字。" if words else ""
