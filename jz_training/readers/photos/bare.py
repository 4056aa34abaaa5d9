"""Whether a picture is already as a dossier keeps it: small, and nothing in it but pixels.

Only the skeleton of the file is looked at; what is odd in any way is not bare.
"""

from __future__ import annotations

import re
import struct
from pathlib import Path

from jz_training.readers.limits import MEGABYTE
from jz_training.readers.photos.limits import LONGEST_SIDE

_LARGEST = 12 * MEGABYTE
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNKS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
_JFIF = 16  # bytes of its head without a thumbnail
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
#: Of JPEG: the JFIF head, tables, and the frames whose sides are read.
_SIDES = frozenset({0xC0, 0xC1, 0xC2})
_PLAIN = _SIDES | {0xE0, 0xDB, 0xC4, 0xDD, 0xDA}


def is_bare(path: Path) -> bool:
    """Tell whether a picture may go out as it is."""
    try:
        if path.stat().st_size > _LARGEST:
            return False
        data = path.read_bytes()
        return _bare_png(data) if data.startswith(_PNG) else _bare_jpeg(data)
    except (OSError, struct.error, IndexError):
        return False


def _bare_png(data: bytes) -> bool:
    width, height = struct.unpack_from(">II", data, 16)
    at = len(_PNG)
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind not in _PNG_CHUNKS:
            return False
        at += 12 + length
        if kind == b"IEND":
            return bool(at == len(data) and max(width, height) <= LONGEST_SIDE)
    return False


def _bare_jpeg(data: bytes) -> bool:
    if not data.startswith(b"\xff\xd8\xff"):
        return False
    at, small = 2, False
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xD9:
            return small and at + 2 == len(data)
        length = struct.unpack_from(">H", data, at + 2)[0]
        if marker not in _PLAIN or (marker == 0xE0 and length != _JFIF):
            return False
        if marker in _SIDES:
            small = max(struct.unpack_from(">HH", data, at + 5)) <= LONGEST_SIDE
        at += 2 + length
        if marker == 0xDA and (found := _NEXT_MARKER.search(data, at)):
            at = found.start()
    return False
