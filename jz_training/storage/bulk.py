"""Many new rows at once: quick, logged, and undone as one.

A roster of 100,000 people is the case it is made for: whole columns are converted at a time, and
the driver gets tuples (docs/decisions/0008-speed.md has the figures).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice, repeat
from typing import Any

from sqlalchemy import Column, Dialect, Table, insert, select
from sqlalchemy.orm import Session

from jz_training.domain.ids import new_id, new_ids
from jz_training.storage import journal
from jz_training.storage.store import Work
from jz_training.storage.tables import Change, Kept

Row = tuple[Any, ...]

CHUNK = 1000
#: Changes of many rows come after the rows noted one by one.
AFTER_NOTED = 1_000_000
#: From this many rows on, an empty table gets its indexes after its rows (speed.md P10).
INDEX_LATER = 5000


def add_many(
    db: Work, kind: type[Kept], columns: Sequence[str], rows: Iterable[Row], *, stamp: datetime
) -> None:
    """Insert new rows of one kind; `columns` names what each tuple holds, all but the book-keeping.

    Identities, versions and stamps are given here. Rows that these point at must be there: a
    reference that comes later has SQLite search the whole table.
    """
    db.flush()
    table: Table = kind.__table__  # type: ignore[attr-defined]  # every mapped class has one
    source = iter(rows)
    first = list(islice(source, INDEX_LATER))
    late = len(first) == INDEX_LATER and db.scalar(select(kind.id).limit(1)) is None
    if late:
        _drop_indexes(db, table)
    writer = _Writer(db, table, columns, stamp)
    for part in _chunks(first, source):
        writer.write(part)
    if late:
        _make_indexes(db, table)


def _chunks(first: list[Row], rest: Iterator[Row]) -> Iterator[list[Row]]:
    for start in range(0, len(first), CHUNK):
        yield first[start : start + CHUNK]
    while part := list(islice(rest, CHUNK)):
        yield part


class _Writer:
    """Writes chunks of rows of one table, each with its line in the change log."""

    def __init__(self, db: Work, table: Table, columns: Sequence[str], stamp: datetime) -> None:
        self._db = db
        self._table = table
        self._names = ("id", *columns)
        self._insert = _inserter(db, table, self._names, stamp)

    def write(self, part: list[Row]) -> None:
        """Insert some rows and log them as one change."""
        values = [new_ids(len(part)), *zip(*part, strict=True)]
        self._insert(values)
        self._log(values)

    def _log(self, values: list[Sequence[Any]]) -> None:
        plain = zip(*map(journal.to_json_all, values), strict=True)
        names = self._names
        done = self._db.info.get("bulk", 0)
        change = {
            "id": new_id(),
            "act_id": self._db.act_id,
            "position": AFTER_NOTED + done,
            "entity": self._table.name,
            "rows": [[row[0], None, dict(zip(names, row, strict=True))] for row in plain],
        }
        self._db.execute(insert(Change.__table__), [change])  # type: ignore[arg-type]  # it is a Table
        self._db.info["bulk"] = done + 1


def _inserter(
    db: Session, table: Table, names: Sequence[str], stamp: datetime
) -> Callable[[list[Sequence[Any]]], object]:
    """Return what inserts rows that are given as columns in the order of `names`.

    SQLAlchemy converts row by row and takes three times as long (speed.md §2); its types still
    say how each column is stored.
    """
    same = {"version": 1, "created_at": stamp, "changed_at": stamp}
    connection = db.connection()
    statement = insert(table).compile(dialect=connection.dialect, column_keys=[*names, *same])
    if not statement.positional:  # a driver that wants every row by name
        return lambda columns: db.execute(
            insert(table),
            [dict(zip(names, row, strict=True)) | same for row in zip(*columns, strict=True)],
        )
    stored = {name: _conversion(table.c[name], connection.dialect) for name in (*names, *same)}
    book_keeping = {name: repeat(stored[name](value)) for name, value in same.items()}

    def insert_rows(columns: list[Sequence[Any]]) -> None:
        named = dict(zip(names, columns, strict=True))
        converted = {name: map(stored[name], values) for name, values in named.items()}
        in_order = [(converted | book_keeping)[name] for name in statement.positiontup or ()]
        connection.exec_driver_sql(str(statement), list(zip(*in_order, strict=False)))

    return insert_rows


def _conversion(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any]:
    """Return what turns a value of a column into what the driver stores."""
    return column.type.dialect_impl(dialect).bind_processor(dialect) or _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _drop_indexes(db: Session, table: Table) -> None:
    for index in table.indexes:
        index.drop(db.connection())


def _make_indexes(db: Session, table: Table) -> None:
    for index in table.indexes:
        index.create(db.connection())
