"""Looking for clashes inside a unit of work, and refusing them where the settings say so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from heapq import nsmallest
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.clashes import Booking, Clash, ClashRule, clashes
from jz_training.domain.training import TrainingDraft
from jz_training.errors import ClashFound
from jz_training.labels import clash_words
from jz_training.services.bookings import bookings_at, bookings_of_drafts
from jz_training.storage.tables import Person

#: A clash of many people names the first few.
MOST_NAMES = 10

#: A training that is already stored has its id; one that is being entered has none.
Entered = tuple[UUID | None, TrainingDraft]


def clashes_of(db: Session, entered: Sequence[Entered]) -> tuple[tuple[Clash, ...], ...]:
    """Return for each training as entered what it clashes with, people by name.

    Each is compared with the stored trainings that are not among those entered, and with those
    entered before it.
    """
    bookings = bookings_of_drafts(db, entered)
    own = {one.id for one in bookings}
    stored = [
        other
        for other in bookings_at(
            db, [span for one in bookings for span in one.spans], with_people=True
        )
        if other.id not in own
    ]
    found = [_of_one(one, stored, bookings[:place]) for place, one in enumerate(bookings)]
    names = _names(db, (clash for told in found for clash in told))
    return tuple(tuple(_named(clash, names) for clash in told) for told in found)


def _of_one(
    one: Booking, stored: Iterable[Booking], before: Iterable[Booking]
) -> tuple[Clash, ...]:
    return clashes(one, (*stored, *(replace(other, id=None) for other in before)))


def refuse_clashes(db: Session, entered: Sequence[Entered], *, rule: str) -> None:
    """Raise ClashFound for the first training that clashes, when the rule is to refuse."""
    if rule != ClashRule.BLOCK.value:
        return
    found = clashes_of(db, entered)
    for (_, draft), told in zip(entered, found, strict=True):
        if told:
            count = sum(map(len, found))
            raise ClashFound(clash_words(told[0]), count=count, start=draft.start)


def takes_up(draft: TrainingDraft) -> tuple[Any, ...]:
    """Return what of a draft can clash; a change of anything else is never refused for it."""
    return draft.spans, draft.venue, draft.speaker, draft.chair, draft.audience


def _names(db: Session, found: Iterable[Clash]) -> dict[UUID, str]:
    wanted = {person for clash in found for person in _first(clash.people)}
    if not wanted:
        return {}
    rows = db.execute(select(Person.id, Person.name).where(Person.id.in_(wanted)))
    return {person: name for person, name in rows}


def _named(clash: Clash, names: dict[UUID, str]) -> Clash:
    if not clash.people:
        return clash
    return replace(clash, names=tuple(names[p] for p in _first(clash.people) if p in names))


def _first(people: Collection[UUID]) -> list[UUID]:
    """Return the first few; in the order they were entered, which ids keep."""
    return nsmallest(MOST_NAMES, people, key=attrgetter("int"))
