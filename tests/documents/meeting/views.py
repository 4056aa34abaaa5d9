"""Invented papers for the tests: a test changes only what it is about."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from jz_training.domain.agenda import AgendaItem, timed
from jz_training.domain.meeting_papers import (
    AgendaPaper,
    CalendarEvent,
    DoorRoster,
    DoorSign,
    MeetingNotice,
    MonthEntry,
    MonthPaper,
    PaperPerson,
    RostrumPaper,
)
from jz_training.domain.training import SheetOrder, TrainingForm
from jz_training.domain.working_calendar import HolidayTable, SpecialDay, WorkingCalendar
from tests.factories import ORGANISER, START, UNITS, identity, invented_name

#: Text from outside that must come out as plain text, in every paper.
HOSTILE = "<b>&nbsp;</b>=1+1\x00\u202e𠮷\ud800{0}%s\\"

TITLE = "学习贯彻工会代表大会精神专题学习会（第2批）"

_HEAD: dict[str, Any] = {
    "title": TITLE,
    "organiser": ORGANISER,
    "start": START,
    "end": START + timedelta(minutes=90),
    "venue": "职工之家二楼",
}

ITEMS = (
    AgendaItem(what="传达大会精神", who="周建业", minutes=20),
    AgendaItem(what="辅导讲座：新时代工会工作的基本职责", who="秦晓峰", minutes=45),
    AgendaItem(what="交流研讨", minutes=25),
)


def notice(**changes: Any) -> MeetingNotice:
    """Return a notice with everything in it."""
    facts = _HEAD | {
        "form": TrainingForm.STUDY,
        "addressees": "各车间分工会、机关科室工会小组",
        "address": "清河市建设路12号",
        "chair": "周建业",
        "speaker": "秦晓峰",
        "audience": "各分工会主席、委员，工会小组长，共60人",
        "content": ("深刻领会工会工作的中心任务", "深刻领会工会的基本职责"),
        "agenda": timed(ITEMS, START),
        "requirements": (
            "请提前10分钟入场签到，遵守会场纪律",
            "确因工作不能参加的，请于会前一天向工会办公室请假",
        ),
        "contact": "叶静，0371-0000000",
        "issued_on": date(2026, 11, 13),
    }
    return MeetingNotice(**(facts | changes))


def agenda(**changes: Any) -> AgendaPaper:
    """Return an agenda of three lines."""
    facts = _HEAD | {"chair": "周建业", "items": timed(ITEMS, START)}
    return AgendaPaper(**(facts | changes))


def people(count: int) -> tuple[PaperPerson, ...]:
    """Return so many invented persons."""
    posts = ("工会主席", "工会副主席", "工会委员", "")
    return tuple(
        PaperPerson(
            name=invented_name(number),
            unit=UNITS[number % len(UNITS)],
            post=posts[number % len(posts)],
        )
        for number in range(count)
    )


def rostrum(front: int = 7, back: int = 0, **changes: Any) -> RostrumPaper:
    """Return a rostrum with so many persons in each row."""
    everyone = people(front + back)
    facts = _HEAD | {"front": everyone[:front], "back": everyone[front:]}
    return RostrumPaper(**(facts | changes))


def door_sign(**changes: Any) -> DoorSign:
    """Return a door sign."""
    return DoorSign(**(_HEAD | changes))


def roster(count: int = 20, **changes: Any) -> DoorRoster:
    """Return a list at the door."""
    facts = _HEAD | {"order": SheetOrder.UNIT, "people": people(count)}
    return DoorRoster(**(facts | changes))


def calendar() -> WorkingCalendar:
    """Return a calendar that knows a few days of 2026."""
    off = [SpecialDay(day=date(2026, 10, day), name="国庆节", off=True) for day in range(1, 8)]
    worked = [SpecialDay(day=date(2026, 10, 10), name="国庆节", off=False)]
    return WorkingCalendar.of([HolidayTable(year=2026, days=(*off, *worked))])


def entry(day: int, hour: int = 9, **changes: Any) -> MonthEntry:
    """Return a training of October 2026."""
    start = datetime(2026, 10, day, hour, 30)
    facts: dict[str, Any] = {
        "title": f"第{day}日专题学习会",
        "start": start,
        "end": start + timedelta(hours=2),
        "venue": "职工之家二楼",
    }
    return MonthEntry(**(facts | changes))


def month(*entries: MonthEntry, **changes: Any) -> MonthPaper:
    """Return October 2026 with its trainings."""
    facts: dict[str, Any] = {
        "year": 2026,
        "month": 10,
        "organiser": ORGANISER,
        "calendar": calendar(),
        "entries": entries,
    }
    return MonthPaper(**(facts | changes))


def event(number: int = 1, **changes: Any) -> CalendarEvent:
    """Return a training for a calendar."""
    facts = _HEAD | {
        "training_id": identity(number, kind=2),
        "version": 3,
        "address": "清河市建设路12号",
        "chair": "周建业",
        "speaker": "秦晓峰",
    }
    return CalendarEvent(**(facts | changes))
