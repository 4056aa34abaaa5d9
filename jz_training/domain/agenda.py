"""An agenda (议程): what happens at a training, when, and who does it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One line of an agenda; `minutes` is how long it takes, None while nobody said."""

    what: str
    who: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedItem:
    """A line of an agenda with the hour at which it begins, None once a length is missing."""

    item: AgendaItem
    start: time | None


def timed(items: tuple[AgendaItem, ...], begin: datetime) -> tuple[TimedItem, ...]:
    """Return the lines with their hours; after a line without a length nothing is known."""
    found: list[TimedItem] = []
    at: datetime | None = begin
    for item in items:
        found.append(TimedItem(item=item, start=None if at is None else at.time()))
        at = at + timedelta(minutes=item.minutes) if at is not None and item.minutes else None
    return tuple(found)
