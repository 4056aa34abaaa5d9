"""As much of a TrueType font as a hand-written PDF needs: glyphs, widths, a subset."""

from __future__ import annotations

from array import array
from pathlib import Path
from struct import pack, unpack_from
from sys import byteorder

_KEPT = ("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep")
_MORE, _WORDS, _SCALE, _XY_SCALE, _TWO_BY_TWO = 0x20, 0x01, 0x08, 0x40, 0x80


class TrueType:
    """A font file, read once."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        count = unpack_from(">H", self._data, 4)[0]
        self._tables: dict[str, tuple[int, int]] = {}
        for n in range(count):
            tag, _, start, length = unpack_from(">4sIII", self._data, 12 + 16 * n)
            self._tables[tag.decode("latin-1")] = (start, length)
        self.units = unpack_from(">H", self._data, self._tables["head"][0] + 18)[0]
        self.glyphs = self._cmap()
        self._loca = self._numbers("I", "loca")
        measured = unpack_from(">H", self._data, self._tables["hhea"][0] + 34)[0]
        self._advances = self._numbers("H", "hmtx")[: 2 * measured : 2]

    def advance(self, glyph: int) -> int:
        """Return the width of a glyph in the font's own units."""
        return self._advances[min(glyph, len(self._advances) - 1)]

    def subset(self, wanted: set[int]) -> bytes:
        """Return the font with the outlines of these glyphs only, their numbers unchanged."""
        keep = self._with_parts(wanted | {0})
        glyf = self._tables["glyf"][0]
        outlines, places = bytearray(), array("I")
        for glyph in range(len(self._loca) - 1):
            places.append(len(outlines))
            if glyph in keep:
                outlines += self._data[glyf + self._loca[glyph] : glyf + self._loca[glyph + 1]]
        places.append(len(outlines))
        if byteorder == "little":
            places.byteswap()
        return self._file({"glyf": bytes(outlines), "loca": places.tobytes()})

    def _table(self, tag: str) -> bytes:
        start, length = self._tables[tag]
        return self._data[start : start + length]

    def _numbers(self, kind: str, tag: str) -> array[int]:
        table = self._table(tag)
        found = array(kind, table[: len(table) // array(kind).itemsize * array(kind).itemsize])
        if byteorder == "little":
            found.byteswap()
        return found

    def _cmap(self) -> dict[int, int]:
        """Return character → glyph from the segmented table for all of Unicode (format 12)."""
        table = self._table("cmap")
        for n in range(unpack_from(">H", table, 2)[0]):
            place = unpack_from(">I", table, 8 + 8 * n)[0]
            if unpack_from(">H", table, place)[0] == 12:
                break
        glyphs: dict[int, int] = {}
        for n in range(unpack_from(">I", table, place + 12)[0]):
            first, last, glyph = unpack_from(">III", table, place + 16 + 12 * n)
            glyphs.update(
                zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)
            )
        return glyphs

    def _with_parts(self, wanted: set[int]) -> set[int]:
        """Add the glyphs that composite ones are made of."""
        found, new = set(wanted), set(wanted)
        while new:
            new = {part for glyph in new for part in self._parts(glyph)} - found
            found |= new
        return found

    def _parts(self, glyph: int) -> list[int]:
        at, end = self._loca[glyph], self._loca[glyph + 1]
        at += self._tables["glyf"][0]
        if self._loca[glyph] == end or unpack_from(">h", self._data, at)[0] >= 0:
            return []
        parts, at, flags = [], at + 10, _MORE
        while flags & _MORE:
            flags, part = unpack_from(">HH", self._data, at)
            parts.append(part)
            at += 4 + (4 if flags & _WORDS else 2)
            at += (
                2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _TWO_BY_TWO else 0
            )
        return parts

    def _file(self, changed: dict[str, bytes]) -> bytes:
        tables = {tag: changed.get(tag) or self._table(tag) for tag in _KEPT if tag in self._tables}
        at = 12 + 16 * len(tables)
        directory, body = pack(">IHHHH", 0x10000, len(tables), 0, 0, 0), b""
        for tag, table in tables.items():
            directory += pack(">4sIII", tag.encode(), 0, at + len(body), len(table))
            body += table + bytes(-len(table) % 4)
        return directory + body
