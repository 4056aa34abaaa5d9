"""What a period came to besides its trainings: the duties of its notices and what was done."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from jz_training.domain.outreach import OutreachRow
from jz_training.domain.progress import Progress
from jz_training.domain.publicity import PublicityRow
from jz_training.domain.task_book import TaskBook
from jz_training.services.evidence_facts import since
from jz_training.services.notice_rows import filed_row
from jz_training.services.outreach_rows import OutreachQuery, outreach_rows
from jz_training.services.plan_rows import plan_views
from jz_training.services.publicity import PublicityQuery, publicity_rows
from jz_training.services.task_books import TaskBooks
from jz_training.services.tasks import task_row
from jz_training.storage.tables import Attachment, Notice, Obligation, Plan, Task, Training


def progress_between(
    db: Session, books: TaskBooks, *, start: date, end: date, now: datetime
) -> Progress:
    """Return what the summary of a period counts.

    Publications and talks are those of the period. Notices are those that were under way in it:
    not later than its end, and with something open, or made or served in the period. Plans, tasks
    and documents are theirs, and those of no notice at all.
    """
    published = publicity_rows(db, PublicityQuery(start=start, end=end))
    talks = outreach_rows(db, OutreachQuery(start=start, end=end), now=now)
    served = _served(db, published, talks, start, end)
    notices = [one for one in _notices(db) if since(one) <= end]
    found = list(zip(notices, books.of(db, notices), strict=True))
    under_way = [(one, book) for one, book in found if _under_way(one, book, served, start)]
    ids = [one.id for one, _ in under_way]
    plans = db.scalars(select(Plan).where(_of(Plan.notice_id, ids)).order_by(Plan.id)).all()
    return Progress(
        as_of=now.date(),
        books=tuple(book for _, book in under_way),
        plans=plan_views(db, plans, organiser="", now=now),
        tasks=tuple(map(task_row, _belonging(db, Task, ids, Task.position))),
        documents=tuple(map(filed_row, _belonging(db, Attachment, ids, Attachment.filed_on))),
        publicity=published,
        talks=talks,
    )


def _notices(db: Session) -> Sequence[Notice]:
    return db.scalars(select(Notice).order_by(Notice.received_on, Notice.id)).all()


def _served(
    db: Session,
    published: Sequence[PublicityRow],
    talks: Sequence[OutreachRow],
    start: date,
    end: date,
) -> set[UUID | None]:
    """Return the notices for which something was held or published in the period."""
    held = select(Training.notice_id).where(
        Training.start >= datetime.combine(start, datetime.min.time()),
        Training.start <= datetime.combine(end, datetime.max.time()),
    )
    of_talks = {talk.draft.notice_id for talk in talks}
    return set(db.scalars(held)) | {row.draft.notice_id for row in published} | of_talks


def _under_way(notice: Notice, book: TaskBook, served: set[UUID | None], start: date) -> bool:
    is_open = any(not duty.settled for duty in book.duties)
    return is_open or notice.id in served or since(notice) >= start


def _of(column: InstrumentedAttribute[Any], ids: Collection[UUID]) -> Any:
    return or_(column.in_(ids), column.is_(None))


def _belonging(
    db: Session, kind: type[Any], ids: Collection[UUID], order: InstrumentedAttribute[Any]
) -> Sequence[Any]:
    """Return what belongs to the notices or their duties, and what belongs to no notice."""
    of_duties = select(Obligation.id).where(Obligation.notice_id.in_(ids))
    query = (
        select(kind)
        .where(
            or_(
                kind.notice_id.in_(ids),
                kind.obligation_id.in_(of_duties),
                kind.notice_id.is_(None) & kind.obligation_id.is_(None),
            )
        )
        .order_by(order, kind.id)
    )
    return db.scalars(query).all()
