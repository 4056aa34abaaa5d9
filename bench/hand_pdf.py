"""A sign-in sheet written into a PDF by hand: the floor. One font, no library, nothing fitted.

The same page as ours: title, five facts, the ruled table once as a form, number, name, unit and
post of each person, a foot with the page's code; every text object compressed, one subset.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

from bench.invented import Invented
from bench.true_type import TrueType

MM = 72 / 25.4
TOP, ROW, LEFT = 246.0, 9.6, 14.0
#: Where number, name, unit and post begin in each of the two lists, in mm.
COLUMNS = ((14.9, 23.4, 42.9), (106.9, 115.4, 134.9))
PER_LIST = 22


class HandPdf:
    """Collects objects and writes the file."""

    def __init__(self, font: Path) -> None:
        self._font = TrueType(font)
        self._hex: dict[str, str] = {}
        self._used: set[int] = set()
        self._objects: list[bytes] = [b""] * 6  # catalogue, pages, three of the font, the grid
        self._pages: list[int] = []
        self._objects[5] = self._stream(_grid(), b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]")

    def sheet(self, title: str, facts: Sequence[str], people: Sequence[Invented]) -> None:
        """Write all pages of a sheet."""
        per_page = 2 * PER_LIST
        pages = range(0, max(1, len(people)), per_page)
        for page, start in enumerate(pages, start=1):
            foot = f"第 {page} 页　共 {len(pages)} 页"
            self._page(title, facts, foot, start, people[start : start + per_page])

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

    def _page(
        self, title: str, facts: Sequence[str], foot: str, first: int, people: Sequence[Invented]
    ) -> None:
        lines = ["/G Do BT", self._text(title, 60, 270, 20)]
        lines += [self._text(fact, 14 + 92 * (n % 2), 258 - 6 * (n // 2), 10.5)
                  for n, fact in enumerate(facts)]  # fmt: skip
        for place, person in enumerate(people):
            number, name, unit = COLUMNS[place // PER_LIST]
            y = TOP - (place % PER_LIST + 1) * ROW + 3
            lines.append(self._text(str(first + place + 1), number, y, 10))
            lines.append(self._text(person.name, name, y, 12))
            lines.append(self._text(person.unit, unit, y + 2, 8))
            lines.append(self._text(person.post, unit, y - 2, 8))
        lines += [
            self._text(foot, 14, 20, 10.5),
            self._text(f"本页应到 {len(people)} 人", 90, 20, 10.5),
        ]
        content = self._add(self._stream("\n".join([*lines, "ET"]).encode()))
        page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Contents %d 0 R"
        resources = "/Resources<</Font<</F 3 0 R>>/XObject<</G 6 0 R>>>>>>"
        self._pages.append(self._add((page % content + resources).encode()))

    def _text(self, text: str, x: float, y: float, size: float) -> str:
        shown = self._hex.get(text)
        if shown is None:
            glyphs = [self._font.glyphs.get(ord(sign), 0) for sign in text]
            self._used.update(glyphs)
            shown = self._hex[text] = "".join(f"{glyph:04X}" for glyph in glyphs)
        return f"/F {size} Tf 1 0 0 1 {x * MM:.2f} {y * MM:.2f} Tm <{shown}> Tj"

    def _embed(self) -> None:
        thousandth = 1000 / self._font.units
        widths = " ".join(
            f"{glyph}[{self._font.advance(glyph) * thousandth:.0f}]" for glyph in sorted(self._used)
        )
        subset = self._font.subset(self._used)
        file = self._add(self._stream(subset, b"/Length1 %d" % len(subset)))
        self._objects[2] = (
            b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Hand/Encoding/Identity-H"
            b"/DescendantFonts[4 0 R]>>"
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

    def _add(self, content: bytes) -> int:
        self._objects.append(content)
        return len(self._objects)

    @staticmethod
    def _stream(content: bytes, entries: bytes = b"") -> bytes:
        packed = zlib.compress(content)
        head = b"<</Filter/FlateDecode/Length %d%s>>" % (len(packed), entries)
        return b"%s\nstream\n%s\nendstream" % (head, packed)


def _grid() -> bytes:
    """Rule both lists."""
    lines = ["0.4 w"]
    for left in (LEFT, LEFT + 92):
        for row in range(PER_LIST + 2):
            y = TOP - row * ROW
            lines.append(f"{left * MM:.2f} {y * MM:.2f} m {(left + 90) * MM:.2f} {y * MM:.2f} l S")
        for x in (0, 8.5, 28, 62, 90):
            across = (left + x) * MM
            bottom = (TOP - (PER_LIST + 1) * ROW) * MM
            lines.append(f"{across:.2f} {TOP * MM:.2f} m {across:.2f} {bottom:.2f} l S")
    return "\n".join(lines).encode()
