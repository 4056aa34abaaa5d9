"""Opening a file of a whole workspace: what it is must be known before anything is unpacked.

The zip may come from anybody: names that lead elsewhere, parts that overlap, bombs, parts twice
or not in the manifest are refused (safety.md §0, 6 and 9).
"""

from __future__ import annotations

import hashlib
import os
import stat
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from jz_training.domain.handover import HandoverFacts
from jz_training.errors import HandoverUnusable
from jz_training.storage.handover_form import (
    DATA,
    FORMAT,
    MANIFEST,
    README,
    Manifest,
    format_of,
    manifest_of,
)
from jz_training.storage.zip_ends import first_part, parts_told

#: Bytes of the largest manifest: a hundred thousand documents.
LARGEST_MANIFEST = 20 * 2**20
#: How many times larger than packed a part may be; data of empty tables is some thirty times.
MOST_SWELLING = 200
CHUNK = 2**20

_FLAG_UTF8 = 0x800


def look(archive: Path) -> HandoverFacts:
    """Return what a file says of itself; the parts are looked at, not read.

    Raises HandoverUnusable.
    """
    packed, manifest = opened(archive)
    packed.close()
    return manifest.facts


def is_whole(archive: Path, *, tell: Callable[[int], None] = lambda done: None) -> bool:
    """Tell whether every part of a file is what its manifest says.

    `tell` hears how many parts were read and may raise to stop.
    """
    try:
        packed, manifest = opened(archive)
    except HandoverUnusable:
        return False
    with packed:
        for done, part in enumerate(manifest.parts):
            tell(done)
            if copied(packed, part.name, None, limit=part.size) != part.sha256:
                return False
    return True


def opened(archive: Path) -> tuple[ZipFile, Manifest]:
    """Open a zip whose parts are those of its manifest and nothing else.

    Raises HandoverUnusable.
    """
    try:
        with archive.open("rb") as file:
            manifest = _announced(archive, file)
        packed = ZipFile(archive)
    except FileNotFoundError as error:
        raise HandoverUnusable(archive, "missing") from error
    except (BadZipFile, OSError, ValueError, OverflowError, NotImplementedError) as error:
        raise HandoverUnusable(archive, "not_ours", details=repr(error)) from error
    fault = _misfit(manifest, packed.infolist())
    if fault:
        packed.close()
        raise HandoverUnusable(archive, "not_ours", details=fault)
    return packed, manifest


def _announced(archive: Path, file: BinaryIO) -> Manifest:
    """Return the manifest a zip begins with; the zip must tell of as many parts at its end."""
    name, content = first_part(file, largest=LARGEST_MANIFEST)
    if name != MANIFEST:
        raise HandoverUnusable(archive, "not_ours", details="no manifest")
    if format_of(content) > FORMAT:
        raise HandoverUnusable(archive, "newer")
    manifest = manifest_of(content)
    try:
        told = parts_told(file)
    except ValueError as error:  # begins as ours, and does not end so: cut short on a stick
        raise HandoverUnusable(archive, "damaged", details=str(error)) from error
    if told - len(manifest.parts) not in (1, 2):
        raise HandoverUnusable(archive, "not_ours", details="another number of parts")
    return manifest


def _misfit(manifest: Manifest, infos: list[ZipInfo]) -> str:
    """Tell how the parts of a zip differ from its manifest; nothing when they do not."""
    named = {info.filename: info for info in infos}
    parts = {part.name: part for part in manifest.parts}
    if len(named) != len(infos) or len(parts) != len(manifest.parts):
        return "a name twice"
    if DATA not in parts or set(named) - {README} != {MANIFEST, *parts}:
        return "other parts"
    if named[MANIFEST].header_offset != 0:
        return "another manifest"
    if any(not part.is_known or named[part.name].file_size != part.size for part in parts.values()):
        return "parts of other sizes"
    if not all(map(_is_plain, infos)):
        return "parts packed otherwise"
    return "parts that overlap" if _overlap(infos) else ""


def _is_plain(info: ZipInfo) -> bool:
    """Tell whether a part is a file as we write them: what swells is no workspace of ours."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if info.flag_bits & ~_FLAG_UTF8 or kind not in (0, stat.S_IFREG):
        return False
    if info.filename.startswith("files/") or info.compress_type == ZIP_STORED:
        return info.compress_type == ZIP_STORED and info.compress_size == info.file_size
    swollen = info.file_size > MOST_SWELLING * info.compress_size
    return info.compress_type == ZIP_DEFLATED and not swollen


def _overlap(infos: list[ZipInfo]) -> bool:
    """Tell whether two parts share bytes of the zip, as those of a bomb do (CVE-2024-0450)."""
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            return True
        end = info.header_offset + 30 + len(info.filename.encode()) + info.compress_size
    return False


def copied(packed: ZipFile, name: str, target: Path | None, *, limit: int) -> str:
    """Copy a part out, or only read it, and return its SHA-256; empty when it is damaged."""
    digest, size = hashlib.sha256(), 0
    try:
        with packed.open(name) as entry, open(target or os.devnull, "wb") as file:
            while chunk := entry.read(CHUNK):
                size += len(chunk)
                if size > limit:
                    return ""
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            if target is not None:
                os.fsync(file.fileno())
    except (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OverflowError):
        return ""  # NotImplementedError is a RuntimeError
    return digest.hexdigest()
