"""A workspace is a folder: `data.sqlite`, `files/`, `backups/`; one program writes in it."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy.exc import DatabaseError

from jz_training.domain.handover import HandoverFacts, HandoverKind
from jz_training.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DiskFull,
    HandoverUnusable,
    NotFound,
    WorkspaceInUse,
    WorkspaceUnusable,
)
from jz_training.safe_files import is_full, sweep
from jz_training.storage import backups, restoring, schema, settling_in, taking_over
from jz_training.storage.engine import sqlite_engine
from jz_training.storage.files import FileStore
from jz_training.storage.handover_form import ARCHIVED, archive_facts
from jz_training.storage.handover_zip import look
from jz_training.storage.sqlite_file import can_write, look_into, refusal, told
from jz_training.storage.store import Store
from jz_training.storage.taking_over import Tell

#: Up to this size the data file is checked on every start; a larger one when it is backed up.
CHECKED_AT_START = 64 * 2**20
#: Bytes of a workspace's path: SQLite takes 512 everywhere but on Windows, and the longest name
#: below is that of a backup while it is being made.
LONGEST_PATH = 430


class Workspace:
    """The open folder of one union. Close it to let others in."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], datetime] = datetime.now,
        reading: bool = False,
    ) -> None:
        """Open a folder, making it when it is not there.

        `archived` is what an archive says of itself, None for a workspace that is worked in.
        With `reading` a folder that is ready is opened beside whoever writes in it, and nothing
        can be changed. Raises WorkspaceInUse, WorkspaceUnusable, DatabaseIsNewer, DatabaseDamaged
        or DatabaseMissing; in every case the data is as it was.
        """
        self.folder = Path(os.path.abspath(folder))
        self.clock = clock
        self.operator: Callable[[], str] = lambda: ""
        self._lock = FileLock(self.folder / "workspace.lock")
        _refuse_long_path(self.folder)
        self.read_only = reading and self._is_ready()
        if not self.read_only:
            self.read_only = not (_make_folders(self.folder) and can_write(self.data))
            self._take_lock()
        try:
            self._prepare_data()
            self.read_only = self.read_only or (self.folder / ARCHIVED).exists()
            self.archived = archive_facts(self.folder)
            self.store = self._open_store()
            self.files = FileStore(self.folder / "files", read_only=self.read_only)
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

    def _is_ready(self) -> bool:
        """Tell whether the data can be read as it is, without making or upgrading anything."""
        return schema.schema_state(self.data) is schema.SchemaState.CURRENT

    def _take_lock(self) -> None:
        if self.read_only:
            return
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise WorkspaceInUse(self.folder) from error
        except (OSError, NotImplementedError) as error:
            if isinstance(error, OSError) and is_full(error):
                raise DiskFull from error
            raise WorkspaceUnusable(self.folder, "cannot_lock", details=repr(error)) from error
        self._sweep()

    def _sweep(self) -> None:
        """Remove what killed runs left; under the lock nobody is at work on any of it."""
        sweep(self.folder)
        backups.sweep_parts(self.backup_folder)
        taking_over.sweep_unpacked(self.folder)
        with suppress(OSError):
            self.data.with_suffix(".restoring").unlink(missing_ok=True)

    def _prepare_data(self) -> None:
        state = schema.schema_state(self.data)
        if state is schema.SchemaState.CURRENT:
            _check_quickly(self.data)
            return
        if state is schema.SchemaState.EMPTY and self.backups():
            raise DatabaseMissing(self.data)
        if self.read_only:
            raise WorkspaceUnusable(self.folder, "read_only_and_empty")
        if state is schema.SchemaState.OLDER:
            self.back_up(kind="before_upgrade")
        self._upgrade()

    def _upgrade(self) -> None:
        engine = sqlite_engine(self.data)
        try:
            schema.upgrade(engine)
        except DatabaseError as error:
            raise told(error.orig, self.data) or error from error
        finally:
            engine.dispose()

    def _open_store(self) -> Store:
        engine = sqlite_engine(self.data, read_only=self.read_only)
        return Store(engine, data=self.data, clock=self.clock, operator=lambda: self.operator())

    def back_up(self, *, kind: str = "auto") -> backups.BackupFile:
        """Make and check a backup now, then thin the older ones.

        Raises ReadOnly, DiskFull, CannotWrite, or DatabaseDamaged when the data does not pass.
        """
        self._require_writable()
        made = backups.make_backup(self.data, self.backup_folder, now=self.clock(), kind=kind)
        backups.thin_backups(self.backup_folder, now=self.clock())
        return made

    def backups(self) -> tuple[backups.BackupFile, ...]:
        """Return the backups, newest first."""
        return backups.list_backups(self.backup_folder)

    def restore(self, name: str) -> None:
        """Put a backup in the place of the data, which is backed up first or, damaged, set aside.

        Raises NotFound, BackupUnusable, DatabaseIsNewer, ReadOnly or DiskFull, and then nothing
        has changed; the workspace is open afterwards in every case.
        """
        self._require_writable()
        chosen = next((b for b in self.backups() if b.name == name), None)
        if chosen is None:
            raise NotFound("backup")
        part = restoring.stage(chosen.path, self.data)
        try:
            sound = self._back_up_before_restore()
            self.store.close()
            self._replace_data(part, sound=sound)
        finally:
            part.unlink(missing_ok=True)

    def take_over(self, archive: Path, *, tell: Tell) -> HandoverFacts:
        """Put the data and files of a handed-over workspace in the place of these empty ones.

        Raises HandoverUnusable (also where something was entered already), DatabaseIsNewer,
        ReadOnly, DiskFull or CannotWrite, and then the data is as it was; the workspace is open
        afterwards in every case.
        """
        self._require_writable()
        if look(archive).kind is HandoverKind.ARCHIVE:
            raise HandoverUnusable(archive, "is_archive")
        if not self.is_empty():
            raise HandoverUnusable(archive, "not_empty")
        with taking_over.unpacked(archive, self.folder, tell=tell) as (manifest, taken):
            sound = self._back_up_before_restore(kind="before_taking_over")
            settling_in.settle_files(taken, self.folder)
            self.store.close()
            self._replace_data(taken / self.data.name, sound=sound)
        return manifest.facts

    def is_empty(self) -> bool:
        """Tell whether nothing was entered yet but the union's name and settings."""
        return settling_in.is_empty(self.data)

    def _require_writable(self) -> None:
        if self.read_only:
            raise refusal(self.folder)

    def _back_up_before_restore(self, *, kind: str = "before_restore") -> bool:
        """Back the present data up; return False when it is too damaged for that."""
        try:
            backups.make_backup(self.data, self.backup_folder, now=self.clock(), kind=kind)
        except DatabaseDamaged:
            return False
        return True

    def _replace_data(self, part: Path, *, sound: bool) -> None:
        try:
            if not sound:
                restoring.keep_aside(self.data, now=self.clock())
            restoring.swap(part, self.data)
            self._prepare_data()
        finally:
            self.store = self._open_store()

    def close(self) -> None:
        """Give the folder back."""
        self.store.close()
        self._lock.release()


def _refuse_long_path(folder: Path) -> None:
    if os.name != "nt" and len(os.fsencode(folder)) > LONGEST_PATH:
        raise WorkspaceUnusable(folder, "path_too_long")


def _make_folders(folder: Path) -> bool:
    """Make the folders of a workspace; return False when they may only be read."""
    try:
        for path in (folder, folder / "files", folder / "backups"):
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise WorkspaceUnusable(folder, "is_a_file") from error
    except OSError as error:
        if is_full(error):
            raise DiskFull from error
        if not os.path.isdir(folder):
            long = error.errno == errno.ENAMETOOLONG
            fault = "path_too_long" if long else "cannot_make"
            raise WorkspaceUnusable(folder, fault, details=str(error)) from error
        return False
    return True


def _check_quickly(data: Path) -> None:
    if data.stat().st_size > CHECKED_AT_START:
        return
    try:
        with closing(look_into(data)) as db:
            result = db.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        raise told(error, data) or DatabaseDamaged(data, details=str(error)) from error
    if result != ("ok",):
        raise DatabaseDamaged(data, details=str(result))
