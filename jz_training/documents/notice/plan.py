"""The training plan (培训计划表) in PDF, Word and Excel."""

from __future__ import annotations

from jz_training.documents.dates import day_words
from jz_training.documents.drawing.paper_report import PaperReport
from jz_training.documents.excel.table import Properties, Table
from jz_training.documents.excel.workbook import workbook
from jz_training.documents.fonts import Fonts
from jz_training.documents.listing.list_paper import list_pdf
from jz_training.documents.lists import plan_columns
from jz_training.documents.word.list_word import list_docx
from jz_training.domain.paper_style import AS_MADE, PaperStyle
from jz_training.domain.plan import PlanItemRow, PlanView

SHEET = "培训计划表"
DRAFT = "（草案）"
SIGNATURES = ("制表", "审核", "批准")


def plan_pdf(
    plan: PlanView,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the plan on A4 lying on its side; a plan that is not settled says 草案 in its head."""
    return list_pdf(
        [_table(plan)],
        author=plan.organiser,
        subject=SHEET,
        signatures=SIGNATURES,
        style=style,
        fonts=fonts,
        report=report,
    )


def plan_docx(
    plan: PlanView,
    *,
    style: PaperStyle = AS_MADE,
    fonts: Fonts | None = None,
    report: PaperReport | None = None,
) -> bytes:
    """Return the plan as a Word document, its list a native table."""
    return list_docx(
        [_table(plan)],
        author=plan.organiser,
        subject=SHEET,
        made_on=plan.as_of,
        signatures=SIGNATURES,
        style=style,
        fonts=fonts,
        report=report,
    )


def plan_xlsx(plan: PlanView, *, style: PaperStyle = AS_MADE) -> bytes:
    """Return the plan as an xlsx."""
    table = _table(plan)
    properties = Properties.of_day(table.title, maker=plan.organiser, day=plan.as_of)
    return workbook([table], properties, style=style)


def _table(plan: PlanView) -> Table[PlanItemRow]:
    return Table(
        sheet=SHEET,
        title=plan.title if plan.settled_on is not None else f"{plan.title}{DRAFT}",
        columns=plan_columns(plan.as_of),
        rows=plan.items,
        facts=tuple(filter(None, (_facts(plan), plan.note and f"说明：{plan.note}"))),
    )


def _facts(plan: PlanView) -> str:
    settled = plan.settled_on
    facts = (
        plan.organiser and f"填报单位：{plan.organiser}",
        f"定稿：{day_words(settled)}" if settled is not None else "",
        f"截至：{day_words(plan.as_of)}",
        f"共 {len(plan.items)} 项，已举办 {plan.held} 项",
    )
    return "　　".join(filter(None, facts))
