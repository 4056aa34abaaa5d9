"""Helping a workspace whose data file is damaged, without opening it."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from jz_training.errors import NotFound, WorkspaceInUse
from jz_training.services.backups import BackupRow
from jz_training.storage.backups import check_backup, list_backups, put_back

_DATA = "data.sqlite"


def backups_of(folder: Path) -> tuple[BackupRow, ...]:
    """Return the backups of a workspace, newest first."""
    return tuple(
        BackupRow(name=backup.name, made_at=backup.made_at, kind=backup.kind, size=backup.size)
        for backup in list_backups(folder / "backups")
    )


def restore_damaged(folder: Path, name: str, *, now: datetime) -> Path:
    """Put a backup in the place of damaged data and return where the damaged file was kept.

    Raises NotFound, BackupUnusable or WorkspaceInUse, and then nothing has changed.
    """
    backup = next((b for b in list_backups(folder / "backups") if b.name == name), None)
    if backup is None:
        raise NotFound("backup")
    check_backup(backup.path)
    try:
        with FileLock(folder / "workspace.lock", timeout=0):
            kept = _keep_aside(folder, now)
            put_back(backup.path, folder / _DATA)
    except Timeout as error:
        raise WorkspaceInUse(folder) from error
    return kept


def _keep_aside(folder: Path, now: datetime) -> Path:
    """Copy the damaged file and its companions: somebody may still save something from it."""
    kept = folder / f"damaged-{now:%Y%m%d-%H%M%S}.sqlite"
    for ending in ("", "-wal", "-journal"):
        source = folder / f"{_DATA}{ending}"
        if source.exists():
            shutil.copyfile(source, folder / f"{kept.name}{ending}")
    return kept
