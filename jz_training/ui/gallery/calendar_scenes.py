"""Pictures of the calendar, on the sample union."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.ui.calendar.calendar_page import CalendarPage
from jz_training.ui.calendar.day_dialog import DayDialog
from jz_training.ui.gallery.drawing import Scene, Stage


def calendar_scenes() -> tuple[Scene, ...]:
    """Return the pictures of the calendar."""
    return (
        Scene("calendar-month", _month),
        Scene("calendar-october", _holidays),
        Scene("calendar-week", _week),
        Scene("calendar-list", lambda stage: _opened(stage, "list").window()),
        Scene("calendar-day", _day),
    )


def _month(stage: Stage) -> QWidget:
    page = _opened(stage, "month")
    page.body_card.month.select(_first_to_come(page))
    return stage.window


def _holidays(stage: Stage) -> QWidget:
    """Show a month with a holiday and 调休 days."""
    page = _opened(stage, "month")
    page.go_to(page.ctx.desk.now().date().replace(month=10, day=1))
    return stage.window


def _week(stage: Stage) -> QWidget:
    page = _opened(stage, "week")
    page.body_card.week.select(_first_to_come(page))
    return stage.window


def _day(stage: Stage) -> QWidget:
    page = _opened(stage, "month")
    shown = page.shown
    assert shown is not None
    page.show_day(shown.entries[0].start.date())
    stage.settle()
    return page.findChildren(DayDialog)[-1]


def _opened(stage: Stage, view: str) -> CalendarPage:
    stage.shell.open_page("calendar", view=view)
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, CalendarPage)
    page.go_to_today()
    stage.settle()
    return page


def _first_to_come(page: CalendarPage) -> UUID | None:
    now: datetime = page.ctx.desk.now()
    shown = page.shown
    assert shown is not None
    return next((entry.id for entry in shown.entries if entry.start > now), None)
