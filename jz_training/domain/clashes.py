"""Clashes of trainings: one room, one speaker or one person in two places at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID


class ClashCode(StrEnum):
    """What clashes; `labels` has the sentences."""

    VENUE = "venue"
    SPEAKER = "speaker"
    CHAIR = "chair"
    PEOPLE = "people"
    TOO_SMALL = "too_small"
    TRAVEL = "travel"  # the same person at two places with too little time between


class ClashRule(StrEnum):
    """What happens to a training that clashes: the secretary is told, or it is refused."""

    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """What a training takes up. `people` are the persons of its list or audience.

    `speakers` and `chairs` are single names: 秦晓峰、范德海 are two. `capacity` is that of the
    venue, None where nobody knows. `parts` are the times of its parts: between them it is free.
    """

    id: UUID | None
    title: str
    start: datetime
    end: datetime
    venue: str = ""
    speakers: frozenset[str] = frozenset()
    chairs: frozenset[str] = frozenset()
    people: frozenset[UUID] = frozenset()
    capacity: int | None = None
    online: bool = False
    parts: tuple[tuple[datetime, datetime], ...] = ()

    @property
    def spans(self) -> tuple[tuple[datetime, datetime], ...]:
        """Return the times at which it takes up anything."""
        return self.parts or ((self.start, self.end),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One clash with what: the other training, the names, or how many people do not fit."""

    code: ClashCode
    other: UUID | None = None
    title: str = ""
    start: datetime | None = None
    names: tuple[str, ...] = ()
    people: frozenset[UUID] = frozenset()
    number: int = 0


#: Between two places people need at least this long.
TRAVEL = timedelta(minutes=30)


def clashes(
    one: Booking, others: Iterable[Booking], *, travel: timedelta = TRAVEL
) -> tuple[Clash, ...]:
    """Return everything in which a training clashes with others, and with its own venue.

    `others` may hold the training itself; it is passed over. Times that only touch do not clash.
    """
    found = list(_with_itself(one))
    for other in others:
        if other.id is None or other.id != one.id:
            found.extend(_between(one, other, travel))
    return tuple(found)


def _with_itself(one: Booking) -> Iterator[Clash]:
    if one.capacity is not None and len(one.people) > one.capacity:
        yield Clash(code=ClashCode.TOO_SMALL, number=len(one.people) - one.capacity)


def _between(one: Booking, other: Booking, travel: timedelta) -> Iterator[Clash]:
    gap = _gap(one, other)
    if gap < timedelta():
        yield from _at_once(one, other)
    elif gap < travel and _elsewhere(one, other):
        both = (one.speakers | one.chairs) & (other.speakers | other.chairs)
        if both:
            yield _clash(ClashCode.TRAVEL, other, names=tuple(sorted(both)))


def _at_once(one: Booking, other: Booking) -> Iterator[Clash]:
    if one.venue and not one.online and _place(one) == _place(other):
        yield _clash(ClashCode.VENUE, other, names=(one.venue,))
    busy = other.speakers | other.chairs
    for code, names in ((ClashCode.SPEAKER, one.speakers), (ClashCode.CHAIR, one.chairs)):
        if names & busy:
            yield _clash(code, other, names=tuple(sorted(names & busy)))
    people = one.people & other.people
    if people:
        yield _clash(ClashCode.PEOPLE, other, people=people)


def _clash(
    code: ClashCode,
    other: Booking,
    *,
    names: tuple[str, ...] = (),
    people: frozenset[UUID] = frozenset(),
) -> Clash:
    return Clash(
        code=code,
        other=other.id,
        title=other.title,
        start=other.start,
        names=names,
        people=people,
        number=len(people),
    )


def _gap(one: Booking, other: Booking) -> timedelta:
    """Return the time between two trainings, less than nothing where they are at once."""
    if not (one.parts or other.parts):
        return max(other.start - one.end, one.start - other.end)
    return min(
        max(theirs[0] - mine[1], mine[0] - theirs[1])
        for mine in one.spans
        for theirs in other.spans
    )


def _elsewhere(one: Booking, other: Booking) -> bool:
    known = bool(one.venue and other.venue) and not (one.online or other.online)
    return known and _place(one) != _place(other)


def place_key(venue: str) -> str:
    """Return what two ways of writing one venue have in common."""
    return "".join(venue.split()).casefold()


def _place(booking: Booking) -> str:
    return place_key(booking.venue)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHours:
    """The hours between which a free slot is looked for, in steps."""

    start: timedelta = timedelta(hours=8, minutes=30)
    end: timedelta = timedelta(hours=17, minutes=30)
    step: timedelta = timedelta(minutes=30)


def next_free(
    one: Booking,
    others: Sequence[Booking],
    *,
    days: Iterable[datetime],
    hours: OfficeHours | None = None,
    travel: timedelta = TRAVEL,
) -> datetime | None:
    """Return the first start, not before the training's own, at which it clashes with nothing.

    `days` are the midnights of the days to try, in order; None when none of them has room.
    A venue that is too small stays too small at every hour and is not asked about. Of several
    parts the first has to be within the office hours, and none may clash.
    """
    hours = hours or OfficeHours()
    length = one.spans[0][1] - one.spans[0][0]
    for day in days:
        last = day + (one.end - one.start)
        of_day = [b for b in others if b.start.date() <= last.date() and day.date() <= b.end.date()]
        start = day + hours.start
        while start + length <= day + hours.end:
            if start >= one.start and not _taken(one, start, length, of_day, travel):
                return start
            start += hours.step
    return None


def _taken(
    one: Booking,
    start: datetime,
    length: timedelta,
    others: Iterable[Booking],
    travel: timedelta,
) -> bool:
    by = start - one.start
    moved = replace(
        one,
        start=start,
        end=one.end + by if one.parts else start + length,
        parts=tuple((begin + by, end + by) for begin, end in one.parts),
        capacity=None,
    )
    return bool(clashes(moved, others, travel=travel))
