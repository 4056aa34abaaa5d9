"""A sign-in sheet written into a PDF by hand: the floor. One font, no library, nothing fitted.

The same page as ours: title, five facts, the ruled table with its marks once as a form, number,
name, unit and post of each person, totals, a foot with the page's code. Every text object is
compressed, the font is one subset, and its texts can be copied.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

from bench.invented import Invented
from bench.page import (
    MARK_SIDE,
    MARKS,
    MM,
    PER_LIST,
    ROW,
    RULES,
    TOP,
    Text,
    foot_texts,
    line_texts,
    totals_texts,
)
from bench.true_type import TrueType


class HandPdf:
    """Collects objects and writes the file."""

    def __init__(self, font: Path) -> None:
        self._font = TrueType(font)
        self._hex: dict[str, str] = {}
        self._used: dict[int, str] = {}
        self._objects: list[bytes] = [b""] * 6  # catalogue, pages, three of the font, the grid
        self._pages: list[int] = []
        self._sheets = 0
        self._objects[5] = self._stream(_grid(), b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]")

    def sheet(self, title: str, facts: Sequence[str], people: Sequence[Invented]) -> None:
        """Write all pages of a sheet."""
        self._sheets += 1
        per_page = 2 * PER_LIST
        starts = range(0, max(1, len(people)), per_page)
        for page, start in enumerate(starts, start=1):
            shown = people[start : start + per_page]
            texts: list[Text] = [(title, 35, 270, 20)]
            texts += [(fact, 14 + 92 * (n % 2), 261 - 5 * (n // 2), 10.5)
                      for n, fact in enumerate(facts)]  # fmt: skip
            for place, person in enumerate(shown):
                texts += line_texts(place, start + place + 1, person, last=page == len(starts))
            if page == len(starts):
                texts += totals_texts(len(people))
            texts += foot_texts(
                training=self._sheets, page=page, pages=len(starts), people=len(shown)
            )
            self._page(texts)

    def finish(self) -> bytes:
        """Return the file."""
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self._objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
        self._objects[1] = f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>".encode()
        self._embed()
        out, places = bytearray(b"%PDF-1.5\n"), []
        for number, content in enumerate(self._objects, start=1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        table = "".join(f"{place:010} 00000 n \n" for place in places)
        count, start = len(places) + 1, len(out)
        out += f"xref\n0 {count}\n0000000000 65535 f \n{table}".encode()
        out += f"trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
        return bytes(out)

    def _page(self, texts: Sequence[Text]) -> None:
        lines = ["/G Do BT", *(self._text(*text) for text in texts)]
        content = self._add(self._stream("\n".join([*lines, "ET"]).encode()))
        page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Contents %d 0 R"
        resources = "/Resources<</Font<</F 3 0 R>>/XObject<</G 6 0 R>>>>>>"
        self._pages.append(self._add((page % content + resources).encode()))

    def _text(self, text: str, x: float, y: float, size: float) -> str:
        shown = self._hex.get(text)
        if shown is None:
            glyphs = [self._font.glyphs.get(ord(sign), 0) for sign in text]
            self._used.update(zip(glyphs, text, strict=True))
            shown = self._hex[text] = "".join(f"{glyph:04X}" for glyph in glyphs)
        return f"/F {size} Tf 1 0 0 1 {x * MM:.2f} {y * MM:.2f} Tm <{shown}> Tj"

    def _embed(self) -> None:
        thousandth = 1000 / self._font.units
        widths = " ".join(
            f"{glyph}[{self._font.advance(glyph) * thousandth:.0f}]" for glyph in sorted(self._used)
        )
        subset = self._font.subset(set(self._used))
        file = self._add(self._stream(subset, b"/Length1 %d" % len(subset)))
        self._objects[2] = (
            b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Hand/Encoding/Identity-H"
            b"/DescendantFonts[4 0 R]/ToUnicode %d 0 R>>"
            % self._add(self._stream(self._to_unicode()))
        )
        self._objects[3] = (
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Hand/CIDToGIDMap/Identity"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor 5 0 R/DW 1000/W[{widths}]>>"
        ).encode()
        self._objects[4] = (
            "<</Type/FontDescriptor/FontName/AAAAAA+Hand/Flags 4/FontBBox[-1000 -300 3000 1200]"
            f"/ItalicAngle 0/Ascent 1151/Descent -286/CapHeight 700/StemV 80/FontFile2 {file} 0 R>>"
        ).encode()

    def _to_unicode(self) -> bytes:
        pairs = [f"<{glyph:04X}> <{ord(sign):04X}>" for glyph, sign in sorted(self._used.items())]
        blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
        told = [
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        ]
        head = "begincmap\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange"
        return "\n".join([head, *told, "endcmap"]).encode()

    def _add(self, content: bytes) -> int:
        self._objects.append(content)
        return len(self._objects)

    @staticmethod
    def _stream(content: bytes, entries: bytes = b"") -> bytes:
        packed = zlib.compress(content)
        head = b"<</Filter/FlateDecode/Length %d%s>>" % (len(packed), entries)
        return b"%s\nstream\n%s\nendstream" % (head, packed)


def _grid() -> bytes:
    """Rule both lists and set the corner marks."""
    lines = ["0.4 w"]
    for left, edges in RULES:
        for row in range(PER_LIST + 2):
            y = TOP - row * ROW
            lines.append(f"{left * MM:.2f} {y * MM:.2f} m {(left + 90) * MM:.2f} {y * MM:.2f} l S")
        bottom = (TOP - (PER_LIST + 1) * ROW) * MM
        for x in edges:
            lines.append(f"{x * MM:.2f} {TOP * MM:.2f} m {x * MM:.2f} {bottom:.2f} l S")
    side = MARK_SIDE * MM
    lines += [f"{x * MM:.2f} {y * MM:.2f} {side:.2f} {side:.2f} re f" for x, y in MARKS]
    return "\n".join(lines).encode()
