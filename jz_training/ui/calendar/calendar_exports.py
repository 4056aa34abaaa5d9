"""The calendar on paper and as a file for other calendars: made in the background, then offered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.paper_kind import FileForm, PaperKind
from jz_training.services.calendar_rows import CalendarFilter
from jz_training.ui.calendar.calendar_papers import calendar_events, month_name, month_paper
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import file_actions
from jz_training.ui.paper.offer import PaperOffer, show_paper

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport

_CALENDARS = "日历文件 (*.ics)"


def show_month(ctx: Context, owner: QWidget, day: date, only: CalendarFilter) -> None:
    """Open the month of a day (月历, A4 lying on its side) as it will be printed."""
    desk = ctx.desk

    def pdf(report: PaperReport) -> bytes:
        from jz_training.documents.meeting.month_paper import month_pdf

        style = desk.paper_styles.of(PaperKind.MONTH)
        return month_pdf(month_paper(desk, day, only), style=style, report=report)

    offer = PaperOffer(name=month_name(day), forms={FileForm.PDF: pdf})
    show_paper(ctx, owner, offer)


def save_calendar(ctx: Context, owner: QWidget, ids: Sequence[UUID], *, name: str) -> None:
    """Ask where to save trainings for Outlook or a phone, and write the file."""
    plain = "".join("_" if sign in '\\/:*?"<>|\n\t' else sign for sign in name)[:60]
    path = ctx.ask.save_file("另存为", name=f"{plain}.ics", kinds=_CALENDARS)
    if path is None:
        return
    target = path if path.suffix.lower() == ".ics" else path.with_name(f"{path.name}.ics")
    desk = ctx.desk

    def run(_: object) -> Path:
        from jz_training import safe_files
        from jz_training.documents.meeting.training_ics import training_ics

        content = training_ics(calendar_events(desk, ids), stamp=desk.now())
        safe_files.save(target, content, check=_is_calendar)
        return target

    ctx.work.long(
        "导出日历文件",
        run,
        lambda saved: ctx.toast(
            f"已导出“{saved.name}”，可以导入 Outlook 或手机日历。", actions=file_actions(saved)
        ),
        owner=owner,
        on_desk=True,
    )


def _is_calendar(path: Path) -> bool:
    """Tell whether a file that was written is a calendar from its first line to its last."""
    content = path.read_bytes()
    return content.startswith(b"BEGIN:VCALENDAR") and content.rstrip().endswith(b"END:VCALENDAR")
