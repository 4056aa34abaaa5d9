"""Backups as a secretary sees them: made by themselves, by hand, and put back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from jz_training.storage.backups import BackupFile
from jz_training.storage.workspace import Workspace

#: A backup by itself is made at most this often.
EVERY = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """One backup. `kind`: auto, hand, before_upgrade, before_restore,
    before_import, before_taking_over; size in bytes.
    """

    name: str
    made_at: datetime
    kind: str
    size: int


class Backups:
    """The backups of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._resting = False

    def make(self, *, kind: str = "hand") -> BackupRow:
        """Make a backup now; it is checked before it counts."""
        return _row(self._workspace.back_up(kind=kind))

    def make_if_due(self) -> BackupRow | None:
        """Make a backup when the newest one is old, unless one was restored in this run.

        After a restore the good copies must not be pushed out by the state that made the user
        restore (safety.md, Anki).
        """
        if self._resting or self._workspace.read_only:
            return None
        now = self._workspace.clock()  # a backup "of next year" is one of a clock that was wrong
        past = (backup.made_at for backup in self._workspace.backups() if backup.made_at <= now)
        newest = next(past, None)
        if newest is not None and now - newest < EVERY:
            return None
        return self.make(kind="auto")

    def list(self) -> tuple[BackupRow, ...]:
        """Return the backups, newest first."""
        return tuple(_row(backup) for backup in self._workspace.backups())

    def restore(self, name: str) -> None:
        """Put a backup in the place of the data; what happens to that: Workspace.restore."""
        self._workspace.restore(name)
        self._resting = True


def _row(backup: BackupFile) -> BackupRow:
    return BackupRow(name=backup.name, made_at=backup.made_at, kind=backup.kind, size=backup.size)
