"""Writes a small TrueType font, of the tables a PDF needs (ISO 32000-1, 9.9), from ready shapes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from struct import pack

from reportlab.pdfbase.ttfonts import TTFontMaker

#: Places in their tables: how offsets are written (head), how many widths there are (hhea).
_OFFSETS, _WIDTHS = 50, 34

_SHORT_OFFSETS, _LONG_OFFSETS = b"\0\0", b"\0\1"
_WITHOUT_NAMES = b"\0\3\0\0"  # version 3 of the post table


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A glyph as the glyf table holds it, without bytes when it is blank, and its measures."""

    data: bytes
    points: int = 0
    contours: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """A shape and the advance after it, in units of the face."""

    shape: Shape
    advance: int


def small_font(glyphs: Sequence[Glyph], codes: Sequence[int], tables: Mapping[str, bytes]) -> bytes:
    """Return a font of these glyphs in which code n shows the glyph number `codes[n]`.

    The first glyph is that of the missing character. `tables` are head, hhea and post of the face
    the glyphs are from. The same glyphs give the same bytes.
    """
    padded = [glyph.shape.data + bytes(-len(glyph.shape.data) % 4) for glyph in glyphs]
    ends = [0]
    for data in padded:
        ends.append(ends[-1] + len(data))
    maker = TTFontMaker()
    maker.add("head", _with(tables["head"], _OFFSETS, _LONG_OFFSETS))
    maker.add("hhea", _with(tables["hhea"], _WIDTHS, pack(">H", len(glyphs))))
    maker.add("post", _WITHOUT_NAMES + tables["post"][4:16] + bytes(16))
    maker.add("maxp", _maxima([glyph.shape for glyph in glyphs]))
    maker.add("hmtx", b"".join(pack(">Hh", one.advance, one.shape.left) for one in glyphs))
    maker.add("cmap", _macintosh_codes(codes))
    maker.add("loca", pack(f">{len(ends)}L", *ends))
    maker.add("glyf", b"".join(padded))
    return bytes(maker.makeStream())


def without_shapes(count: int, tables: Mapping[str, bytes]) -> bytes:
    """Return a face of `count` blank glyphs with these tables: its characters and its widths."""
    maker = TTFontMaker()
    head = _with(tables["head"], _OFFSETS, _SHORT_OFFSETS)
    for tag, table in (dict(tables) | {"head": head}).items():
        maker.add(tag, table)
    maker.add("maxp", pack(">LH26x", 0x00010000, count))
    maker.add("loca", bytes(2 * (count + 1)))
    return bytes(maker.makeStream())


def _with(table: bytes, place: int, value: bytes) -> bytes:
    return table[:place] + value + table[place + len(value) :]


def _maxima(shapes: Sequence[Shape]) -> bytes:
    points = max(shape.points for shape in shapes)
    contours = max(shape.contours for shape in shapes)
    zones = 2  # both, as the table's description asks for; there are no instructions
    return pack(">LHHHHHH16x", 0x00010000, len(shapes), points, contours, 0, 0, zones)


def _macintosh_codes(codes: Sequence[int]) -> bytes:
    """Return a cmap with one table, as PDF wants it of a symbolic font (ISO 19005-2, 6.2.11.6)."""
    table = pack(f">5H{len(codes)}H", 6, 10 + 2 * len(codes), 0, 0, len(codes), *codes)
    return pack(">4HL", 0, 1, 1, 0, 12) + table
