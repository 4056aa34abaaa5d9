"""How large a PNG or JPEG is, as its first bytes say."""

from __future__ import annotations

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
#: The frames of a JPEG that hold its sides; the others of their range are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def picture_sides(content: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels; None for what is neither a PNG nor a JPEG."""
    try:
        if content.startswith(_PNG):
            width, height = struct.unpack_from(">II", content, 16)
        elif content.startswith(_JPEG):
            height, width = _jpeg_sides(content)
        else:
            return None
    except (struct.error, IndexError):
        return None
    return (width, height) if width > 0 and height > 0 else None


def _jpeg_sides(content: bytes) -> tuple[int, int]:
    at = 2
    while content[at] == 0xFF:
        if content[at + 1] in _FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return height, width
        at += 2 + struct.unpack_from(">H", content, at + 2)[0]
    return 0, 0
