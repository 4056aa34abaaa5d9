"""Helping a workspace whose data file is damaged, without opening it."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from jz_training.errors import NotFound, ReadOnly, WorkspaceInUse
from jz_training.services.backups import BackupRow
from jz_training.storage.backups import list_backups
from jz_training.storage.restoring import keep_aside, stage, swap

_DATA = "data.sqlite"


def backups_of(folder: Path) -> tuple[BackupRow, ...]:
    """Return the backups of a workspace, newest first."""
    return tuple(
        BackupRow(name=backup.name, made_at=backup.made_at, kind=backup.kind, size=backup.size)
        for backup in list_backups(folder / "backups")
    )


def restore_damaged(folder: Path, name: str, *, now: datetime) -> Path | None:
    """Put a backup in the place of damaged or missing data.

    Returns where the damaged file was kept, None when there was none. Raises NotFound,
    BackupUnusable, DatabaseIsNewer, WorkspaceInUse, ReadOnly or DiskFull, and then nothing has
    changed.
    """
    backup = next((b for b in list_backups(folder / "backups") if b.name == name), None)
    if backup is None:
        raise NotFound("backup")
    if not os.access(folder, os.W_OK):
        raise ReadOnly
    try:
        with FileLock(folder / "workspace.lock", timeout=0):
            part = stage(backup.path, folder / _DATA)
            kept = keep_aside(folder / _DATA, now=now)
            swap(part, folder / _DATA)
    except Timeout as error:
        raise WorkspaceInUse(folder) from error
    return kept
