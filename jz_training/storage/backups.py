"""Backups of the data file: made by SQLite's own backup, checked, fingerprinted and thinned."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jz_training.domain.thinning import to_keep
from jz_training.errors import (
    BackupUnusable,
    CannotWrite,
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
)
from jz_training.safe_files import is_full, sync_folder
from jz_training.storage.sqlite_file import look_into, told, uri

STAMP = "%Y-%m-%d_%H%M%S_%f"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFile:
    """One backup on disk. `kind` says why: auto, hand, before_upgrade, before_restore,
    before_import, before_taking_over."""

    path: Path
    made_at: datetime
    kind: str
    size: int

    @property
    def name(self) -> str:
        """Return the file name, by which a backup is asked for."""
        return self.path.name


def make_backup(data: Path, folder: Path, *, now: datetime, kind: str = "auto") -> BackupFile:
    """Copy the data file into `folder`, check the copy and keep its SHA-256 beside it.

    Raises DiskFull, CannotWrite, or DatabaseDamaged when the data does not pass; a half-made copy
    is removed.
    """
    target = folder / f"{now.strftime(STAMP)}.{kind}.sqlite"
    part, digest = target.with_suffix(".part"), target.with_suffix(".sha256")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy(data, part)
        digest.write_text(_digest(part), encoding="ascii")
        os.replace(part, target)
    except BaseException as error:
        for left in (digest, part, part.with_name(f"{part.name}-journal")):
            with suppress(OSError):
                left.unlink()
        raise _why(error, data, target) from error
    sync_folder(folder)
    return BackupFile(path=target, made_at=now, kind=kind, size=target.stat().st_size)


def _why(error: BaseException, data: Path, target: Path) -> BaseException:
    """Return what to tell when a backup could not be made."""
    if isinstance(error, sqlite3.DatabaseError):
        sentence = told(error, data)
        if isinstance(sentence, DiskFull | DatabaseDamaged | DatabaseBusy):
            return sentence
    elif not isinstance(error, OSError):
        return error
    elif is_full(error):
        return DiskFull()
    return CannotWrite(target, "backups_read_only", details=str(error))


def _copy(data: Path, target: Path) -> None:
    with closing(look_into(data)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, no companions
        if not _is_sound(copy):
            raise DatabaseDamaged(data, details="integrity_check")
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _is_sound(db: sqlite3.Connection) -> bool:
    return bool(db.execute("PRAGMA integrity_check").fetchone() == ("ok",))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def list_backups(folder: Path) -> tuple[BackupFile, ...]:
    """Return the backups of a folder, newest first; foreign files are left alone."""
    found = []
    for path in folder.glob("*.sqlite"):
        stamp, _, rest = path.name.partition(".")
        try:
            made_at = datetime.strptime(stamp, STAMP)
        except ValueError:
            continue
        kind = rest.removesuffix(".sqlite")
        found.append(BackupFile(path=path, made_at=made_at, kind=kind, size=path.stat().st_size))
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def thin_backups(folder: Path, *, now: datetime) -> tuple[BackupFile, ...]:
    """Remove the backups that the rule of `domain.thinning` no longer keeps; return them."""
    backups = list_backups(folder)
    keep = to_keep((backup.made_at for backup in backups), now=now)
    gone = tuple(backup for backup in backups if backup.made_at not in keep)
    for backup in gone:
        with suppress(OSError):  # held by a virus scanner, say: the next thinning takes it
            backup.path.unlink()
            backup.path.with_suffix(".sha256").unlink(missing_ok=True)
    return gone


def sweep_parts(folder: Path) -> None:
    """Remove copies that a killed run left half made; nobody may be making one."""
    with suppress(OSError):
        for left in folder.glob("[0-9]*.part*"):
            left.unlink(missing_ok=True)


def check_backup(path: Path) -> None:
    """Raise BackupUnusable unless a backup is byte for byte what was made and is sound."""
    try:
        expected = path.with_suffix(".sha256").read_text(encoding="ascii").strip()
        if _digest(path) != expected:
            raise BackupUnusable(path.name, details="sha256")
        with closing(sqlite3.connect(uri(path, mode="ro"), uri=True)) as db:
            sound = _is_sound(db)
    except (OSError, sqlite3.DatabaseError) as error:
        raise BackupUnusable(path.name, details=str(error)) from error
    if not sound:
        raise BackupUnusable(path.name, details="integrity_check")
