"""PostScript outlines (CFF) as TrueType ones, which are all that reportlab embeds.

Only the glyphs a document shows are converted, when its subsets are made; so the set of
characters need not be known before. Cubic curves become quadratic ones within a thousandth of
the size. A converted glyph is remembered for the process, a few thousand of them at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from jz_training.documents.fonts.true_type import Glyph, Shape, small_font, without_shapes

#: How far a converted curve may lie from the drawn one, as a share of the size.
_TOLERANCE = 0.001

#: Converted shapes kept; one takes about 0.5 KB.
_KEPT = 4096

#: What reportlab reads before it knows which characters are needed, whatever the outlines.
_READ = ("name", "OS/2", "head", "post", "hhea", "cmap", "hmtx")


class Outlines:
    """The outlines of one CFF face. Raises whatever fontTools does when the file is broken."""

    def __init__(self, path: Path, *, number: int) -> None:
        # read once and let go: an open file could not be replaced on Windows
        with TTFont(path, fontNumber=number, lazy=True) as font:
            self._tables = {tag: font.reader[tag] for tag in _READ}
            self._count: int = font["maxp"].numGlyphs
            self._em: int = font["head"].unitsPerEm
            self._strings = font["CFF "].cff.topDictIndex[0].CharStrings.charStringsIndex
        self._reading = Lock()
        self.shape = lru_cache(maxsize=_KEPT)(self._converted)

    def skeleton(self) -> bytes:
        """Return the face without its outlines, as TrueType: all that widths and names need."""
        return without_shapes(self._count, self._tables)

    def is_shown(self, place: int) -> bool:
        """Tell whether a glyph has a shape, and not that of the missing character."""
        data = self.shape(place).data
        return bool(data) and data != self.shape(0).data

    def subset(self, places: Sequence[int], *, advances: Sequence[int]) -> bytes:
        """Return a TrueType font in which code n shows the glyph at `places[n]` of this face.

        `advances` are the widths of all glyphs of the face, in its own units.
        """
        kept = list(dict.fromkeys((0, *places)))
        numbers = {place: number for number, place in enumerate(kept)}
        glyphs = [Glyph(shape=self.shape(place), advance=advances[place]) for place in kept]
        return small_font(glyphs, [numbers[place] for place in places], self._tables)

    def _converted(self, place: int) -> Shape:
        pen = TTGlyphPen(None)
        curves = Cu2QuPen(pen, self._em * _TOLERANCE, reverse_direction=True)
        with self._reading:  # fontTools reads a glyph from its file when it is first asked for
            self._strings[place].draw(curves)
        glyph = pen.glyph()
        if not glyph.numberOfContours:
            return Shape(data=b"")
        glyph.recalcBounds(None)
        return Shape(
            data=bytes(glyph.compile(None, recalcBBoxes=False)),
            points=len(glyph.coordinates),
            contours=glyph.numberOfContours,
            left=glyph.xMin,
        )
