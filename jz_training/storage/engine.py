"""Opening the database in a mode that is safe for the SQLite at hand."""

from __future__ import annotations

import json
import sqlite3
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from jz_training.storage.sqlite_file import can_write, uri

#: Milliseconds to wait for another desk's transaction before saying so: a long report beside the
#: window holds up its saving (docs/decisions/0002-storage-and-undo.md).
BUSY_TIMEOUT = 15_000

Version = tuple[int, int, int]


def wal_is_safe(version: Version) -> bool:
    """Tell whether this SQLite is free of the WAL-reset bug (safety.md §0.1).

    Fixed in 3.51.3 and ported back to 3.50.7 and 3.44.6; earlier ones may lose committed pages
    when several connections are open.
    """
    if version >= (3, 51, 3):
        return True
    return any(line <= version < (line[0], line[1] + 1, 0) for line in ((3, 50, 7), (3, 44, 6)))


def journal_pragmas(version: Version) -> tuple[str, str]:
    """Return the journal mode and the synchronous level to use: durable at every commit."""
    return ("WAL", "FULL") if wal_is_safe(version) else ("TRUNCATE", "EXTRA")


def sqlite_engine(path: Path, *, read_only: bool = False) -> Engine:
    """Return an engine on a workspace's data file; write units begin with BEGIN IMMEDIATE.

    A read that is turned into a write fails at once in SQLite whatever the timeout, so a unit
    that will write says so from the start (execution option ``writing``). `read_only` refuses
    every write, but where it may, SQLite still rolls back what a killed program left.
    """
    mode = ("rw" if can_write(path) else "ro") if read_only else "rwc"
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: sqlite3.connect(uri(path, mode=mode), uri=True, check_same_thread=False),
        poolclass=QueuePool,
        json_serializer=partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
    )
    journal, synchronous = journal_pragmas(sqlite3.sqlite_version_info)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT}")  # before journal_mode: it may wait
        if read_only:
            cursor.execute("PRAGMA query_only=ON")
        else:
            cursor.execute(f"PRAGMA journal_mode={journal}")
            cursor.execute(f"PRAGMA synchronous={synchronous}")
        cursor.execute("PRAGMA foreign_keys=ON")  # SQLite forgets them unless asked
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
