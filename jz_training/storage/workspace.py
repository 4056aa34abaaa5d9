"""A workspace is a folder: `data.sqlite`, `files/`, `backups/`; one program writes in it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from jz_training.errors import (
    DatabaseDamaged,
    NotFound,
    WorkspaceInUse,
    WorkspaceUnusable,
)
from jz_training.storage import backups, schema
from jz_training.storage.engine import sqlite_engine
from jz_training.storage.store import Store

#: Up to this size the data file is checked on every start; a larger one when it is backed up.
CHECKED_AT_START = 64 * 2**20


class Workspace:
    """The open folder of one union. Close it to let others in."""

    def __init__(self, folder: Path, *, clock: Callable[[], datetime] = datetime.now) -> None:
        """Open a folder, making it when it is not there.

        Raises WorkspaceInUse, WorkspaceUnusable, DatabaseIsNewer or DatabaseDamaged; in every
        case the data is as it was.
        """
        self.folder = folder.absolute()
        self.clock = clock
        self.operator: Callable[[], str] = lambda: ""
        self.read_only = not _make_folders(self.folder)
        self._lock = FileLock(self.folder / "workspace.lock")
        self._take_lock()
        try:
            self._prepare_data()
            self.store = self._open_store()
        except BaseException:
            self._lock.release()
            raise

    @property
    def data(self) -> Path:
        """Return the data file."""
        return self.folder / "data.sqlite"

    @property
    def backup_folder(self) -> Path:
        """Return where the backups lie."""
        return self.folder / "backups"

    def _take_lock(self) -> None:
        if self.read_only:
            return
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise WorkspaceInUse(self.folder) from error

    def _prepare_data(self) -> None:
        state = schema.schema_state(self.data)
        if state is schema.SchemaState.CURRENT:
            _check_quickly(self.data)
            return
        if self.read_only:
            raise WorkspaceUnusable(self.folder, "read_only_and_empty")
        if state is schema.SchemaState.OLDER:
            self.back_up(kind="before_upgrade")
        self._upgrade()

    def _upgrade(self) -> None:
        engine = sqlite_engine(self.data)
        try:
            schema.upgrade(engine)
        finally:
            engine.dispose()

    def _open_store(self) -> Store:
        engine = sqlite_engine(self.data, read_only=self.read_only)
        return Store(engine, clock=self.clock, operator=lambda: self.operator())

    def back_up(self, *, kind: str = "auto") -> backups.BackupFile:
        """Make and check a backup now, then thin the older ones."""
        made = backups.make_backup(self.data, self.backup_folder, now=self.clock(), kind=kind)
        backups.thin_backups(self.backup_folder, now=self.clock())
        return made

    def backups(self) -> tuple[backups.BackupFile, ...]:
        """Return the backups, newest first."""
        return backups.list_backups(self.backup_folder)

    def restore(self, name: str) -> None:
        """Put a backup in the place of the data; the present data is backed up first.

        Raises NotFound or BackupUnusable, and then nothing has changed.
        """
        chosen = next((b for b in self.backups() if b.name == name), None)
        if chosen is None:
            raise NotFound("backup")
        backups.check_backup(chosen.path)
        backups.make_backup(self.data, self.backup_folder, now=self.clock(), kind="before_restore")
        self.store.close()
        backups.put_back(chosen.path, self.data)
        self._prepare_data()
        self.store = self._open_store()

    def close(self) -> None:
        """Give the folder back."""
        self.store.close()
        self._lock.release()


def _make_folders(folder: Path) -> bool:
    """Make the folders of a workspace; return False when they may only be read."""
    try:
        for path in (folder, folder / "files", folder / "backups"):
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError as error:
        raise WorkspaceUnusable(folder, "is_a_file") from error
    except OSError as error:
        if not folder.is_dir():
            raise WorkspaceUnusable(folder, "cannot_make", details=str(error)) from error
        return False
    return os.access(folder, os.W_OK)


def _check_quickly(data: Path) -> None:
    if data.stat().st_size > CHECKED_AT_START:
        return
    try:
        with closing(sqlite3.connect(f"file:{data.as_posix()}?mode=ro", uri=True)) as db:
            result = db.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        raise DatabaseDamaged(data, details=str(error)) from error
    if result != ("ok",):
        raise DatabaseDamaged(data, details=str(result))
