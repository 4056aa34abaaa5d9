"""Clashes of room, speaker and chair among all trainings of a span: the marks of the calendar.

A year of ten thousand trainings is the case it is made for: only trainings that share a room or a
name within the way between two places are looked at, and nothing is built for the others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.orm import Session

from jz_training.domain.clashes import TRAVEL, Booking, Clash, clashes, place_key
from jz_training.domain.library import several
from jz_training.domain.training import TrainingState
from jz_training.services.bookings import booking_of_row, rows_at, times_of, venues_by_name

Found = Row[*tuple[Any, ...]]


def clashes_between(db: Session, start: datetime, end: datetime) -> dict[UUID, tuple[Clash, ...]]:
    """Return the clashes of room, speaker and chair of the trainings that touch a span."""
    found: dict[UUID, list[Clash]] = defaultdict(list)
    for one, clash in _told(db, rows_at(db, [(start, end)])):
        found[one].append(clash)
    return {one: tuple(told) for one, told in found.items()}


def clash_counts(db: Session, rows: Iterable[Found]) -> Counter[UUID]:
    """Return how many clashes each row has; rows stand in order of time, cancelled have none."""
    cancelled = TrainingState.CANCELLED.value
    return Counter(one for one, _ in _told(db, (row for row in rows if row.state != cancelled)))


def _told(db: Session, rows: Iterable[Found]) -> Iterator[tuple[UUID, Clash]]:
    """Yield each training with a clash it has; a venue that is too small is not told."""
    venues = venues_by_name(db)
    known: dict[UUID, Booking] = {}

    def booking(row: Found) -> Booking:
        if row.id not in known:
            known[row.id] = replace(booking_of_row(row, venues), capacity=None)
        return known[row.id]

    for one, other in _near_pairs(rows):
        for mine, theirs in ((booking(one), booking(other)), (booking(other), booking(one))):
            for clash in clashes(mine, [theirs]):
                if mine.id is not None:
                    yield mine.id, clash


def _near_pairs(rows: Iterable[Found]) -> Iterator[tuple[Found, Found]]:
    """Yield each two rows once that share a room or a name with little or no time between.

    Between its parts a training is free: each part is looked at on its own.
    """
    open_ones: dict[str, list[tuple[datetime, Found]]] = {}
    told: set[tuple[UUID, UUID]] = set()
    keys_of = _keys()
    for start, end, row in _in_order(rows):
        near: dict[UUID, Found] = {}
        for key in keys_of(row):
            others = [pair for pair in open_ones.get(key, ()) if pair[0] > start]
            near.update((other.id, other) for _, other in others)
            others.append((end + TRAVEL, row))
            open_ones[key] = others
        for other in near.values():
            if row.parts or other.parts:  # which may meet in several parts
                if other.id == row.id or (other.id, row.id) in told or (row.id, other.id) in told:
                    continue
                told.add((row.id, other.id))
            yield row, other


def _in_order(rows: Iterable[Found]) -> list[tuple[datetime, datetime, Found]]:
    """Return when each row takes up anything, part by part, in order of time."""
    found = [
        (start, end, row)
        for row in rows
        for start, end in (times_of(row.parts) if row.parts else ((row.start, row.end),))
    ]
    found.sort(key=itemgetter(0))
    return found


def _keys() -> Callable[[Found], tuple[str, ...]]:
    """Return what gives the room and the names of a row; those said before are not read again."""
    rooms: dict[str, tuple[str, ...]] = {"": ()}
    names: dict[str, tuple[str, ...]] = {"": ()}

    def of_row(row: Found) -> tuple[str, ...]:
        venue, speaker, chair = row.venue, row.speaker, row.chair
        if venue not in rooms:
            rooms[venue] = (f"@{place_key(venue)}",)
        for text in (speaker, chair):
            if text not in names:
                names[text] = several(text)
        return rooms[venue] + names[speaker] + names[chair]

    return of_row
