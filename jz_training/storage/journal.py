"""The change log: who did what and when, with every row before and after.

A session that writes notes each flushed row of a kept table; when the unit of work ends, the
notes become one `Act` with its `Change` rows, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Column, event, inspect
from sqlalchemy.orm import Session

from jz_training.storage import paper_tables  # noqa: F401  # mapped like the others
from jz_training.storage.tables import Base, Change, Kept
from jz_training.storage.types import as_stored

#: Book-keeping columns: they tell nothing a person did.
QUIET = frozenset({"version", "created_at", "changed_at"})

_JSON_ITSELF = frozenset({str, int, bool, type(None)})

Values = dict[str, Any]
Noted = tuple[str, list[Any]]  # entity, [id, before, after]


def entities() -> dict[str, type[Kept]]:
    """Return the kept classes by the name of their table."""
    return {
        mapper.local_table.description: mapper.class_
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Kept)
    }


def to_json(value: Any) -> Any:
    """Return a column's value as JSON can hold it."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(as_stored(value)) if isinstance(value, Decimal) else value


def to_json_all(values: Sequence[Any]) -> Sequence[Any]:
    """Return a column's values as JSON can hold them; texts and numbers stay as they are."""
    kinds = set(map(type, values))
    return values if kinds <= _JSON_ITSELF else list(map(to_json, values))


def from_json(column: Column[Any], value: Any) -> Any:
    """Return the value that `to_json` was given, by the column's own type."""
    if value is None:
        return None
    kind = column.type.python_type
    if kind is UUID:
        return UUID(hex=value)
    if kind in (datetime, date):
        return kind.fromisoformat(value)
    return Decimal(value) if kind is Decimal else value


def note_changes(session: Session) -> None:
    """Make a session keep notes of every kept row it flushes."""
    session.info["noted"] = []
    event.listen(session, "before_flush", _note)


def _note(session: Session, _context: Any, _instances: Any) -> None:
    noted: list[Noted] = session.info["noted"]
    for row in _kept(session.new):
        _complete(row)
        noted.append((_entity(row), [row.id.hex, None, _whole(row)]))
    for row in _kept(session.dirty):
        before, after = _difference(row)
        if after:
            noted.append((_entity(row), [row.id.hex, before, after]))
    for row in _kept(session.deleted):
        noted.append((_entity(row), [row.id.hex, _whole(row), None]))


def _kept(rows: Iterable[object]) -> Iterator[Kept]:
    return (row for row in rows if isinstance(row, Kept))


def _entity(row: Kept) -> str:
    return row.__tablename__  # type: ignore[attr-defined,no-any-return]  # every mapped class has it


def _complete(row: Kept) -> None:
    """Fill defaults now: the log is written before the database would fill them."""
    for column in inspect(row).mapper.columns:
        if getattr(row, column.key) is None and column.default is not None:
            default: Any = column.default
            value = default.arg(None) if default.is_callable else default.arg
            setattr(row, column.key, value)


def _whole(row: Kept) -> Values:
    columns = inspect(row).mapper.columns
    return {c.key: to_json(getattr(row, c.key)) for c in columns if c.key not in QUIET}


def _difference(row: Kept) -> tuple[Values, Values]:
    before: Values = {}
    after: Values = {}
    state = inspect(row)
    for column in state.mapper.columns:
        history = state.attrs[column.key].history
        if column.key in QUIET or not history.has_changes():
            continue
        # a row made in this very unit does not know the columns that were left empty
        old = to_json(history.deleted[0]) if history.deleted else None
        new = to_json(history.added[0])
        if old != new:
            before[column.key], after[column.key] = old, new
    return before, after


def write_changes(session: Session, act_id: UUID) -> int:
    """Store the session's notes under an act and return how many rows were touched."""
    noted: list[Noted] = session.info["noted"]
    session.add_all(
        Change(act_id=act_id, position=position, entity=entity, rows=[row])
        for position, (entity, row) in enumerate(noted)
    )
    return len(noted)
