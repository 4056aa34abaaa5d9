"""Many new rows at once: quick, logged, and undone as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Table, insert, select
from sqlalchemy.orm import Session

from jz_training.domain.ids import new_id
from jz_training.storage import journal
from jz_training.storage.store import Work
from jz_training.storage.tables import Change, Kept

Values = dict[str, Any]

CHUNK = 1000
#: From this many rows on, an empty table gets its indexes after its rows (speed.md P10).
INDEX_LATER = 5000


def add_many(db: Work, kind: type[Kept], rows: Iterable[Values]) -> None:
    """Insert whole new rows of one kind (ids, derived columns, stamps and version included)."""
    db.flush()
    table: Table = kind.__table__  # type: ignore[attr-defined]  # every mapped class has one
    source = iter(rows)
    first = list(islice(source, INDEX_LATER))
    late = len(first) == INDEX_LATER and db.scalar(select(kind.id).limit(1)) is None
    if late:
        _drop_indexes(db, table)
    for position, part in enumerate(_chunks(first, source)):
        db.execute(insert(table), part)
        db.execute(insert(Change.__table__), [_change(db, table, position, part)])  # type: ignore[arg-type]
        db.info["bulk"] = True
    if late:
        _make_indexes(db, table)


def _chunks(first: list[Values], rest: Iterator[Values]) -> Iterator[list[Values]]:
    for start in range(0, len(first), CHUNK):
        yield first[start : start + CHUNK]
    while part := list(islice(rest, CHUNK)):
        yield part


def _change(db: Work, table: Table, position: int, part: list[Values]) -> Values:
    kept = [column.key for column in table.columns if column.key not in journal.QUIET]
    log = [[row["id"].hex, None, {key: journal.to_json(row[key]) for key in kept}] for row in part]
    return {
        "id": new_id(),
        "act_id": db.act_id,
        "position": 1_000_000 + position,  # after the rows noted one by one
        "entity": table.name,
        "rows": log,
    }


def _drop_indexes(db: Session, table: Table) -> None:
    for index in table.indexes:
        index.drop(db.connection())


def _make_indexes(db: Session, table: Table) -> None:
    for index in table.indexes:
        index.create(db.connection())
