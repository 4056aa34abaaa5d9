"""Undoing an act: its changes are applied backwards, or nothing is."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import delete, inspect, select
from sqlalchemy.orm import Session

from jz_training.errors import CannotUndo
from jz_training.storage import journal
from jz_training.storage.tables import Act, Change, Kept

Values = dict[str, Any]


def undo(db: Session, act: Act) -> None:
    """Put every row an act touched back as it was before.

    Raises CannotUndo when a row was changed since, so that nobody's later work is lost.
    """
    query = select(Change).where(Change.act_id == act.id).order_by(Change.position.desc())
    kinds = journal.entities()
    for change in db.scalars(query):
        kind = kinds[change.entity]
        if len(change.rows) > 1:
            _unmake_many(db, kind, change.rows, act)
            continue
        for row_id, before, after in reversed(change.rows):
            _revert(db, kind, UUID(hex=row_id), before, after, act)
    db.flush()


def _revert(
    db: Session,
    kind: type[Kept],
    row_id: UUID,
    before: Values | None,
    after: Values | None,
    act: Act,
) -> None:
    row = db.get(kind, row_id)
    if after is None:
        if row is not None:
            raise CannotUndo(act.subject)
        db.add(kind(**_restored(kind, before or {})))
    elif row is None or not _still(row, after):
        raise CannotUndo(act.subject)
    elif before is None:
        db.delete(row)
    else:
        for key, value in _restored(kind, before).items():
            setattr(row, key, value)
    db.flush()


def _still(row: Kept, after: Values) -> bool:
    """Tell whether a row still holds what the act put there."""
    return all(journal.to_json(getattr(row, key)) == value for key, value in after.items())


def _restored(kind: type[Kept], values: Values) -> Values:
    columns = inspect(kind).columns
    return {key: journal.from_json(columns[key], value) for key, value in values.items()}


def _unmake_many(db: Session, kind: type[Kept], made: list[list[Any]], act: Act) -> None:
    """Remove rows that a bulk import made, if each still holds what the import put there."""
    keys = [UUID(hex=row_id) for row_id, _, _ in made]
    versions = select(kind.id, kind.version).where(kind.id.in_(keys))
    known = {row_id: version for row_id, version in db.execute(versions)}
    if len(known) != len(keys):
        raise CannotUndo(act.subject)
    for key, (_, _, after) in zip(keys, made, strict=True):
        # the first version was never touched; a later one may have been changed and changed back
        if known[key] != 1 and not _still(db.get_one(kind, key), after):
            raise CannotUndo(act.subject)
    db.execute(delete(kind).where(kind.id.in_(keys)))
    db.info["bulk"] = True
