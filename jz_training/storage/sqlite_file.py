"""A data file on its path: its address for SQLite, looking into it, what its errors mean."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from jz_training.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    JzError,
    OnlyLookedAt,
    ReadOnly,
    WorkspaceUnusable,
)
from jz_training.storage.handover_form import ARCHIVED

#: Byte 18 of the header tells the journal mode: 2 for WAL.
_MODE_AT, _WAL = 18, 2

#: Words of SQLite's messages, and what they mean for a person.
_FULL = ("full",)
_READ_ONLY = ("readonly", "read-only")
_BUSY = ("locked", "busy")
_UNREACHABLE = ("unable to open", "disk i/o error")
_DAMAGED = ("malformed", "not a database", "file is encrypted")


def uri(path: Path, *, mode: str) -> str:
    """Return the address of a file for SQLite; any character may stand in the path.

    `mode` is rw, rwc or ro. A file in WAL mode that nobody can write beside is declared
    immutable: SQLite would otherwise want to make its companions there.
    """
    plain = os.fsencode(path.absolute().as_posix())
    root = b"" if plain.startswith(b"/") else b"/"  # C:/… on Windows
    address = f"file://{quote(root + plain, safe='/:')}?mode={mode}"
    return f"{address}&immutable=1" if mode == "ro" and _is_idle_wal(path) else address


def can_write(path: Path) -> bool:
    """Tell whether a data file, there or not, may be written, and its companions beside it."""
    return os.access(path.parent, os.W_OK) and (
        not os.path.exists(path) or os.access(path, os.W_OK)
    )


def look_into(path: Path) -> sqlite3.Connection:
    """Open a file for reading; nothing is changed but what SQLite itself has to finish.

    A journal that a killed program left must be rolled back before anything can be read, and for
    that SQLite needs to write.
    """
    writable = can_write(path)
    connection = sqlite3.connect(uri(path, mode="rw" if writable else "ro"), uri=True)
    connection.execute("PRAGMA query_only=ON")
    return connection


def told(error: sqlite3.Error | BaseException | None, path: Path) -> JzError | None:
    """Return the sentence for an error of SQLite's, None for what is a fault of ours."""
    words = str(error).lower()

    def says(any_of: tuple[str, ...]) -> bool:
        return any(word in words for word in any_of)

    if says(_FULL):
        return DiskFull()
    if says(_READ_ONLY):
        return _read_only(path)
    if says(_BUSY):
        return DatabaseBusy(path)
    if says(_UNREACHABLE):
        return WorkspaceUnusable(path.parent, "cannot_open", details=str(error))
    return DatabaseDamaged(path, details=str(error)) if says(_DAMAGED) else None


def _read_only(path: Path) -> JzError:
    """Reading fails only where a journal waits to be rolled back and nobody may write."""
    journal = path.with_name(path.name + "-journal")
    if not can_write(path) and os.path.exists(journal) and journal.stat().st_size:
        return WorkspaceUnusable(path.parent, "read_only_and_unfinished")
    return refusal(path.parent)


def refusal(folder: Path) -> ReadOnly:
    """Return why nothing is saved in the workspace of a folder that may only be read."""
    return OnlyLookedAt() if (folder / ARCHIVED).exists() else ReadOnly()


def _is_idle_wal(path: Path) -> bool:
    """Tell whether a file is in WAL mode and nobody writes beside it."""
    if os.access(path.parent, os.W_OK) or os.path.exists(path.with_name(path.name + "-wal")):
        return False
    try:
        with path.open("rb") as file:
            return file.read(_MODE_AT + 1)[_MODE_AT:] == bytes([_WAL])
    except OSError:
        return False
