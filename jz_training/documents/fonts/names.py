"""What a font file says of its faces: names, weight, kind of outlines, leave to embed.

Only the head of the file and two small tables are read: 0.1 ms a file.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

#: Name records that tell a face: family, full name, PostScript name, typographic family.
_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC = 1, 4, 6, 16
_TELLING = (_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC)

#: Bits of OS/2 fsType: which licence (the lowest four), no subsetting, bitmaps only.
_LICENCE, _RESTRICTED, _NO_SUBSET, _BITMAP_ONLY = 0x000F, 0x0002, 0x0100, 0x0200

_REGULAR = 400

Tables = dict[bytes, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceFile:
    """One face of a font file: the `number`-th of a collection, the only one of other files.

    `keys` are its names as `key` writes them; `shown` is the name for people, Chinese if it has
    one; `outlines` is the table of its shapes, b"glyf" or b"CFF ".
    """

    path: Path
    number: int
    keys: frozenset[str]
    shown: str
    weight: int
    outlines: bytes
    may_be_embedded: bool


def key(name: str) -> str:
    """Return a name for comparison: without case, blanks, hyphens and underlines."""
    return "".join(sign for sign in name.casefold() if sign not in " -_")


def faces_in(path: Path) -> tuple[FaceFile, ...]:
    """Return the faces of a font file; none when it is broken or no font at all."""
    try:
        if not path.is_file():  # reading from a pipe would wait for ever
            return ()
        with path.open("rb") as file:
            return tuple(
                _face(file, path, number, offset) for number, offset in enumerate(_beginnings(file))
            )
    except (OSError, struct.error, ValueError):
        return ()


def may_be_embedded(fs_type: int) -> bool:
    """Tell whether the licence bits of a face let a subset of it be embedded (OpenType, OS/2)."""
    restricted = fs_type & _LICENCE == _RESTRICTED
    return not restricted and not fs_type & (_NO_SUBSET | _BITMAP_ONLY)


def _beginnings(file: BinaryIO) -> tuple[int, ...]:
    head = file.read(12)
    if head[:4] != b"ttcf":
        return (0,)
    (count,) = struct.unpack(">L", head[8:12])
    if count > 256:
        raise ValueError(count)
    return struct.unpack(f">{count}L", file.read(4 * count))


def _face(file: BinaryIO, path: Path, number: int, offset: int) -> FaceFile:
    tables = _tables(file, offset)
    names = _names(_table(file, tables, b"name"))
    os2 = _table(file, tables, b"OS/2") if b"OS/2" in tables else b""
    weight, _, fs_type = struct.unpack(">3H", os2[4:10]) if os2 else (_REGULAR, 0, 0)
    return FaceFile(
        path=path,
        number=number,
        keys=frozenset(key(name) for _, name in names),
        shown=_shown(names) or path.stem,
        weight=weight,
        outlines=next((tag for tag in (b"glyf", b"CFF ") if tag in tables), b""),
        may_be_embedded=may_be_embedded(fs_type),
    )


def _tables(file: BinaryIO, offset: int) -> Tables:
    file.seek(offset)
    version, count = struct.unpack(">4sH6x", file.read(12))
    if version not in (b"\x00\x01\x00\x00", b"true", b"OTTO"):
        raise ValueError(version)
    entries = (struct.unpack(">4s4xLL", file.read(16)) for _ in range(count))
    return {tag: (at, length) for tag, at, length in entries}


def _table(file: BinaryIO, tables: Tables, tag: bytes) -> bytes:
    try:
        at, length = tables[tag]
    except KeyError as error:
        raise ValueError(tag) from error
    file.seek(at)
    return file.read(length)


def _names(table: bytes) -> list[tuple[int, str]]:
    """Return the telling names of a name table, each with its number."""
    count, texts = struct.unpack(">2xHH", table[:6])
    found = []
    for at in range(6, 6 + 12 * count, 12):
        platform, encoding, _, number, length, offset = struct.unpack(">6H", table[at : at + 12])
        if number in _TELLING:
            raw = table[texts + offset : texts + offset + length]
            found.append((number, raw.decode(_codec(platform, encoding), "ignore").strip("\0 ")))
    return found


def _codec(platform: int, encoding: int) -> str:
    if platform == 1:
        return "gbk" if encoding == 25 else "mac_roman"
    return "gbk" if (platform, encoding) == (3, 3) else "utf-16-be"


def _shown(names: list[tuple[int, str]]) -> str:
    families = [name for number, name in names if number in (_FAMILY, _TYPOGRAPHIC)]
    chinese = (name for name in families if not name.isascii() and name.isprintable())
    return next(chinese, "") or next(iter(families), "")
