"""Repeating a training: which days, which hours, what is left out (the rule, not the counting)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from itertools import pairwise

#: A series longer than this is a mistake in the rule.
MOST = 400


class Pattern(StrEnum):
    """How the days of a series follow each other."""

    WEEKLY = "weekly"  # on chosen weekdays, every n weeks
    MONTHLY_DAY = "monthly_day"  # on a day of the month, every n months
    MONTHLY_WEEKDAY = "monthly_weekday"  # on the nth weekday of the month, every n months
    YEARLY = "yearly"  # on the day and month of the first
    EVERY_DAYS = "every_days"  # every n days: the round of a shift
    CHOSEN = "chosen"  # only the days included by hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Hours of a day at which a training of the series is held; `name` is the shift (早 中 夜)."""

    start: time
    end: time
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """The rule of a series.

    `weekdays` count from Monday 0. `nth` is 1 to 4, or -1 for the last. `include` adds days and
    wins over `exclude` and over holidays; `until` is the last day, `count` the most days that the
    pattern gives, whichever comes first.
    """

    pattern: Pattern
    first: date
    slots: tuple[Slot, ...]
    every: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 1
    until: date | None = None
    count: int | None = None
    include: tuple[date, ...] = ()
    exclude: tuple[date, ...] = ()
    skip_days_off: bool = False


class SkipReason(StrEnum):
    """Why a day of the pattern has no training."""

    EXCLUDED = "excluded"
    DAY_OFF = "day_off"
    NO_SUCH_DAY = "no_such_day"  # 29 February, the 31st


class SeriesScope(StrEnum):
    """Which trainings of a series a change is meant for."""

    ONE = "one"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One training of a series."""

    start: datetime
    end: datetime
    slot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedDay:
    """A day left out, for the preview; `words` is the day as the rule says it."""

    words: str
    reason: SkipReason
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What a rule comes to: its trainings in order of time and the days left out.

    `cut` says that there would have been more than MOST.
    """

    occurrences: tuple[Occurrence, ...]
    skipped: tuple[SkippedDay, ...] = ()
    cut: bool = False


def faults(rule: Repetition) -> dict[str, str]:
    """Return what is wrong with a rule: field name → fault code; empty when it can be counted.

    Codes: missing, not_positive, last_before_first, zero_length, over_midnight, slots_overlap.
    """
    found: dict[str, str] = {}
    if rule.every < 1:
        found["every"] = "not_positive"
    if rule.count is not None and rule.count < 1:
        found["count"] = "not_positive"
    if rule.until is not None and rule.until < rule.first:
        found["until"] = "last_before_first"
    if rule.pattern is Pattern.WEEKLY and not rule.weekdays:
        found["weekdays"] = "missing"
    if rule.pattern is Pattern.CHOSEN and not rule.include:
        found["include"] = "missing"
    if rule.until is None and rule.count is None and rule.pattern is not Pattern.CHOSEN:
        found["until"] = "missing"
    if not rule.slots:
        found["slots"] = "missing"
    elif any(slot.end == slot.start for slot in rule.slots):
        found["slots"] = "zero_length"
    elif any(slot.end < slot.start for slot in rule.slots):
        found["slots"] = "over_midnight"
    elif _overlap(rule.slots):
        found["slots"] = "slots_overlap"
    return found


def _overlap(slots: tuple[Slot, ...]) -> bool:
    in_order = sorted(slots, key=lambda slot: slot.start)
    return any(later.start < earlier.end for earlier, later in pairwise(in_order))
