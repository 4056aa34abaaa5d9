"""The folder of filed documents: each file lies under the fingerprint of its content.

A content that is there is never written over, so neither undoing nor restoring an older backup
of the data can lose a file. Nothing sweeps what no row names any more.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jz_training.errors import CannotFile, CannotWrite, FileMissing
from jz_training.safe_files import faults_of, save
from jz_training.storage.sqlite_file import refusal

#: Bytes of the largest file that is taken: a film belongs on a disk of its own.
LARGEST = 500 * 2**20

_ENDING = re.compile(r"\.[a-z0-9]{1,10}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A content in the folder: its SHA-256 in hexadecimal, its size in bytes, its ending."""

    sha256: str
    size: int
    suffix: str


class FileStore:
    """The folder `files/` of a workspace."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self._folder = folder
        self._read_only = read_only

    def put(self, source: Path) -> StoredFile:
        """Take a copy of a file in; the same content is kept once.

        Raises CannotFile with what to do, DiskFull or ReadOnly; then nothing was taken in.
        """
        if self._read_only:
            raise refusal(self._folder.parent)
        stored = _looked_at(source)
        target = self._path(stored)
        if not _is_whole(target, stored.sha256):
            self._copy(source, target, stored)
        return stored

    def _copy(self, source: Path, target: Path, stored: StoredFile) -> None:
        try:
            with faults_of(target):
                target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            save(
                target,
                lambda unfinished: _copy_content(source, unfinished),
                check=lambda unfinished: _is_whole(unfinished, stored.sha256),
            )
        except CannotWrite as error:
            raise CannotFile(source, "not_kept", details=error.details) from error

    def path_of(self, stored: StoredFile, *, name: str) -> Path:
        """Return where a content lies. Raises FileMissing, with the document's name, if it is gone.

        Its size is looked at, its content is not: that is for `check`.
        """
        path = self._path(stored)
        if not path.is_file():
            raise FileMissing(name, "missing")
        if path.stat().st_size != stored.size:
            raise FileMissing(name, "changed")
        return path

    def damaged(self, expected: Iterable[StoredFile]) -> tuple[StoredFile, ...]:
        """Return what is not there, or no longer as it was put in: every byte is read."""
        return tuple(one for one in expected if not _is_whole(self._path(one), one.sha256))

    def _path(self, stored: StoredFile) -> Path:
        return self._folder / stored.sha256[:2] / f"{stored.sha256}{stored.suffix}"


def _looked_at(source: Path) -> StoredFile:
    """Return what a file holds. Raises CannotFile."""
    try:
        if source.is_dir():
            raise CannotFile(source, "is_a_folder")
        size = source.stat().st_size
        if size == 0:
            raise CannotFile(source, "empty")
        if size > LARGEST:
            raise CannotFile(source, "too_large", details=str(size))
        return StoredFile(sha256=_digest(source), size=size, suffix=_suffix(source))
    except FileNotFoundError as error:
        raise CannotFile(source, "missing") from error
    except (OSError, ValueError) as error:
        raise CannotFile(source, "unreadable", details=repr(error)) from error


def _suffix(source: Path) -> str:
    """Return an ending that says what the file is and can do no harm in a name."""
    ending = source.suffix.lower()
    return ending if _ENDING.fullmatch(ending) else ""


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_whole(path: Path, sha256: str) -> bool:
    try:
        return os.path.exists(path) and _digest(path) == sha256
    except OSError:
        return False


def _copy_content(source: Path, unfinished: Path) -> None:
    with source.open("rb") as content, unfinished.open("wb") as copy:
        shutil.copyfileobj(content, copy, 2**20)
