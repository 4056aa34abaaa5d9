"""Helping a workspace whose data file cannot be opened any more."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from jz_training.errors import BackupUnusable, NotFound
from jz_training.services.backups import BackupRow
from jz_training.storage.backups import STAMP, check_backup, list_backups, put_back


def usable_backups(folder: Path) -> tuple[BackupRow, ...]:
    """Return the backups of a workspace that pass their check, newest first."""
    found = []
    for backup in list_backups(folder / "backups"):
        try:
            check_backup(backup.path)
        except BackupUnusable:
            continue
        found.append(
            BackupRow(name=backup.name, made_at=backup.made_at, kind=backup.kind, size=backup.size)
        )
    return tuple(found)


def restore_over_damage(
    folder: Path, name: str, *, clock: Callable[[], datetime] = datetime.now
) -> None:
    """Put a backup in the place of a damaged data file, which is kept beside it.

    Raises NotFound or BackupUnusable, and then nothing has changed.
    """
    chosen = next((b for b in list_backups(folder / "backups") if b.name == name), None)
    if chosen is None:
        raise NotFound("backup")
    check_backup(chosen.path)
    data = folder / "data.sqlite"
    if data.exists():
        os.replace(data, folder / f"data.damaged-{clock().strftime(STAMP)}.sqlite")
    put_back(chosen.path, data)
