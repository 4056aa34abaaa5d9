"""Putting a backup in the place of the data: at every moment one whole data file lies there."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path

from jz_training.errors import BackupUnusable, DatabaseDamaged
from jz_training.safe_files import faults_of, sync_folder
from jz_training.storage import schema
from jz_training.storage.backups import check_backup

#: Files that SQLite keeps beside the data while it is open; they belong to that very file.
COMPANIONS = ("-wal", "-shm", "-journal")


def stage(backup: Path, data: Path) -> Path:
    """Copy a backup beside the data, checked, and return the copy; `swap` puts it in place.

    Raises BackupUnusable, DatabaseIsNewer, DiskFull or CannotWrite, and then nothing has changed.
    """
    check_backup(backup)
    _require_known(backup)
    part = data.with_suffix(".restoring")
    try:
        with faults_of(part):
            shutil.copyfile(backup, part)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _require_known(backup: Path) -> None:
    """A backup of a newer program would be data that this one cannot open."""
    try:
        state = schema.schema_state(backup)
    except DatabaseDamaged as error:
        raise BackupUnusable(backup.name, details=error.details) from error
    if state is schema.SchemaState.EMPTY:
        raise BackupUnusable(backup.name, details="no tables")


def swap(part: Path, data: Path) -> None:
    """Put a staged copy in the place of the data; nobody may have the data open.

    A journal of the old data would be rolled back into the new: it goes first, for good.
    """
    with faults_of(data):
        for companion in COMPANIONS:
            data.with_name(data.name + companion).unlink(missing_ok=True)
        sync_folder(data.parent)
        os.replace(part, data)
    sync_folder(data.parent)


def keep_aside(data: Path, *, now: datetime) -> Path | None:
    """Rename damaged data and its companions: somebody may still save something from them.

    Returns the new place, None when there was nothing. Renaming needs no room on a full disk.
    """
    kept = data.with_name(f"damaged-{now:%Y%m%d-%H%M%S}{data.suffix}")
    found = False
    with faults_of(data):
        for ending in (*COMPANIONS, ""):
            source = data.with_name(data.name + ending)
            if source.exists():
                os.replace(source, kept.with_name(kept.name + ending))
                found = True
    sync_folder(data.parent)
    return kept if found else None
