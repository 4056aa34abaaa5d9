"""The two ends of a zip, read before a library builds anything of what it claims to hold.

A zip tells at its end how many parts it has, and a directory of a hundred thousand names costs
memory before one of them can be refused. Layout: PKWARE APPNOTE 6.3.10, 4.3.7 and 4.3.14–16.
"""

from __future__ import annotations

import struct
import zlib
from typing import BinaryIO

_HEAD = struct.Struct("<4s5HL2L2H")  # a part: signature … method, time, CRC, sizes, name, extra
_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_LONG_END = struct.Struct("<4sQ2H2L4Q")

_STORED, _DEFLATED = 0, 8
#: Bytes of a part's line in the directory: its fixed piece, and what our names may add to it.
_LEAST, _MOST = 46, 256


def first_part(file: BinaryIO, *, largest: int) -> tuple[str, bytes]:
    """Return name and content of the part a zip begins with.

    Raises ValueError when there is none, or when it is larger than `largest` bytes.
    """
    file.seek(0)
    head = file.read(_HEAD.size)
    if len(head) < _HEAD.size or not head.startswith(b"PK\3\4"):
        raise ValueError("no part at the beginning")
    _, _, flags, method, _, _, crc, packed, size, name, extra = _HEAD.unpack(head)
    if flags & ~0x800 or max(packed, size) > largest or method not in (_STORED, _DEFLATED):
        raise ValueError("a first part of another kind")
    told = file.read(name).decode()
    file.seek(extra, 1)
    content = _unpacked(file.read(packed), size) if method else file.read(packed)
    if len(content) != size or zlib.crc32(content) != crc:
        raise ValueError("a first part that is damaged")
    return told, content


def _unpacked(content: bytes, size: int) -> bytes:
    try:
        return zlib.decompressobj(-15).decompress(content, size + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from error


def parts_told(file: BinaryIO) -> int:
    """Return how many parts a zip says it has; its directory has the size of so many.

    Raises ValueError when the zip does not end as ours do: directory, end, nothing more.
    """
    whole = file.seek(0, 2)
    if whole < _END.size:
        raise ValueError("too short")
    ends_at = whole - _END.size
    file.seek(ends_at)
    mark, disk, first, here, count, size, begins_at, comment = _END.unpack(file.read())
    if mark != b"PK\5\6" or disk or first or here != count or comment:
        raise ValueError("no plain end")
    long = _long_end(file, ends_at)
    if long is not None:
        count, size, begins_at, ends_at = long
    if begins_at + size != ends_at or not _LEAST * count <= size <= _MOST * count:
        raise ValueError("a directory of another size")
    return int(count)


def _long_end(file: BinaryIO, end: int) -> tuple[int, int, int, int] | None:
    """Return count, size and place of the directory, and its end, where a zip is a long one."""
    if end < _LOCATOR.size + _LONG_END.size:
        return None
    file.seek(end - _LOCATOR.size)
    mark, disk, at, _ = _LOCATOR.unpack(file.read(_LOCATOR.size))
    if mark != b"PK\6\7":
        return None
    if disk or at != end - _LOCATOR.size - _LONG_END.size:
        raise ValueError("a long end that is elsewhere")
    file.seek(at)
    mark, _, _, _, disk, first, here, count, size, begins_at = _LONG_END.unpack(
        file.read(_LONG_END.size)
    )
    if mark != b"PK\6\6" or disk or first or here != count:
        raise ValueError("no plain long end")
    return count, size, begins_at, at
