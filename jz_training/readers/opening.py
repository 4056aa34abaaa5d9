"""The first look at a file from outside: is it a file, is it small enough, how does it begin."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISREG
from typing import Protocol

from jz_training.errors import CannotRead
from jz_training.readers.grids.sniff import HEAD_BYTES
from jz_training.readers.limits import Limits


class Refusals(Protocol):
    """The sentences for what cannot even be opened, in the words of what was to be read."""

    def missing(self, path: Path, details: str = "") -> CannotRead:
        """There is no such file, or it may not be opened."""

    def not_a_file(self, path: Path) -> CannotRead:
        """It is a folder, a pipe or a device."""

    def too_large(self, path: Path, limit: int) -> CannotRead:
        """The file has more than `limit` bytes."""


def head_of(path: Path, limits: Limits, refusals: Refusals) -> bytes:
    """Return the first `HEAD_BYTES` bytes; raise CannotRead for what is no file or too large."""
    try:
        about = path.stat()
        if not S_ISREG(about.st_mode):  # a pipe would be waited for, a device has no end
            raise refusals.not_a_file(path)
        if about.st_size > limits.file_bytes:
            raise refusals.too_large(path, limits.file_bytes)
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except (OSError, ValueError) as error:  # ValueError: a zero character in the name
        raise refusals.missing(path, repr(error)) from error
