"""What was entered before, for forms to offer."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

#: More than this nobody looks through.
MOST_OFFERED = 200


def used_before(
    db: Session, column: InstrumentedAttribute[str], *where: ColumnElement[bool]
) -> tuple[str, ...]:
    """Return the texts of a column in rows that meet the conditions, most used first."""
    query = (
        select(column)
        .where(column != "", *where)
        .group_by(column)
        .order_by(func.count().desc(), column)
    )
    return tuple(db.scalars(query.limit(MOST_OFFERED)))


def offered(
    db: Session, column: InstrumentedAttribute[str], library: InstrumentedAttribute[str]
) -> tuple[str, ...]:
    """Return the texts of a column, most used first, then what else a library has, by name."""
    kept = db.scalars(select(library).order_by(library))
    return tuple(dict.fromkeys((*used_before(db, column), *kept)))
