"""The papers of the sample union that are lists, sheets and things put up in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jz_training.domain.statistics import By, StatisticsFilter

if TYPE_CHECKING:
    from jz_training.ui.gallery.paper_pages import Told


def agenda(told: Told) -> bytes:
    """Draw 议程."""
    from jz_training.documents.meeting.agenda_paper import agenda_pdf

    return agenda_pdf(told.desk.papers.agenda(told.training), fonts=told.fonts)


def sheet(told: Told) -> bytes:
    """Draw 签到表 of the longest list."""
    from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf

    sheets = [told.desk.sheets.prepare(one) for one in told.lived.trainings[:3]]
    longest = max(sheets, key=lambda one: len(one.rows))
    return sign_in_sheet_pdf(longest, fonts=told.fonts)[0]


def sheet_of_parts(told: Told) -> bytes:
    """Draw 签到表 of a course, a column for each part."""
    from jz_training.documents.sheet.sign_in_sheet import sign_in_sheet_pdf

    course = told.desk.sheets.prepare(told.lived.courses[0])
    return sign_in_sheet_pdf(course, fonts=told.fonts)[0]


def plan(told: Told) -> bytes:
    """Draw 培训计划表."""
    from jz_training.documents.notice.plan import plan_pdf

    found = told.desk.plans.of_notice(told.lived.notice)
    assert found is not None
    return plan_pdf(found, fonts=told.fonts)


def tasks(told: Told) -> bytes:
    """Draw 任务分解表 with its timeline."""
    from jz_training.documents.notice.tasks import tasks_pdf

    return tasks_pdf(told.desk.tasks.list(told.lived.notice), fonts=told.fonts)


def task_book(told: Told) -> bytes:
    """Draw 任务书."""
    from jz_training.documents.notice.task_book import task_book_pdf

    return task_book_pdf(told.desk.duties.book(told.lived.notice), fonts=told.fonts)


def ledger(told: Told) -> bytes:
    """Draw 培训台账."""
    from jz_training.documents.listing.ledger_paper import ledger_pdf

    found = told.desk.summaries.ledger(told.sample.start, told.sample.end)
    return ledger_pdf(found, fonts=told.fonts)


def statistics(told: Told) -> bytes:
    """Draw 培训情况统计表 with its charts."""
    from jz_training.documents.statistics.statistics_paper import statistics_paper

    chosen = StatisticsFilter(start=told.sample.start, end=told.sample.end)
    found = told.desk.statistics.of(chosen, by=(By.UNIT, By.MONTH))
    layers = told.desk.statistics.by_layer_and_category(chosen)
    return statistics_paper(found, layers, fonts=told.fonts)


def outreach(told: Told) -> bytes:
    """Draw 宣讲记录表."""
    from jz_training.documents.notice.outreach import outreach_pdf
    from jz_training.services.outreach_rows import OutreachQuery

    talks = told.desk.outreach.list(OutreachQuery())
    organiser, today = told.sample.organiser, told.sample.as_of.date()
    return outreach_pdf(talks, organiser=organiser, as_of=today, fonts=told.fonts)


def month(told: Told) -> bytes:
    """Draw 月历."""
    from jz_training.documents.meeting.month_paper import month_pdf

    day = told.sample.as_of
    return month_pdf(told.desk.papers.month(day.year, day.month), fonts=told.fonts)


def door_sign(told: Told) -> bytes:
    """Draw 门签."""
    from jz_training.documents.meeting.door_sign import door_sign_pdf

    return door_sign_pdf(told.desk.papers.door_sign(told.training), fonts=told.fonts)


def door_roster(told: Told) -> bytes:
    """Draw 入场名册."""
    from jz_training.documents.meeting.door_roster import door_roster_pdf

    return door_roster_pdf(told.desk.papers.door_roster(told.training), fonts=told.fonts)


def rostrum(told: Told) -> bytes:
    """Draw 主席台座次."""
    from jz_training.documents.meeting.rostrum_plan import rostrum_pdf

    seats = told.desk.papers.rostrum(told.training, front=("周建业", "秦晓峰", "叶静", "程远"))
    return rostrum_pdf(seats, fonts=told.fonts)
