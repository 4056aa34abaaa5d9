"""What a meeting program's export says: who was there, when (domain.md §4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple


class MeetingField(StrEnum):
    """A column of an export that the program understands."""

    NAME = "name"
    ALIAS = "alias"  # another name of the same person, beside the first
    JOIN = "join"
    LEAVE = "leave"
    DURATION = "duration"
    UNIT = "unit"
    IGNORED = "ignored"


class MeetingPlatform(StrEnum):
    """Which program an export is from, as far as its words tell."""

    TENCENT = "tencent"  # 腾讯会议
    ZOOM = "zoom"
    FEISHU = "feishu"  # 飞书
    WECOM = "wecom"  # 企业微信
    DINGTALK = "dingtalk"  # 钉钉
    TEAMS = "teams"
    OTHER = "other"


class UnreadableReason(StrEnum):
    """Why a row of an export is not somebody's stay."""

    NO_NAME = "no_name"
    NO_TIME = "no_time"
    NO_LEAVE = "no_leave"
    ODD_TIME = "odd_time"
    DAY_OR_MONTH = "day_or_month"  # 10/11 may be either, and the file does not tell
    ENDS_BEFORE_START = "ends_before_start"
    NOTE = "note"  # 合计, 注 …


class NoteCode(StrEnum):
    """What a person should know about the reading; `labels` has the sentences."""

    GUESSED_ENCODING = "guessed_encoding"
    MONTH_FIRST = "month_first"  # 10/11 was taken for 11 October
    DAY_FIRST = "day_first"
    ONLY_TOTALS = "only_totals"  # how long, but not from when until when
    LONGEST_OF_SEVERAL = "longest_of_several"  # such totals in several rows are not added
    ONLY_IN_OVERVIEW = "only_in_overview"
    OVERVIEW_DIFFERS = "overview_differs"
    OUTSIDE = "outside"  # nobody was there during the training: is it the right file


class Stay(NamedTuple):
    """From when until when somebody was in the meeting; the end is not included."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One person of an export. `raw` is the name as written there, `name` without decorations.

    `names` are the other readings of `raw` (the part in brackets, the nickname). `stays` are
    united and clipped to the training; `seconds` is their length, or the length the export gives
    where it tells no times. Not `exact`: the stays are from the first coming to the last going,
    and `seconds` what was counted in between. `rows` are the lines of the file it was read from;
    `unit` is what stood beside the name.
    """

    raw: str
    name: str
    seconds: int
    stays: tuple[Stay, ...] = ()
    rows: tuple[int, ...] = ()
    shared: bool = False  # one device, several persons: each has the whole of its stay
    names: tuple[str, ...] = ()
    unit: str = ""
    exact: bool = True

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
    sheet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingNote:
    """One thing to know, with the names or words it is about (at most a handful) and how many."""

    code: NoteCode
    count: int = 1
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingColumn:
    """A column of one sheet: its index from 0, its heading, and what it was taken for."""

    sheet: str
    index: int
    heading: str
    field: MeetingField
    samples: tuple[str, ...] = ()


#: The user's own choice of columns: (sheet, column index from 0) → field.
MeetingChoice = Mapping[tuple[str, int], MeetingField]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingReading:
    """An export as it was understood.

    `start` and `end` are those the stays were clipped to; where nobody asked for any, those that
    the file itself names, and nothing is clipped. `columns_unknown`: no header was found and the
    columns, with some samples, wait for a choice by hand.
    """

    topic: str = ""
    number: str = ""
    start: datetime | None = None
    end: datetime | None = None
    participants: tuple[Participant, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    file_name: str = ""
    platform: MeetingPlatform = MeetingPlatform.OTHER
    notes: tuple[MeetingNote, ...] = ()
    columns: tuple[MeetingColumn, ...] = ()
    rows: int = 0
    columns_unknown: bool = False


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


def within(person: Participant, start: datetime | None, end: datetime | None) -> Participant:
    """Return a participant with only what lies inside a span counted; None leaves a side open.

    Where the export gave totals only, no more than the span holds can have been inside it.
    """
    stays = clipped(person.stays, start, end)
    if person.stays:
        inside = int(length(stays).total_seconds())
        seconds = inside if person.exact else min(person.seconds, inside)
    elif start is not None and end is not None:
        seconds = min(person.seconds, int((end - start).total_seconds()))
    else:
        seconds = person.seconds
    return replace(person, stays=stays, seconds=seconds)
