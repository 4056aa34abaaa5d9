"""The papers of `demo` about a notice: plan, tasks, task book, coverage, publicity and talks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.cli.saving import save_pdf, save_workbook
from jz_training.domain.task_book import DutyState, TaskBook
from jz_training.labels.duties import DUTY_STATES, gap_words

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def write_duties(desk: Desk, notice: UUID, out: Path) -> Iterator[Path]:
    """Write the papers of one notice and yield each as soon as it lies there."""
    yield from _plan(desk, notice, out)
    yield from _tasks(desk, notice, out)
    yield from _book(desk, notice, out)
    yield from _publicity(desk, out)


def _plan(desk: Desk, notice: UUID, out: Path) -> Iterator[Path]:
    from jz_training.documents.notice.plan import plan_pdf, plan_xlsx

    plan = desk.plans.of_notice(notice)
    if plan is not None:
        yield save_pdf(out / "培训计划表.pdf", plan_pdf(plan))
        yield save_workbook(out / "培训计划表.xlsx", plan_xlsx(plan))


def _tasks(desk: Desk, notice: UUID, out: Path) -> Iterator[Path]:
    from jz_training.documents.notice.tasks import tasks_pdf, tasks_xlsx

    tasks = desk.tasks.list(notice)
    yield save_pdf(out / "任务分解表.pdf", tasks_pdf(tasks))
    yield save_workbook(out / "任务分解表.xlsx", tasks_xlsx(tasks))


def _book(desk: Desk, notice: UUID, out: Path) -> Iterator[Path]:
    from jz_training.documents.notice.coverage import coverage_xlsx
    from jz_training.documents.notice.task_book import task_book_pdf, task_book_xlsx

    book = desk.duties.book(notice)
    yield save_pdf(out / "任务书.pdf", task_book_pdf(book))
    yield save_workbook(out / "任务书.xlsx", task_book_xlsx(book))
    coverage = desk.duties.coverage(notice)
    content = coverage_xlsx(coverage, title=book.title, organiser=book.organiser, as_of=book.as_of)
    yield save_workbook(out / "覆盖表.xlsx", content)
    _tell(book)


def _publicity(desk: Desk, out: Path) -> Iterator[Path]:
    from jz_training.documents.notice.outreach import outreach_pdf, outreach_xlsx
    from jz_training.documents.notice.publicity import publicity_xlsx
    from jz_training.services.outreach_rows import OutreachQuery
    from jz_training.services.publicity import PublicityQuery

    organiser, as_of = desk.settings.get().organiser, desk.now().date()
    published = desk.publicity.list(PublicityQuery())
    talks = desk.outreach.list(OutreachQuery())
    content = publicity_xlsx(published, organiser=organiser, as_of=as_of)
    yield save_workbook(out / "宣传报道台账.xlsx", content)
    days = [row.draft.day for row in published]
    content = outreach_pdf(talks, organiser=organiser, as_of=as_of, published=days)
    yield save_pdf(out / "宣讲记录表.pdf", content)
    content = outreach_xlsx(talks, organiser=organiser, as_of=as_of, published=days)
    yield save_workbook(out / "宣讲记录表.xlsx", content)


def _tell(book: TaskBook) -> None:
    """Print how the duties stand, and each one's gap."""
    states = (f"{DUTY_STATES[state]} {book.count(state)}" for state in DutyState)
    print(f"    要求 {len(book.duties)} 项：" + "，".join(states))
    for duty in book.duties:
        for gap in duty.gaps:
            print(f"      {duty.obligation.title[:24]}：{gap_words(gap)}")
