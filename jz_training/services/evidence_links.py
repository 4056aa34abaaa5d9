"""What was counted by hand: forgotten together with the thing that was counted."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.storage.tables import EvidenceLink


def forget_choices(db: Session, target_id: UUID) -> None:
    """Remove every choice about a thing that goes, in the same act, so that undo has them back."""
    for link in db.scalars(select(EvidenceLink).where(EvidenceLink.target_id == target_id)):
        db.delete(link)
