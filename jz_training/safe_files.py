"""Files out: written beside the target, checked, then put in its place; whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from jz_training.errors import CannotWrite, DiskFull

#: How the name of an unfinished file begins: `sweep` knows what a killed run left behind by it.
UNFINISHED = ".jz-saving-"
DAY = 24 * 60 * 60

#: So many bytes of a part that is no XML are read at once.
_AT_ONCE = 1 << 16

#: Windows: a virus scanner or the indexer may hold a file for a moment. Seconds between tries.
PAUSES = (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()


def save(
    path: Path, content: bytes | Callable[[Path], None], *, check: Callable[[Path], bool]
) -> None:
    """Save a file so that the target is, at every moment, the whole old one or the whole new one.

    `content` is the bytes, or a function that writes them to the path it is given. `check` reopens
    what was written and tells whether it is whole; False or an exception keeps the old file. A
    symbolic link stays, the file behind it is replaced; an existing file keeps its permissions, a
    new one gets the usual ones.

    Raises DiskFull or CannotWrite, with what to do; a JzError of `content` (Stopped, say) passes.
    What killed runs left in the folder is swept away.
    """
    with faults_of(path):
        target = Path(os.path.realpath(path))
        _refuse_if_in_use(path, target)
        unfinished, mode = _create_beside(target)
        try:
            os.chmod(unfinished, 0o600)
            _write(unfinished, content)
            _require_whole(path, unfinished, check)
            os.chmod(unfinished, mode)
            _replace(unfinished, target)
        except BaseException:
            with suppress(OSError):
                unfinished.unlink()
            raise
    sync_folder(target.parent)
    sweep(target.parent)


def sweep(folder: Path) -> int:
    """Remove what killed runs left in a folder more than a day ago; return how many files.

    A younger one may belong to a save that is still running in another window.
    """
    removed = 0
    with suppress(OSError):
        for leftover in folder.glob(f"{UNFINISHED}*"):
            with suppress(OSError):
                if time.time() - leftover.stat().st_mtime > DAY:
                    leftover.unlink()
                    removed += 1
    return removed


# --- what a whole file is --------------------------------------------------------------------


def is_workbook(path: Path) -> bool:
    """Tell whether an xlsx is whole, down to its last part."""
    parts = _whole_parts(path)
    return {"[Content_Types].xml", "xl/workbook.xml"} <= parts and any(
        name.startswith("xl/worksheets/") for name in parts
    )


def is_word_file(path: Path) -> bool:
    """Tell whether a docx is whole, as `is_workbook` tells of an xlsx."""
    return {"[Content_Types].xml", "word/document.xml"} <= _whole_parts(path)


def is_zip(path: Path) -> bool:
    """Tell whether every entry of a zip can be read back."""
    try:
        with ZipFile(path) as packed:
            return packed.testzip() is None
    except (BadZipFile, OSError, zlib.error):
        return False


def _whole_parts(path: Path) -> set[str]:
    """Return the names of the parts of an office file; empty when one of them is damaged.

    Reads each part to its end (ZipFile compares the CRC there) without building anything in memory.
    What is no XML is a picture.
    """
    try:
        with ZipFile(path) as archive:
            for name in archive.namelist():
                with archive.open(name) as part:
                    if name.endswith((".xml", ".rels")):
                        expat.ParserCreate().ParseFile(part)
                    else:
                        while part.read(_AT_ONCE):
                            pass
            return set(archive.namelist())
    except (BadZipFile, zlib.error, expat.ExpatError, OSError, EOFError, ValueError):
        return set()


def is_pdf(path: Path) -> bool:
    """Tell whether a PDF is whole from end to end: header, cross-reference table, end mark.

    Cheap: nothing is rendered. The table must stand where the end of the file says it does, so
    that a file cut short or with bytes missing in between is noticed.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return False
    end = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data[-1024:])
    if not data.startswith(b"%PDF-") or end is None:
        return False
    return re.match(rb"xref\b|\d+\s+\d+\s+obj\b", data[int(end[1]) :][:40]) is not None


# --- the steps -------------------------------------------------------------------------------


