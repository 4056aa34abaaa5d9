"""Backups of the data file: made by SQLite's own backup, checked, fingerprinted and thinned."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jz_training.domain.thinning import to_keep
from jz_training.errors import BackupUnusable, CannotWrite, DiskFull

STAMP = "%Y-%m-%d_%H%M%S_%f"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFile:
    """One backup on disk. `kind` says why: auto, hand, before_upgrade, before_restore."""

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

    Raises DiskFull or CannotWrite; a half-made copy is removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{now.strftime(STAMP)}.{kind}.sqlite"
    part = target.with_suffix(".part")
    try:
        _copy(data, part)
        digest = _digest(part)
        target.with_suffix(".sha256").write_text(digest, encoding="ascii")
        os.replace(part, target)
    except sqlite3.OperationalError as error:
        raise (DiskFull() if "full" in str(error) else _failed(target, error)) from error
    except OSError as error:
        raise _failed(target, error) from error
    finally:
        part.unlink(missing_ok=True)
    return BackupFile(path=target, made_at=now, kind=kind, size=target.stat().st_size)


def _failed(target: Path, error: Exception) -> CannotWrite:
    return CannotWrite(target, "backups_read_only", details=str(error))


def _copy(data: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"file:{data.as_posix()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, no companions
        if not _is_sound(copy):
            raise BackupUnusable(target.name, details="integrity_check")
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
        backup.path.unlink()
        backup.path.with_suffix(".sha256").unlink(missing_ok=True)
    return gone


def check_backup(path: Path) -> None:
    """Raise BackupUnusable unless a backup is byte for byte what was made and is sound."""
    try:
        expected = path.with_suffix(".sha256").read_text(encoding="ascii").strip()
        if _digest(path) != expected:
            raise BackupUnusable(path.name, details="sha256")
        with closing(sqlite3.connect(f"file:{path.as_posix()}?mode=ro", uri=True)) as db:
            sound = _is_sound(db)
    except (OSError, sqlite3.DatabaseError) as error:
        raise BackupUnusable(path.name, details=str(error)) from error
    if not sound:
        raise BackupUnusable(path.name, details="integrity_check")


def put_back(backup: Path, data: Path) -> None:
    """Replace the data file by a checked backup; nobody may have the data file open."""
    check_backup(backup)
    part = data.with_suffix(".restoring")
    shutil.copyfile(backup, part)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    for companion in ("-wal", "-shm", "-journal"):
        data.with_name(data.name + companion).unlink(missing_ok=True)
    os.replace(part, data)
