"""The plan and the tasks as they are offered: on paper, in Word and as workbooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.domain.plan import PlanView
from jz_training.domain.task import TaskList
from jz_training.ui.context import Context
from jz_training.ui.paper.dressing import dressed_offer
from jz_training.ui.paper.offer import PaperOffer, save_paper, show_paper

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport
    from jz_training.domain.paper_style import PaperStyle
    from jz_training.services.desk import Desk


def show_plan(ctx: Context, owner: QWidget, plan: PlanView) -> None:
    """Open the plan (培训计划表) as it will be printed."""
    show_paper(ctx, owner, plan_offer(ctx.desk, plan))


def save_plan(ctx: Context, owner: QWidget, plan: PlanView) -> None:
    """Save the plan as a workbook."""
    save_paper(ctx, owner, plan_offer(ctx.desk, plan), FileForm.EXCEL)


def show_tasks(ctx: Context, owner: QWidget, tasks: TaskList) -> None:
    """Open the tasks (任务分解表) with their timeline as they will be printed."""
    show_paper(ctx, owner, tasks_offer(ctx.desk, tasks))


def save_tasks(ctx: Context, owner: QWidget, tasks: TaskList) -> None:
    """Save the tasks as a workbook."""
    save_paper(ctx, owner, tasks_offer(ctx.desk, tasks), FileForm.EXCEL)


def plan_offer(desk: Desk, plan: PlanView) -> PaperOffer:
    """Return the plan as it is offered."""

    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.notice.plan import plan_pdf

        return plan_pdf(plan, style=style, report=report)

    def docx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.notice.plan import plan_docx

        return plan_docx(plan, style=style, report=report)

    def xlsx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.notice.plan import plan_xlsx

        return plan_xlsx(plan, style=style)

    ways = {FileForm.PDF: pdf, FileForm.WORD: docx, FileForm.EXCEL: xlsx}
    return dressed_offer(desk, PaperKind.PLAN, ways, name=plan.title, word="计划表")


def tasks_offer(desk: Desk, tasks: TaskList) -> PaperOffer:
    """Return the tasks as they are offered."""

    def pdf(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.notice.tasks import tasks_pdf

        return tasks_pdf(tasks, style=style, report=report)

    def docx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.notice.tasks import tasks_docx

        return tasks_docx(tasks, style=style, report=report)

    def xlsx(style: PaperStyle, report: PaperReport) -> bytes:
        from jz_training.documents.notice.tasks import tasks_xlsx

        return tasks_xlsx(tasks, style=style)

    ways = {FileForm.PDF: pdf, FileForm.WORD: docx, FileForm.EXCEL: xlsx}
    return dressed_offer(desk, PaperKind.TASKS, ways, name=tasks.title)
