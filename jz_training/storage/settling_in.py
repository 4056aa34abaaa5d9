"""Putting taken-over data in the place of an empty workspace's: the old or the new, never half.

The filed contents go first: they lie under their fingerprints, nothing is written over, and one
that no row names does no harm. The data goes last, by one renaming (`restoring.swap`).
"""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from jz_training.safe_files import faults_of, sync_folder
from jz_training.storage.sqlite_file import look_into
from jz_training.storage.tables import (
    Attachment,
    Material,
    Notice,
    Person,
    Plan,
    Publicity,
    Speaker,
    Task,
    Training,
    Unit,
    Venue,
)

#: What somebody enters by hand: with none of it there is nothing to lose.
ENTERED = (
    Person, Unit, Training, Notice, Plan, Task, Publicity, Attachment, Venue, Speaker, Material,
)  # fmt: skip


def is_empty(data: Path) -> bool:
    """Tell whether nothing was entered yet; the union's name and settings do not count."""
    with closing(look_into(data)) as db:
        return not any(
            db.execute(f"SELECT 1 FROM {table.__tablename__} LIMIT 1").fetchone()
            for table in ENTERED
        )


def settle_files(taken: Path, folder: Path) -> None:
    """Move the filed contents of an unpacked workspace into another on the same disk.

    Raises DiskFull or CannotWrite; what was moved by then does no harm.
    """
    with faults_of(folder):
        for source in sorted((taken / "files").glob("*/*")):
            target = folder / "files" / source.parent.name / source.name
            target.parent.mkdir(mode=0o700, exist_ok=True)
            os.replace(source, target)
            sync_folder(target.parent)
