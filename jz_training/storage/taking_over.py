"""Making a workspace of a file: everything is unpacked aside, verified, and then put in place."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZipFile

from jz_training.domain.handover import HandoverFacts, HandoverKind
from jz_training.errors import DatabaseIsNewer, DiskFull, HandoverUnusable, JzError
from jz_training.safe_files import faults_of, sync_folder
from jz_training.storage import schema
from jz_training.storage.handover_form import ARCHIVED, DATA, Manifest, manifest_json
from jz_training.storage.handover_zip import copied, opened
from jz_training.storage.sqlite_file import look_into

#: How the name of a folder begins in which a file is being unpacked.
UNFINISHED = ".jz-taking-"

#: Our data has neither: what somebody put in would run with every line that is saved.
_RUNNING = "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view') LIMIT 1"
Tell = Callable[[int, int], None]


def take_over(
    archive: Path, folder: Path, *, tell: Tell = lambda done, whole: None
) -> HandoverFacts:
    """Make a workspace of a file in a folder that is not there yet, or is empty.

    Everything is unpacked and verified beside the folder and put in place at once. Raises
    HandoverUnusable, DatabaseIsNewer, DiskFull or CannotWrite, and then nothing was made.
    """
    folder = Path(os.path.abspath(folder))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise HandoverUnusable(archive, "folder_not_empty")
    with faults_of(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
    with unpacked(archive, folder.parent, tell=tell) as (manifest, made), faults_of(folder):
        if manifest.facts.kind is HandoverKind.ARCHIVE:
            (made / ARCHIVED).write_bytes(manifest_json(manifest))
        _put_in_place(made, folder)
    return manifest.facts


@contextmanager
def unpacked(
    archive: Path, place: Path, *, tell: Tell = lambda done, whole: None
) -> Iterator[tuple[Manifest, Path]]:
    """Unpack and verify a file in a new folder inside `place`; what is left there goes at the end.

    Raises HandoverUnusable, DatabaseIsNewer, DiskFull or CannotWrite.
    """
    packed, manifest = opened(archive)
    made = _made_in(place)
    try:
        with packed, faults_of(place):
            _require_room(manifest, made)
            _unpack(archive, packed, manifest, made, tell)
        _require_sound(archive, made / DATA)
        yield manifest, made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _made_in(place: Path) -> Path:
    with faults_of(place):
        return Path(mkdtemp(prefix=UNFINISHED, dir=place))


def sweep_unpacked(place: Path) -> None:
    """Remove what killed runs left half unpacked; nobody may be unpacking there."""
    for left in place.glob(f"{UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)


def _require_room(manifest: Manifest, place: Path) -> None:
    if shutil.disk_usage(place).free < manifest.facts.size * 1.1:
        raise DiskFull


def _unpack(archive: Path, packed: ZipFile, manifest: Manifest, place: Path, tell: Tell) -> None:
    for name in ("files", "backups"):
        (place / name).mkdir(mode=0o700)
    for done, part in enumerate(manifest.parts):
        tell(done, len(manifest.parts))
        target = place / part.name
        target.parent.mkdir(mode=0o700, exist_ok=True)
        if copied(packed, part.name, target, limit=part.size) != part.sha256:
            raise HandoverUnusable(archive, "damaged", details=part.name)


def _require_sound(archive: Path, data: Path) -> None:
    """Refuse data that this program cannot open, or that brings something of its own to run."""
    try:
        if schema.schema_state(data) is schema.SchemaState.EMPTY:
            raise HandoverUnusable(archive, "damaged", details="no tables")
        with closing(look_into(data)) as db:
            if db.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise HandoverUnusable(archive, "damaged", details="integrity_check")
            if db.execute(_RUNNING).fetchone() is not None:
                raise HandoverUnusable(archive, "not_ours", details="triggers or views")
    except DatabaseIsNewer as error:
        raise HandoverUnusable(archive, "newer") from error
    except HandoverUnusable:
        raise
    except (JzError, sqlite3.DatabaseError) as error:
        raise HandoverUnusable(archive, "damaged", details=str(error)) from error


def _put_in_place(made: Path, folder: Path) -> None:
    if folder.exists():
        folder.rmdir()  # it is empty
    os.chmod(made, 0o700)
    os.replace(made, folder)
    sync_folder(folder.parent)
