"""Reading a whole workspace from one file: nothing is believed before it was verified.

The zip may come from anybody: names that lead elsewhere, parts that overlap, bombs, parts twice
or not in the manifest are refused before a byte is unpacked (safety.md §0, 6 and 9).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from jz_training.domain.handover import HandoverFacts, HandoverKind
from jz_training.errors import DatabaseIsNewer, DiskFull, HandoverUnusable, JzError
from jz_training.safe_files import faults_of, sync_folder
from jz_training.storage import schema
from jz_training.storage.handover_form import (
    ARCHIVED,
    DATA,
    FORMAT,
    MANIFEST,
    README,
    Manifest,
    format_of,
    manifest_json,
    manifest_of,
)

#: Bytes of the largest manifest: a hundred thousand documents.
LARGEST_MANIFEST = 20 * 2**20
MOST_PARTS = 200_000
CHUNK = 2**20

_FLAG_ENCRYPTED = 0x1
Tell = Callable[[int, int], None]


def look(archive: Path) -> HandoverFacts:
    """Return what a file says of itself; the parts are looked at, not read.

    Raises HandoverUnusable.
    """
    with _opened(archive) as packed:
        return _manifest(archive, packed).facts


def is_whole(archive: Path) -> bool:
    """Tell whether every part of a file is what its manifest says."""
    try:
        with _opened(archive) as packed:
            for part in _manifest(archive, packed).parts:
                if _copied(packed, part.name, None, limit=part.size) != part.sha256:
                    return False
    except HandoverUnusable:
        return False
    return True


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
        made = Path(mkdtemp(prefix=".jz-taking-", dir=folder.parent))
    try:
        with _opened(archive) as packed, faults_of(folder):
            manifest = _manifest(archive, packed)
            _require_room(manifest, made)
            _unpack(archive, packed, manifest, made, tell)
            _require_sound(archive, made / DATA)
            if manifest.facts.kind is HandoverKind.ARCHIVE:
                (made / ARCHIVED).write_bytes(manifest_json(manifest))
            _put_in_place(made, folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return manifest.facts


def _opened(archive: Path) -> ZipFile:
    try:
        return ZipFile(archive)
    except FileNotFoundError as error:
        raise HandoverUnusable(archive, "missing") from error
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise HandoverUnusable(archive, "not_ours", details=repr(error)) from error


def _manifest(archive: Path, packed: ZipFile) -> Manifest:
    """Return the manifest of a zip whose parts are all in it and nothing else is."""
    infos = packed.infolist()
    if len(infos) > MOST_PARTS:
        raise HandoverUnusable(archive, "not_ours", details="too many parts")
    named = {info.filename: info for info in infos}
    if len(named) != len(infos) or MANIFEST not in named:
        raise HandoverUnusable(archive, "not_ours", details="no manifest, or a name twice")
    content = _small(archive, packed, named[MANIFEST])
    if format_of(content) > FORMAT:
        raise HandoverUnusable(archive, "newer")
    try:
        manifest = manifest_of(content)
    except ValueError as error:
        raise HandoverUnusable(archive, "not_ours", details=str(error)) from error
    _require_fit(archive, manifest, named)
    return manifest


def _small(archive: Path, packed: ZipFile, info: ZipInfo) -> bytes:
    if info.file_size > LARGEST_MANIFEST:
        raise HandoverUnusable(archive, "not_ours", details="manifest too large")
    try:
        with packed.open(info) as entry:
            return entry.read(LARGEST_MANIFEST)
    except (BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        raise HandoverUnusable(archive, "damaged", details=repr(error)) from error


def _require_fit(archive: Path, manifest: Manifest, named: dict[str, ZipInfo]) -> None:
    """Refuse a zip with parts that the manifest does not name, or whose sizes do not fit."""
    parts = {part.name: part for part in manifest.parts}
    fits = (
        len(parts) == len(manifest.parts)
        and DATA in parts
        and set(named) - {MANIFEST, README} == set(parts)
        and all(
            part.is_known and named[part.name].file_size == part.size for part in parts.values()
        )
        and all(_is_plain(info) for info in named.values())
        and not _overlap(list(named.values()))
    )
    if not fits:
        raise HandoverUnusable(archive, "not_ours", details="parts and manifest differ")


def _is_plain(info: ZipInfo) -> bool:
    packed_plainly = info.compress_type in (ZIP_STORED, ZIP_DEFLATED)
    return packed_plainly and not info.flag_bits & _FLAG_ENCRYPTED


def _overlap(infos: list[ZipInfo]) -> bool:
    """Tell whether two parts share bytes of the zip, as those of a bomb do (CVE-2024-0450)."""
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            return True
        end = info.header_offset + 30 + len(info.filename.encode()) + info.compress_size
    return False


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
        if _copied(packed, part.name, target, limit=part.size) != part.sha256:
            raise HandoverUnusable(archive, "damaged", details=part.name)


def _copied(packed: ZipFile, name: str, target: Path | None, *, limit: int) -> str:
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
    except (BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError):
        return ""
    return digest.hexdigest()


def _require_sound(archive: Path, data: Path) -> None:
    """Refuse data that this program cannot open."""
    try:
        if schema.schema_state(data) is schema.SchemaState.EMPTY:
            raise HandoverUnusable(archive, "damaged", details="no tables")
    except DatabaseIsNewer as error:
        raise HandoverUnusable(archive, "newer") from error
    except JzError as error:
        raise HandoverUnusable(archive, "damaged", details=str(error)) from error


def _put_in_place(made: Path, folder: Path) -> None:
    if folder.exists():
        folder.rmdir()  # it is empty
    os.chmod(made, 0o700)
    os.replace(made, folder)
    sync_folder(folder.parent)
