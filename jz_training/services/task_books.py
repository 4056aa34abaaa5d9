"""Task books of several notices at once, from one gathering of the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jz_training.domain.assessment import assess_all
from jz_training.domain.evidence import NoticeFacts
from jz_training.domain.task_book import Duty, TaskBook
from jz_training.services.evidence_facts import facts_of
from jz_training.services.notice_rows import obligation_row
from jz_training.services.settings import WorkspaceSettings
from jz_training.storage.tables import Notice, Obligation


class TaskBooks:
    """Assesses obligations as of now, with the conventions of the workspace."""

    def __init__(self, now: Callable[[], datetime], settings: WorkspaceSettings) -> None:
        self._now = now
        self._settings = settings

    def of(self, db: Session, notices: Sequence[Notice]) -> tuple[TaskBook, ...]:
        """Return the task book of each notice, in the order given."""
        if not notices:
            return ()  # the roster is not counted for nothing
        facts = self.facts(db, notices)
        rows = _obligations(db, notices)
        organiser = self._settings.get().organiser
        return tuple(
            TaskBook(
                title=notice.title,
                issuer=notice.issuer,
                number=notice.number,
                organiser=organiser,
                as_of=facts[notice.id].today,
                duties=assessed(rows[notice.id], facts[notice.id]),
            )
            for notice in notices
        )

    def facts(self, db: Session, notices: Sequence[Notice]) -> dict[UUID, NoticeFacts]:
        """Return everything that may be evidence for the obligations of each notice."""
        counts = self._settings.get().stand_in_counts
        return facts_of(db, notices, now=self._now(), stand_in_counts=counts)


def assessed(rows: Iterable[Obligation], facts: NoticeFacts) -> tuple[Duty, ...]:
    """Return stored obligations with their states."""
    return assess_all([obligation_row(row) for row in rows], facts)


def _obligations(db: Session, notices: Sequence[Notice]) -> dict[UUID, list[Obligation]]:
    found: dict[UUID, list[Obligation]] = {notice.id: [] for notice in notices}
    query = (
        select(Obligation)
        .where(Obligation.notice_id.in_(found))
        .order_by(Obligation.position, Obligation.id)
    )
    for row in db.scalars(query):
        found[row.notice_id].append(row)
    return found
