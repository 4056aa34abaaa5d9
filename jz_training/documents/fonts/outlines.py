"""PostScript outlines (CFF) as TrueType ones, which are all that reportlab embeds.

Only the glyphs a document shows are converted, when its subsets are made; so the set of
characters need not be known before. Cubic curves become quadratic ones within a thousandth of
the size. A converted glyph is remembered for the process, a few thousand of them at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from struct import pack
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from reportlab.pdfbase.ttfonts import TTFontMaker

#: How far a converted curve may lie from the drawn one, as a share of the size.
_TOLERANCE = 0.001

#: Converted glyphs kept; one takes about 1 KB.
_KEPT = 4096

#: What reportlab reads before it knows which characters are needed, CFF or not.
_READ = ("name", "OS/2", "head", "post", "hhea", "cmap", "hmtx")

_DATE = 0x7C259DC0  # 1970 in seconds since 1904: no clock, the same bytes

_OFFSETS = 50  # place in the head table of how offsets are written, 0 for short ones


class Outlines:
    """The outlines of one CFF face. Raises whatever fontTools does when the file is broken."""

    def __init__(self, path: Path, *, number: int) -> None:
        # read once and let go: an open file could not be replaced on Windows
        with TTFont(path, fontNumber=number, lazy=True) as font:
            self._order = font.getGlyphOrder()
            self._strings = font["CFF "].cff.topDictIndex[0].CharStrings
            self._em: int = font["head"].unitsPerEm
            self._height = (font["hhea"].ascent, font["hhea"].descent)
            self._read = {tag: font.reader[tag] for tag in _READ}
        self.glyph = lru_cache(maxsize=_KEPT)(self._converted)

    def skeleton(self) -> bytes:
        """Return the face without its outlines, as TrueType: all that widths and names need."""
        maker = TTFontMaker()
        head = self._read["head"]
        short_offsets = head[:_OFFSETS] + b"\0\0" + head[_OFFSETS + 2 :]
        for tag, table in (self._read | {"head": short_offsets}).items():
            maker.add(tag, table)
        count = len(self._order)
        maker.add("maxp", pack(">LH13H", 0x00010000, count, *(0,) * 13))
        maker.add("loca", bytes(2 * (count + 1)))
        return bytes(maker.makeStream())

    def is_shown(self, place: int) -> bool:
        """Tell whether a glyph has a shape, and not that of the missing character."""
        glyph = self.glyph(place)
        return bool(glyph.numberOfContours) and glyph != self.glyph(0)

    def subset(self, places: Sequence[int], *, advances: Sequence[int]) -> bytes:
        """Return a TrueType font in which code n shows the glyph at `places[n]` of this face.

        `advances` are the widths of all glyphs of the face, in its own units.
        """
        kept = list(dict.fromkeys((0, *places)))
        names = [".notdef", *(f"g{place}" for place in kept[1:])]
        builder = FontBuilder(self._em, isTTF=True)
        builder.font.recalcTimestamp = False
        builder.setupHead(unitsPerEm=self._em, created=_DATE, modified=_DATE)
        builder.setupGlyphOrder(names)
        glyphs = {name: self.glyph(place) for name, place in zip(names, kept, strict=True)}
        builder.setupGlyf(glyphs)
        builder.setupHorizontalMetrics(
            {
                name: (advances[place], getattr(glyphs[name], "xMin", 0))
                for name, place in zip(names, kept, strict=True)
            }
        )
        ascent, descent = self._height
        builder.setupHorizontalHeader(ascent=ascent, descent=descent)
        builder.setupPost(keepGlyphNames=False)
        codes = {code: names[kept.index(place)] for code, place in enumerate(places)}
        builder.font["cmap"] = _one_table(codes)
        made = BytesIO()
        builder.font.save(made)
        return made.getvalue()

    def _converted(self, place: int) -> Any:
        pen = TTGlyphPen(None)
        curves = Cu2QuPen(pen, self._em * _TOLERANCE, reverse_direction=True)
        self._strings[self._order[place]].draw(curves)
        return pen.glyph(dropImpliedOnCurves=True)


def _one_table(codes: dict[int, str]) -> Any:
    """Return the table of codes as PDF wants it of a symbolic font: one, for Macintosh Roman."""
    table = newTable("cmap")
    table.tableVersion = 0
    codes_of = CmapSubtable.newSubtable(6)
    codes_of.platformID, codes_of.platEncID, codes_of.language = 1, 0, 0
    codes_of.cmap = codes
    table.tables = [codes_of]
    return table
