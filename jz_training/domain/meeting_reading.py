"""What a meeting program's export says: who was there, when (domain.md §4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple


class Stay(NamedTuple):
    """From when until when somebody was in the meeting; the end is not included."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One person of an export. `raw` is the name as written there, `name` without decorations.

    `stays` are united and clipped to the training; `seconds` is their length, or the length the
    export gives where it tells no times. `rows` are the lines of the file it was read from.
    """

    raw: str
    name: str
    seconds: int
    stays: tuple[Stay, ...] = ()
    rows: tuple[int, ...] = ()
    shared: bool = False  # one device, several persons: each has the whole of its stay

    @property
    def minutes(self) -> int:
        """Return the whole minutes."""
        return self.seconds // 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A row that was not understood, with a code for labels to put in words."""

    row: int
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingReading:
    """An export as it was understood; `start` and `end` are those the stays were clipped to."""

    topic: str = ""
    number: str = ""
    start: datetime | None = None
    end: datetime | None = None
    participants: tuple[Participant, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


def united(stays: Iterable[Stay]) -> tuple[Stay, ...]:
    """Return stays in order of time with those that overlap or touch made one."""
    found: list[Stay] = []
    for stay in sorted(stay for stay in stays if stay.end > stay.start):
        if found and stay.start <= found[-1].end:
            found[-1] = Stay(found[-1].start, max(found[-1].end, stay.end))
        else:
            found.append(stay)
    return tuple(found)


def clipped(
    stays: Iterable[Stay], start: datetime | None, end: datetime | None
) -> tuple[Stay, ...]:
    """Return the parts of stays inside a span; None leaves that side open."""
    cut = (
        Stay(
            stay.start if start is None else max(stay.start, start),
            stay.end if end is None else min(stay.end, end),
        )
        for stay in stays
    )
    return tuple(stay for stay in cut if stay.end > stay.start)


def length(stays: Iterable[Stay]) -> timedelta:
    """Return how long united stays last together."""
    return sum((stay.end - stay.start for stay in stays), start=timedelta())
