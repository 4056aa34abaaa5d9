"""The list of notices, with how the obligations of each stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from jz_training.domain.notice import NoticeRow
from jz_training.domain.task_book import Duty, DutyState
from jz_training.storage.tables import Notice

_COLUMNS = (
    Notice.id,
    Notice.version,
    Notice.title,
    Notice.issuer,
    Notice.number,
    Notice.dated,
    Notice.received_on,
    Notice.reviewed,
)

#: What is under way: something was done for it, or is planned.
BEGUN = (DutyState.PLANNED, DutyState.PARTLY)


def rows_of(
    db: Session, *where: ColumnElement[bool], limit: int | None = None
) -> tuple[NoticeRow, ...]:
    """Return the notices that meet the conditions, the newest first, without counts."""
    query = select(*_COLUMNS).where(*where).limit(limit)
    newest = query.order_by(Notice.received_on.desc(), Notice.id.desc())
    return tuple(NoticeRow(**row._mapping) for row in db.execute(newest))


def with_counts(row: NoticeRow, duties: Iterable[Duty], today: date) -> NoticeRow:
    """Return a notice's row with how its duties stand; `next_due` is the first day not past."""
    duties = tuple(duties)
    days = [
        by
        for duty in duties
        if not duty.settled and (by := duty.obligation.by) is not None and by >= today
    ]
    return replace(
        row,
        obligations=len(duties),
        met=sum(duty.settled for duty in duties),
        begun=sum(duty.state in BEGUN for duty in duties),
        overdue=sum(duty.overdue(today) for duty in duties),
        next_due=min(days, default=None),
    )


def counted(
    rows: Iterable[NoticeRow], duties: dict[UUID, tuple[Duty, ...]], today: date
) -> tuple[NoticeRow, ...]:
    """Return rows of notices with the counts of their duties."""
    return tuple(with_counts(row, duties.get(row.id, ()), today) for row in rows)
