"""Trainings for the calendar of a computer or a telephone (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard

from jz_training.domain.meeting_papers import CalendarEvent
from jz_training.domain.person_name import printable

ZONE = "Asia/Shanghai"

#: What makes an id of ours one of the whole world (RFC 5545, 3.8.4.7).
DOMAIN = "jz-training"

REMIND_BEFORE = timedelta(days=1)

_EAST_8 = timedelta(hours=8)
_MAKER = "-//jz-training//CN"


def training_ics(
    events: Iterable[CalendarEvent], *, stamp: datetime, name: str = "学习培训"
) -> bytes:
    """Return trainings as one calendar file; the same training or part always has the same UID.

    Taken in again, a changed training replaces the one before, and one that was called off is
    struck out. `stamp` is when the file is made, local wall time unless it has a zone; `name` is
    what calendars call the collection.
    """
    zone = ZoneInfo(ZONE)
    made = stamp if stamp.tzinfo else stamp.replace(tzinfo=zone)
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _plain(name))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add_component(_time_zone())
    for event in events:
        calendar.add_component(_event(event, zone, made.astimezone(ZoneInfo("UTC"))))
    return bytes(calendar.to_ical(sorted=False))


def _time_zone() -> Timezone:
    """Return the zone: eight hours ahead, without summer time since 1992."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1992, 1, 1))
    standard.add("tzoffsetfrom", _EAST_8)
    standard.add("tzoffsetto", _EAST_8)
    standard.add("tzname", "CST")
    zone.add_component(standard)
    return zone


def _event(training: CalendarEvent, zone: ZoneInfo, stamp: datetime) -> Event:
    event = Event()
    part = f".{training.part_id}" if training.part_id else ""
    event.add("uid", f"{training.training_id}{part}@{DOMAIN}")
    event.add("dtstamp", stamp)
    event.add("sequence", training.version)
    event.add("summary", _plain(training.title))
    event.add("dtstart", training.start.replace(tzinfo=zone))
    event.add("dtend", training.end.replace(tzinfo=zone))
    if place := _place(training):
        event.add("location", place)
    if words := _description(training):
        event.add("description", words)
    event.add("status", "CANCELLED" if training.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if training.cancelled else "OPAQUE")
    if training.remind and not training.cancelled:
        event.add_component(_reminder(training))
    return event


def _reminder(training: CalendarEvent) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -REMIND_BEFORE)
    alarm.add("description", _plain(training.title))
    return alarm


def _place(training: CalendarEvent) -> str:
    """Return the room with its address; of a broadcast without a room the link."""
    venue, address = _plain(training.venue), _plain(training.address)
    room = f"{venue}（{address}）" if venue and address else venue or address
    return room or _plain(training.link)


def _description(training: CalendarEvent) -> str:
    facts = (
        ("主办", training.organiser),
        ("主持", training.chair),
        ("主讲", training.speaker),
        ("线上参会", training.link),
    )
    return "\n".join(f"{word}：{_plain(text)}" for word, text in facts if text.strip())


def _plain(text: str) -> str:
    """Return a text on one line, without what a calendar file may not hold (RFC 5545, 3.1)."""
    return printable(" ".join(text.split()))
