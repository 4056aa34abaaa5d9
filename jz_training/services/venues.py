"""The venues (场地) of a unit: where trainings are held."""

from __future__ import annotations

import builtins
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from jz_training.domain.library import Use, VenueDraft, VenueKind, VenueRow
from jz_training.errors import NotFound, Refused
from jz_training.services.library_uses import (
    NOT_CANCELLED,
    found_by,
    number_to_come,
    refuse_in_use,
    to_come,
    uses,
)
from jz_training.services.stored_row import shown_row, stored_row
from jz_training.services.typed_text import lines, one_line
from jz_training.storage.store import Store
from jz_training.storage.tables import Training, Venue

TEXTS = ("name", "address", "contact")
FIELDS = (*TEXTS, "capacity", "note")
#: No hall of a union is larger; a longer number is a slip of the finger.
MOST_SEATS = 99_999


class Venues:
    """The venues of one workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # --- reading -----------------------------------------------------------------------------

    def list(self, text: str = "") -> tuple[VenueRow, ...]:
        """Return the venues whose name, address or pinyin fits a search, most used first."""
        with self._store.read() as db:
            rows = _rows(db, self._store.now())
        found = (row for row in rows if found_by(text, row.draft.name, row.draft.address))
        return tuple(sorted(found, key=lambda row: (-row.trainings, row.draft.name)))

    def get(self, venue_id: UUID) -> VenueRow:
        """Return one venue. Raises NotFound."""
        with self._store.read() as db:
            rows = _rows(db, self._store.now(), venue_id)
        if not rows:
            raise NotFound("venue")
        return rows[0]

    def uses(self, venue_id: UUID) -> tuple[Use, ...]:
        """Return the trainings at a venue, newest first. Raises NotFound."""
        with self._store.read() as db:
            venue = stored_row(db, Venue, venue_id, "venue")
            return uses(db, Training.venue == venue.name)

    # --- changing ----------------------------------------------------------------------------

    def add(self, draft: VenueDraft) -> UUID:
        """Enter a venue and return its id. Raises Refused with the field at fault."""
        draft = _checked(draft)
        with self._store.write("venue.add", subject=draft.name) as db:
            _refuse_same(db, draft, None)
            venue = Venue(**_columns(draft))
            db.add(venue)
        return venue.id

    def change(self, venue_id: UUID, *, version: int, draft: VenueDraft) -> None:
        """Change a venue; trainings to come follow a new name, those held keep the old one.

        Raises Refused, NotFound or ChangedMeanwhile.
        """
        draft = _checked(draft)
        with self._store.write("venue.change", subject=draft.name) as db:
            venue = shown_row(db, Venue, venue_id, "venue", version=version)
            _refuse_same(db, draft, venue_id)
            if draft.name != venue.name:
                self._rename(db, venue.name, draft.name)
            for name, value in _columns(draft).items():
                setattr(venue, name, value)

    def _rename(self, db: Session, old: str, new: str) -> None:
        coming = select(Training).where(to_come(self._store.now()), Training.venue == old)
        for training in db.scalars(coming):
            training.venue = new

    def remove(self, venue_id: UUID) -> None:
        """Remove a venue. Raises NotFound, or Refused (in_use) when trainings to come name it."""
        with self._store.write("venue.remove") as db:
            venue = stored_row(db, Venue, venue_id, "venue")
            db.info["subject"] = venue.name
            at_it = Training.venue == venue.name
            refuse_in_use("venue", number_to_come(db, at_it, self._store.now()))
            db.delete(venue)


def _rows(db: Session, now: datetime, venue_id: UUID | None = None) -> builtins.list[VenueRow]:
    """Return the venues with their use: one query, grouped by name on the trainings' side."""
    used = (
        select(
            Training.venue,
            func.count().label("trainings"),
            func.min(case((to_come(now), Training.start))).label("next"),
        )
        .where(NOT_CANCELLED)
        .group_by(Training.venue)
        .subquery()
    )
    query = select(Venue, used.c.trainings, used.c.next).outerjoin(used, used.c.venue == Venue.name)
    if venue_id is not None:
        query = query.where(Venue.id == venue_id)
    return [
        VenueRow(
            id=venue.id,
            version=venue.version,
            draft=_draft(venue),
            trainings=trainings or 0,
            next_day=next_start.date() if next_start else None,
        )
        for venue, trainings, next_start in db.execute(query)
    ]


def _draft(venue: Venue) -> VenueDraft:
    texts: dict[str, Any] = {name: getattr(venue, name) for name in FIELDS}
    return VenueDraft(kind=VenueKind(venue.kind), **texts)


def _columns(draft: VenueDraft) -> dict[str, Any]:
    return {"kind": draft.kind.value, **{name: getattr(draft, name) for name in FIELDS}}


def _checked(draft: VenueDraft) -> VenueDraft:
    """Return what was entered as it is stored. Raises Refused with the field at fault."""
    texts: dict[str, Any] = {one: one_line(one, getattr(draft, one)) for one in TEXTS}
    if not texts["name"]:
        raise Refused("name", "missing")
    if draft.capacity is not None and not 1 <= draft.capacity <= MOST_SEATS:
        raise Refused("capacity", "too_large")
    return replace(draft, **texts, note=lines("note", draft.note))


def _refuse_same(db: Session, draft: VenueDraft, but: UUID | None) -> None:
    found = db.scalars(select(Venue.id).where(Venue.name == draft.name)).first()
    if found not in (None, but):
        raise Refused("name", "same_name", name=draft.name)
