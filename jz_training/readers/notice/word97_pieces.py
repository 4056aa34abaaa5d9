"""Where the text of an old Word document lies: in pieces, named by a table ([MS-DOC] 2.9.177)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_CLX = 0x01A2  # in the FIB: where the table of pieces is, and how long
_PROPERTIES, _TABLE = 1, 2
_COMPRESSED = 0x40000000
_MOST_PIECES = 200_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` – `end` of the document, at byte `at` of its main stream."""

    start: int
    end: int
    at: int
    width: int  # bytes of a character: 1 is cp1252, 2 UTF-16

    def within(self, start: int, end: int) -> Piece | None:
        """Return the part of it between two characters."""
        first, last = max(self.start, start), min(self.end, end)
        if first >= last:
            return None
        return Piece(first, last, self.at + (first - self.start) * self.width, self.width)


def pieces_of(main: bytes, table: bytes) -> list[Piece]:
    """Return the pieces in the order of the text; raises ValueError or struct.error on damage."""
    at, length = struct.unpack_from("<II", main, _CLX)
    end = at + length
    if not length or end > len(table):
        raise ValueError("no table of pieces")
    while at < end and table[at] == _PROPERTIES:
        at += 3 + int(struct.unpack_from("<H", table, at + 1)[0])
    if at >= end or table[at] != _TABLE:
        raise ValueError("no pieces in their table")
    size = struct.unpack_from("<I", table, at + 1)[0]
    return list(_pieces(table, at + 5, (size - 4) // 12))


def _pieces(table: bytes, at: int, count: int) -> Iterator[Piece]:
    if not 0 < count <= _MOST_PIECES:
        raise ValueError(f"{count} pieces")
    starts = struct.unpack_from(f"<{count + 1}I", table, at)
    places = at + 4 * (count + 1)
    for n in range(count):
        where = struct.unpack_from("<I", table, places + 8 * n + 2)[0]
        if starts[n] > starts[n + 1]:
            raise ValueError("pieces out of order")
        if where & _COMPRESSED:
            yield Piece(starts[n], starts[n + 1], (where & ~_COMPRESSED) // 2, 1)
        else:
            yield Piece(starts[n], starts[n + 1], where, 2)


def text_of(main: bytes, pieces: list[Piece]) -> Iterator[tuple[str, int, int]]:
    """Yield the text of each piece with the byte where it begins and how wide a character is."""
    for piece in pieces:
        data = main[piece.at : piece.at + (piece.end - piece.start) * piece.width]
        encoding = "cp1252" if piece.width == 1 else "utf-16-le"
        if piece.width == 1:
            yield data.decode(encoding, errors="replace"), piece.at, 1
        else:
            # Halves of pairs must stay apart: places are counted in them.
            halves = struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])
            yield "".join(map(chr, halves)), piece.at, 2
