"""Looks at a zip's directory before anything is unpacked (safety.md §0 findings 6 and 9)."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Protocol

from jz_training.errors import CannotRead
from jz_training.readers.grids.refusals import TableRefusals
from jz_training.readers.limits import Limits

#: What a zip file raises when it is cut off, damaged or of an unsupported kind.
ZIP_ERRORS = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError,
    UnicodeDecodeError,  # of a member's name
)  # fmt: skip
_MOST_MEMBERS = 10_000
_LOCAL_HEADER = 30


class Refusals(Protocol):
    """The sentences for a zip that is not unpacked, in the words of what was to be read."""

    def is_broken(self, path: Path, details: str = "") -> CannotRead:
        """The file is cut off or damaged."""

    def unpacks_too_large(self, path: Path, limit: int) -> CannotRead:
        """The file unpacks to more than `limit` bytes."""


def check_zip(path: Path, limits: Limits, refusals: TableRefusals) -> None:
    """Raise CannotRead for a zip that is no .xlsx, a bomb, overlapping or cut off."""
    members = members_of(path, refusals)
    names = {member.filename.lower() for member in members}
    if "xl/workbook.xml" not in names:
        raise _other_zip(path, names, refusals)
    check_sizes(path, members, limits, refusals)


def members_of(path: Path, refusals: Refusals) -> list[zipfile.ZipInfo]:
    """Return what the directory of a zip lists; raise CannotRead when it cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.infolist()
    except ZIP_ERRORS as error:
        raise refusals.is_broken(path, repr(error)) from error


def _other_zip(path: Path, names: set[str], refusals: TableRefusals) -> CannotRead:
    if "xl/workbook.bin" in names:
        return refusals.old_kind(path, "二进制工作簿（.xlsb）")
    if {"mimetype", "content.xml"} <= names:
        return refusals.old_kind(path, "OpenDocument 文件（.ods 等）")
    if any(name.startswith(("word/", "ppt/")) for name in names):
        return refusals.not_a_table(path, "文字文档或演示文稿")
    return refusals.not_a_table(path, f"压缩包（如果{refusals.what}在里面，请先解压）")


def check_sizes(
    path: Path, members: list[zipfile.ZipInfo], limits: Limits, refusals: Refusals
) -> None:
    """Raise CannotRead for a bomb: too much to unpack, too many members, shared bytes."""
    if sum(member.file_size for member in members) > limits.unpacked_bytes:
        raise refusals.unpacks_too_large(path, limits.unpacked_bytes)
    if len(members) > _MOST_MEMBERS or _overlapping(members):
        raise refusals.is_broken(path, "too many or overlapping members")


def _overlapping(members: list[zipfile.ZipInfo]) -> bool:
    """Members that share bytes are a bomb's; zipfile itself checks only from 3.11.8 on."""
    end = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        if member.header_offset < end:
            return True
        end = member.header_offset + _LOCAL_HEADER + len(member.filename) + member.compress_size
    return False