def _create_beside(target: Path) -> tuple[Path, int]:
    """Create an empty file; return it and the permissions it shall have in the end."""
    mode = stat.S_IMODE(target.stat().st_mode) if os.path.exists(target) else None
    # The ending is kept, since libraries judge by it. The name is not: it may already be as long
    # as the file system allows.
    ending = target.suffix if len(target.suffix) <= 10 else ""
    unfinished = target.with_name(f"{UNFINISHED}{secrets.token_hex(8)}{ending}")
    # Asking for 0o666 and looking at what came is the one way to learn the umask without setting
    # it for every thread.
    handle = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    try:
        usual = stat.S_IMODE(os.fstat(handle).st_mode)
    finally:
        os.close(handle)
    return unfinished, usual if mode is None else mode


def _write(unfinished: Path, content: bytes | Callable[[Path], None]) -> None:
    if isinstance(content, bytes):
        unfinished.write_bytes(content)
    else:
        content(unfinished)
    with unfinished.open("rb+") as file:  # Windows syncs only handles that may write
        os.fsync(file.fileno())


def _require_whole(path: Path, unfinished: Path, check: Callable[[Path], bool]) -> None:
    details = "the check said no"
    try:
        whole = check(unfinished)
    except Exception as error:  # a parser may raise anything: all of it means "not whole"
        whole, details = False, repr(error)
    if not whole:
        raise CannotWrite(path, "not_whole", details=details)


def _replace(unfinished: Path, target: Path) -> None:
    for pause in PAUSES:
        with suppress(PermissionError):
            os.replace(unfinished, target)
            return
        time.sleep(pause)
    os.replace(unfinished, target)


def sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut; Windows has no such call."""
    if os.name == "nt":
        return
    # The file is in its place by now, and some network file systems refuse to sync a folder.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


# --- what stood in the way ------------------------------------------------------------------

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FULL_WINDOWS = {39, 112}  # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
_DENIED_WINDOWS = {5, 32, 33}  # ERROR_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION
_LONG_WINDOWS = {206}  # ERROR_FILENAME_EXCED_RANGE
_SHEETS = {".xlsx", ".xls", ".et", ".csv"}


def _refuse_if_in_use(path: Path, target: Path) -> None:
    """Refuse a target that is write-protected, or open in an office program.

    Such a program would later lay its own copy over ours. Excel and WPS put `~$name` beside an
    open file, WPS on Linux `.~name`, LibreOffice `.~lock.name#`.
    """
    if not os.path.exists(target):
        return
    if not os.access(target, os.W_OK):
        raise CannotWrite(path, "read_only")
    for owner in (f"~${target.name}", f".~{target.name}", f".~lock.{target.name}#"):
        if os.path.exists(target.with_name(owner)):
            raise CannotWrite(path, _open_in(path), details=f"owner file {owner}")


def _open_in(path: Path) -> str:
    return "open_in_office" if path.suffix.lower() in _SHEETS else "open_elsewhere"


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Turn what the system reports into an error that says what to do."""
    if "\0" in str(path):
        raise CannotWrite(path, "bad_character")
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise DiskFull from error
        raise CannotWrite(path, _fault(path, error), details=repr(error)) from error


def is_full(error: OSError) -> bool:
    """Tell whether the system says that the disk, or the user's share of it, is full."""
    return error.errno in _FULL or _windows_code(error) in _FULL_WINDOWS


def _windows_code(error: OSError) -> int | None:
    return getattr(error, "winerror", None)


def _fault(path: Path, error: OSError) -> str:
    if error.errno == errno.ENAMETOOLONG or _windows_code(error) in _LONG_WINDOWS:
        return "name_too_long"
    if os.path.isdir(path):
        return "is_a_folder"
    if not os.path.isdir(path.parent):
        return "no_folder"
    if error.filename2 is not None and isinstance(error, PermissionError):  # the replacing
        held = _windows_code(error) in _DENIED_WINDOWS
        return _open_in(path) if held else "may_not_replace"
    if error.errno == errno.EROFS or isinstance(error, PermissionError):
        return "folder_read_only"
    if error.errno == errno.EINVAL:
        return "bad_character"
    return "failed"
