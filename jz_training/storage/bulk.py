"""Many new rows at once: quick, logged, and undone as one.

A roster of 100,000 people is the case it is made for: whole columns are converted at a time, and
the driver gets tuples (docs/decisions/0009-speed.md has the figures).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Table, insert, select
from sqlalchemy.orm import Session

from jz_training.domain.ids import new_id, new_ids
from jz_training.storage import journal
from jz_training.storage.store import Work
from jz_training.storage.tables import Change, Kept

Row = tuple[Any, ...]

CHUNK = 1000
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
        db.info["bulk"] = True
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
        self._logged = tuple(columns)
        self._names = ("id", *columns, "version", "created_at", "changed_at")
        self._book_keeping = (1, stamp, stamp)
        self._position = 1_000_000  # after the rows noted one by one
        self._insert = _inserter(db, table, self._names)

    def write(self, part: list[Row]) -> None:
        """Insert some rows and log them as one change."""
        ids = new_ids(len(part))
        values = list(zip(*part, strict=True))
        same = [(value,) * len(part) for value in self._book_keeping]
        self._insert([ids, *values, *same])
        self._log([one.hex for one in ids], values)

    def _log(self, ids: list[str], values: list[Row]) -> None:
        plain = zip(*map(journal.to_json_all, values), strict=True)
        names = ("id", *self._logged)
        rows = [
            [row_id, None, dict(zip(names, (row_id, *row), strict=True))]
            for row_id, row in zip(ids, plain, strict=True)
        ]
        change = {
            "id": new_id(),
            "act_id": self._db.act_id,
            "position": self._position,
            "entity": self._table.name,
            "rows": rows,
        }
        self._db.execute(insert(Change.__table__), [change])  # type: ignore[arg-type]
        self._position += 1


def _inserter(
    db: Session, table: Table, names: Sequence[str]
) -> Callable[[Sequence[Sequence[Any]]], None]:
    """Return what inserts rows given as columns, in the order of `names`.

    SQLAlchemy converts value by value and takes three times as long (speed.md §2); its own types
    still say how.
    """
    connection = db.connection()
    statement = insert(table).compile(dialect=connection.dialect, column_keys=list(names))
    if not statement.positional:  # this driver takes parameters by name
        return lambda columns: _insert_named(db, table, names, columns)
    sql, order = str(statement), statement.positiontup or []
    places = [names.index(name) for name in order]
    converters = [_converter(db, table, name) for name in order]

    def insert_rows(columns: Sequence[Sequence[Any]]) -> None:
        converted = [convert(columns[at]) for at, convert in zip(places, converters, strict=True)]
        connection.exec_driver_sql(sql, list(zip(*converted, strict=True)))

    return insert_rows


def _insert_named(
    db: Session, table: Table, names: Sequence[str], columns: Sequence[Sequence[Any]]
) -> None:
    rows = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
    db.execute(insert(table), rows)


def _converter(db: Session, table: Table, name: str) -> Callable[[Sequence[Any]], Iterable[Any]]:
    """Return what turns a column's values into what the driver stores."""
    dialect = db.connection().dialect
    convert = table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
    if convert is None:
        return lambda values: values
    known: dict[Any, Any] = {}

    def convert_all(values: Sequence[Any]) -> Iterable[Any]:
        if len(distinct := set(values)) == len(values):
            return map(convert, values)
        known.update((value, convert(value)) for value in distinct - known.keys())
        return map(known.__getitem__, values)

    return convert_all


def _drop_indexes(db: Session, table: Table) -> None:
    for index in table.indexes:
        index.drop(db.connection())


def _make_indexes(db: Session, table: Table) -> None:
    for index in table.indexes:
        index.create(db.connection())
