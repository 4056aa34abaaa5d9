"""The columns of the calendar's lists: a month's, and a single day's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from jz_training.domain.calendar_entry import CalendarEntry
from jz_training.domain.training import TrainingState
from jz_training.domain.working_calendar import WorkingCalendar
from jz_training.labels import EXPECTED, FORMS
from jz_training.labels.scheduling import day_words
from jz_training.ui.calendar.entry_words import badge
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.rows_model import Cell, Column
from jz_training.ui.widgets.when import time_words, weekday_words


def day_columns(now: Callable[[], datetime]) -> tuple[Column[CalendarEntry], ...]:
    """Return time, title, venue and state of the trainings of one day."""
    return (
        Column(key="time", title="时间", cell=_time, width=108),
        Column(key="title", title="主题", cell=_title, width=180, stretch=True),
        Column(key="venue", title="地点", cell=_second(lambda one: one.venue), width=130),
        _state(now),
    )


def list_columns(
    now: Callable[[], datetime], working: Callable[[], WorkingCalendar]
) -> tuple[Column[CalendarEntry], ...]:
    """Return everything the calendar knows of the trainings of a month, day by day."""

    def day(entry: CalendarEntry) -> str:
        return weekday_words(entry.start.date())

    def holiday(entry: CalendarEntry) -> Cell:
        words = day_words(working().of_day(entry.start.date()))
        return Cell(words, role="green" if words.endswith("休") else "amber")

    return (
        Column(key="day", title="日期", cell=day, width=120),
        Column(key="holiday", title="节假日", cell=holiday, width=84),
        Column(key="time", title="时间", cell=_time, width=104),
        Column(key="title", title="主题", cell=_title, width=180, stretch=True),
        Column(key="form", title="形式", width=96,
               cell=lambda one: Cell(FORMS[one.form], tone=Tone.ACCENT)),
        Column(key="venue", title="地点", cell=_second(lambda one: one.venue), width=120),
        Column(key="speaker", title="主讲", cell=_second(lambda one: one.speaker), width=88),
        Column(key="expected", title=EXPECTED, width=52, number=True,
               cell=lambda one: str(one.expected) if one.expected else Cell("—", role="faint")),
        Column(key="clash", title="冲突", width=60,
               cell=lambda one: Cell(f"{one.clashes} 处" if one.clashes else "", role="amber"),
               tip="同一时间同一场地、主讲人或主持人的场次数"),
        _state(now),
    )  # fmt: skip


def _state(now: Callable[[], datetime]) -> Column[CalendarEntry]:
    def cell(entry: CalendarEntry) -> Cell:
        word, tone = badge(entry, now=now())
        return Cell(word, tone=tone)

    return Column(key="state", title="状态", cell=cell, width=76)


def _time(entry: CalendarEntry) -> Cell:
    return Cell(time_words(entry.start, entry.end, parts=len(entry.parts)), role="secondary")


def _title(entry: CalendarEntry) -> Cell:
    cancelled = entry.state is TrainingState.CANCELLED
    return Cell(entry.title, role="faint" if cancelled else "ink")


def _second(of: Callable[[CalendarEntry], str]) -> Callable[[CalendarEntry], Cell]:
    return lambda entry: Cell(of(entry), role="secondary")
