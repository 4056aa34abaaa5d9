"""What an act reached, read from the change log: whose counters have to be made anew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.storage.tables import Attendee, Change, MakeUp, Outreach

#: Columns that say what a training belongs to and what its dossier needs: no counter and no
#: state hangs on them.
LINKS = frozenset({"notice_id", "plan_item_id", "not_needed"})
#: Columns of a line that say whose it is: no count of its training hangs on them.
OF_LINES = frozenset({"person_id", "leave_id"})


def _rows_of(db: Session, act_id: UUID, entity: str) -> list[list[Any]]:
    query = select(Change.rows).where(Change.act_id == act_id, Change.entity == entity)
    return [row for rows in db.scalars(query) for row in rows]


def trainings_of(db: Session, act_id: UUID) -> set[UUID]:
    """Return the trainings whose counters an act may have moved."""
    found = {
        UUID(hex=row_id)
        for row_id, before, after in _rows_of(db, act_id, "training")
        if before is not None and after is not None and not after.keys() <= LINKS
    }
    lines = [row for row in _rows_of(db, act_id, "attendee") if not _only_links(*row[1:])]
    ids = [UUID(hex=row_id) for row_id, _, _ in lines]
    found.update(db.scalars(select(Attendee.training_id).where(Attendee.id.in_(ids)).distinct()))
    talks = [UUID(hex=row_id) for row_id, _, _ in _rows_of(db, act_id, "outreach")]
    found.update(db.scalars(select(Outreach.training_id).where(Outreach.id.in_(talks))))
    for _, before, after in lines:
        whole = after if before is None else before
        if "training_id" in whole:
            found.add(UUID(hex=whole["training_id"]))
    return found


def _only_links(before: dict[str, Any] | None, after: dict[str, Any] | None) -> bool:
    """Tell whether a change of a line moved nothing but what it belongs to."""
    return before is not None and after is not None and after.keys() <= OF_LINES


def made_up_of(db: Session, act_id: UUID) -> set[UUID]:
    """Return the trainings that an act touched make-ups of: those may be closed, and stay so."""
    rows = _rows_of(db, act_id, "make_up")
    known = [UUID(hex=row_id) for row_id, _, _ in rows]
    found = set(db.scalars(select(MakeUp.training_id).where(MakeUp.id.in_(known)).distinct()))
    wholes = (after if before is None else before for _, before, after in rows)
    found.update(UUID(hex=whole["training_id"]) for whole in wholes if "training_id" in whole)
    return found


def persons_of(db: Session, act_id: UUID) -> set[UUID]:
    """Return persons whose lines came, went or were another's: trainings no longer name them."""
    return {
        UUID(hex=values["person_id"])
        for _, before, after in _rows_of(db, act_id, "attendee")
        for values in (before, after)
        if values and values.get("person_id")
    }
