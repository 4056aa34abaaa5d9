"""What the papers of the calendar are made from, read from the desk on its worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from jz_training.domain.meeting_papers import CalendarEvent, MonthPaper, events_of, month_entries
from jz_training.services.calendar_rows import CalendarFilter
from jz_training.ui.calendar.calendar_span import View, span

if TYPE_CHECKING:
    from jz_training.services.desk import Desk


def month_paper(desk: Desk, day: date, only: CalendarFilter) -> MonthPaper:
    """Return the month of a day, with what the filters let through."""
    first, last = span(View.LIST, day)
    return MonthPaper(
        year=day.year,
        month=day.month,
        organiser=desk.settings.get().organiser,
        calendar=desk.calendar.working(),
        entries=month_entries(desk.calendar.between(first, last, only)),
    )


def month_name(day: date) -> str:
    """Return the title of a month's paper, which is also its file's name."""
    return f"{day.year}年{day.month}月学习培训安排"


def calendar_events(desk: Desk, ids: Iterable[UUID]) -> tuple[CalendarEvent, ...]:
    """Return trainings for calendar files, with the address of their venue where it is known."""
    addresses = {venue.draft.name: venue.draft.address for venue in desk.venues.list()}
    organiser = desk.settings.get().organiser
    events = (event for one in ids for event in events_of(desk.trainings.get(one)))
    return tuple(
        replace(
            event,
            address=addresses.get(event.venue, ""),
            organiser=event.organiser or organiser,
        )
        for event in events
    )
