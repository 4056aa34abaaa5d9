"""Finding a stored row to change: it must be there, and be the version that was shown."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from jz_training.errors import ChangedMeanwhile, NotFound
from jz_training.storage.tables import Kept

R = TypeVar("R", bound=Kept)


def stored_row(db: Session, kind: type[R], row_id: UUID, what: str) -> R:
    """Return a stored row; `what` is its key in errors.THINGS. Raises NotFound."""
    row = db.get(kind, row_id)
    if row is None:
        raise NotFound(what)
    return row


def shown_row(db: Session, kind: type[R], row_id: UUID, what: str, *, version: int) -> R:
    """Return a stored row that is still as it was shown. Raises NotFound or ChangedMeanwhile."""
    row = stored_row(db, kind, row_id, what)
    if row.version != version:
        raise ChangedMeanwhile(what)
    return row


def must_exist(db: Session, kind: type[Kept], row_id: UUID | None, what: str) -> None:
    """Raise NotFound when a row that is pointed at is gone; pointing at nothing is allowed."""
    if row_id is not None:
        stored_row(db, kind, row_id, what)
