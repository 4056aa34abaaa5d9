"""The task book of a notice (任务书) in PDF, Word and Excel."""

from __future__ import annotations

from typing import Any

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.list_paper import list_pdf
from jz_training.documents.lists import duty_columns, evidence_columns, evidence_lines
from jz_training.documents.word.list_word import list_docx
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.task_book import Duty, DutyState, TaskBook
from jz_training.labels.duties import DUTY_STATES

SHEET = "任务书"
EVIDENCE_SHEET = "落实材料"
SIGNATURES = ("制表", "审核", "负责人")


def task_book_pdf(
    book: TaskBook,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the task book on A4 lying on its side: each duty with what was done and its gap."""
    return list_pdf(
        [_table(book)],
        author=book.organiser,
        subject=SHEET,
        signatures=SIGNATURES,
        style=style,
        fonts=fonts,
        report=report,
    )


def task_book_docx(
    book: TaskBook,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the task book as a Word document, its list a native table."""
    return list_docx(
        [_table(book)],
        author=book.organiser,
        subject=SHEET,
        made_on=book.as_of,
        signatures=SIGNATURES,
        style=style,
        fonts=fonts,
        report=report,
    )


def task_book_xlsx(book: TaskBook, *, style: PaperStyle = AS_MADE) -> bytes:
    """Return the task book as an xlsx; a second sheet has every piece of evidence in a line."""
    lines = evidence_lines(book)
    evidence: Table[Any] = Table(
        sheet=EVIDENCE_SHEET,
        title=f"{SHEET}：{EVIDENCE_SHEET}",
        columns=evidence_columns(),
        rows=lines,
        facts=(*_about(book), f"共 {len(lines)} 条"),
    )
    properties = Properties.of_day(SHEET, maker=book.organiser, day=book.as_of)
    return workbook([_table(book), evidence], properties, style=style)


def _table(book: TaskBook) -> Table[Duty]:
    return Table(
        sheet=SHEET,
        title=SHEET,
        columns=duty_columns(book.as_of),
        rows=book.duties,
        facts=(*_about(book), _facts(book)),
    )


def _about(book: TaskBook) -> tuple[str, ...]:
    """Return which notice the book is about, who sent it and under which number."""
    facts = (
        book.title and f"通知：{book.title}",
        book.number and f"文号：{book.number}",
        book.issuer and f"发文单位：{book.issuer}",
    )
    said = "　　".join(filter(None, facts))
    return (said,) if said else ()


def _facts(book: TaskBook) -> str:
    """Return whose the book is, as of when, and how many duties are in each state."""
    counts = [(state, book.count(state)) for state in reversed(DutyState)]
    said = "、".join(f"{DUTY_STATES[state]} {count} 项" for state, count in counts if count)
    late = sum(duty.overdue(book.as_of) for duty in book.duties)
    facts = (
        book.organiser and f"填报单位：{book.organiser}",
        f"截至：{day_words(book.as_of)}",
        f"共 {len(book.duties)} 项要求" + (f"：{said}" if said else ""),
        f"其中已逾期 {late} 项" if late else "",
    )
    return "　　".join(filter(None, facts))
