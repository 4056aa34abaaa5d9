"""What a roll call needs beside the list: the numbers that people carry on their badges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from jz_training.domain.attendance import AttendeeRole
from jz_training.domain.mark_words import half_width
from jz_training.domain.roster import PersonRow
from jz_training.services.people import person_rows
from jz_training.storage.store import Store
from jz_training.storage.tables import Attendee, Person


class RollCalls:
    """The numbers of persons, of one workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def numbers(self, training_id: UUID) -> Mapping[str, int]:
        """Return person's number → number on the sheet, for the expected persons of a list.

        A number that two of them have tells nobody apart and is left out.
        """
        query = (
            select(Person.number, Attendee.number)
            .join(Attendee, Attendee.person_id == Person.id)
            .where(
                Attendee.training_id == training_id,
                Attendee.role == AttendeeRole.EXPECTED.value,
                Person.number != "",
            )
        )
        with self._store.read() as db:
            found = [(badge_key(badge), number) for badge, number in db.execute(query)]
        often = Counter(badge for badge, _ in found)
        return {badge: number for badge, number in found if often[badge] == 1}

    def holder(self, number: str) -> PersonRow | None:
        """Return the person in service who has a number; None for nobody, or for several."""
        key = badge_key(number)
        if not key:
            return None
        query = select(Person.id).where(
            Person.number.in_({key, key.lower(), number.strip()}), Person.retired_on.is_(None)
        )
        with self._store.read() as db:
            found = person_rows(db, list(db.scalars(query.limit(2))))
        return found[0] if len(found) == 1 else None


def badge_key(number: str) -> str:
    """Return a person's number as a scanner may give it: without blanks, in one width and case."""
    return "".join(half_width(number).split()).upper()
