"""One face as reportlab embeds it: read once per process, with its characters and widths."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from struct import unpack
from threading import Lock
from typing import IO, TYPE_CHECKING, Any
from zlib import crc32

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from jz_training.documents.fonts.names import faces_in
from jz_training.documents.fonts.renaming import renamed
from jz_training.errors import FontMissing

if TYPE_CHECKING:
    from jz_training.documents.fonts.outlines import Outlines


#: Glyphs within glyphs; faces that are sound have two or three levels.
_DEEPEST = 8
#: Flags of a part of a glyph: words instead of bytes, more to come; the bytes of its scale.
_WORDS, _MORE = 0x01, 0x20
_SCALES = {0x08: 2, 0x40: 4, 0x80: 8}


class Face(TTFont):
    """A face that reportlab subsets and embeds, with a correct way back to text.

    `outlines` makes the subsets of a face that has no TrueType outlines of its own.
    """

    def __init__(
        self, name: str, file: str | IO[bytes], *, number: int = 0, outlines: Outlines | None = None
    ) -> None:
        super().__init__(name, file, subfontIndex=number)
        self._outlines = outlines
        self._shown: dict[int, bool] = {}
        if outlines is not None:
            self.face.makeSubset = self._converted_subset  # type: ignore[method-assign]

    def covers(self, text: str) -> bool:
        """Tell whether the face has a glyph with a shape for every character.

        A glyph left empty, or drawn as the box for what is missing, counts as none.
        """
        shown = self._shown
        for sign in text:
            code = ord(sign)
            if code not in shown:
                shown[code] = self._shows(sign)
            if not shown[code]:
                return False
        return True

    def em_width(self, text: str) -> float:
        """Return the width of a text at size 1."""
        # reportlab's own way of asking for it takes ten times as long for a name
        width, default = self.face.charWidths.get, self.face.defaultWidth
        return float(sum(width(ord(sign), default) for sign in text)) / 1000

    @property
    def full_name(self) -> str:
        """Return the name under which the face is known to people, such as Noto Serif SC."""
        return str(self.face.familyName.decode("utf-8"))

    def addObjects(self, doc: Any) -> None:  # noqa: N802  (reportlab's name)
        """Add the subsets to the document, then mend what says which characters they show.

        reportlab 5.1 writes code points beyond the BMP with five hex digits into the ToUnicode
        map, where two UTF-16 units belong (ISO 32000-1, 9.10.3): 𠮷 could not be copied out.
        """
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, subset in enumerate(subsets):
            font = fonts[f"{doc.fontMapping[self.fontName][1:]}+{number}"]
            stream = doc.idToObject[font.ToUnicode.name]
            stream.content = to_unicode_map(font.BaseFont, subset)

    def _shows(self, sign: str) -> bool:
        place = self.face.charToGlyph.get(ord(sign), 0)
        if not place or sign.isspace():
            return bool(place)
        try:
            if self._outlines is not None:
                return self._outlines.is_shown(place)
            shape = self._shape(place)
            if not shape or shape == self._shape(0):
                return False
            return self._is_sound(place) and self._is_sound(0)  # each subset begins with 0
        except Exception:  # a broken glyph ends in any kind of error inside both libraries
            return False

    def _is_sound(self, place: int, depth: int = 0) -> bool:
        """Tell whether the parts of a glyph that is put together are all there."""
        count, parts = len(self.face.glyphPos) - 1, parts_of(self._shape(place))
        return depth < _DEEPEST and all(
            part < count and self._is_sound(part, depth + 1) for part in parts
        )

    def _shape(self, place: int) -> bytes:
        begin, end = self.face.glyphPos[place : place + 2]
        start = self.face.get_table_pos("glyf")[0]
        shape: bytes = self.face.get_chunk(start + begin, end - begin)
        return shape

    def _converted_subset(self, subset: Iterable[int]) -> bytes:
        assert self._outlines is not None
        glyphs = self.face.charToGlyph
        return self._outlines.subset(
            [glyphs.get(code, 0) for code in subset],
            advances=[advance for advance, _ in self.face.hmetrics],
        )


#: Held while a face is looked for: one that two workers read at once would be two faces.
_OPENING = Lock()


def open_face(path: Path, number: int = 0) -> Face:
    """Read a face and register it with reportlab, once per process (about 0.1 s each).

    A `.ttf.gz` is unpacked first; of a collection the `number`-th face is taken; a face with
    PostScript outlines is converted as it is used. Raises FontMissing when the file is gone,
    broken or must not be embedded.
    """
    with _OPENING:
        return _face_of(path, number)


@cache
def _face_of(path: Path, number: int) -> Face:
    # two files of one name (the user's own and ours) are two faces: reportlab asks by name only
    mark = crc32(bytes(path)) + number & 0xFFFFFFFF
    try:
        face = _read(path, number, f"jz-{mark:08x}-{path.name}")
    except Exception as error:  # a broken table ends in any kind of error inside reportlab
        raise FontMissing(path.name) from error
    _register(face, mark=mark)
    return face


def _read(path: Path, number: int, name: str) -> Face:
    if path.suffix == ".gz":
        return Face(name, BytesIO(gzip.decompress(path.read_bytes())))
    (found,) = faces_in(path)[number : number + 1]
    if not found.may_be_embedded:
        raise FontMissing(path.name)
    if found.outlines == b"CFF ":
        # fontTools takes as long to import as a face to be read, and few machines need it
        from jz_training.documents.fonts.outlines import Outlines

        outlines = Outlines(path, number=number)
        skeleton = outlines.skeleton()
        return _named(name, lambda: BytesIO(skeleton), outlines=outlines)
    return _named(name, lambda: str(path), number=number)


def _named(
    name: str,
    source: Callable[[], str | IO[bytes]],
    *,
    number: int = 0,
    outlines: Outlines | None = None,
) -> Face:
    """Return a face, under a plain name where reportlab stumbles over its own."""
    try:
        return Face(name, source(), number=number, outlines=outlines)
    except (TTFError, AttributeError):  # the latter where there is no English name (5.1)
        plain = renamed(source(), number=number, name=f"Face-{crc32(name.encode()):08x}")
        return Face(name, BytesIO(plain), outlines=outlines)


def _register(face: Face, *, mark: int) -> None:
    """Make a face known to reportlab, which takes two files with one inner name for one face.

    The user's own copy of a face of ours may be another version with other characters: it gets
    an inner name of its own.
    """
    pdfmetrics.registerFont(face)
    known: object = pdfmetrics.getFont(face.fontName)
    if known is not face:
        face.face.name += f"-{mark:08x}".encode()
        face.fontName += "-again"  # the first name is taken by the other face now
        pdfmetrics.registerFont(face)


def parts_of(shape: bytes) -> Iterator[int]:
    """Yield the glyphs that a TrueType glyph is put together from (OpenType, glyf).

    Raises struct.error when it is cut off.
    """
    more = bool(shape) and unpack(">h", shape[:2])[0] < 0
    at = 10
    while more:
        flags, part = unpack(">HH", shape[at : at + 4])
        yield part
        scale = next((size for flag, size in _SCALES.items() if flags & flag), 0)
        at += (8 if flags & _WORDS else 6) + scale
        more = bool(flags & _MORE)


def to_unicode_map(name: str, subset: Iterable[int]) -> str:
    """Return the ToUnicode CMap of a subset of code points (ISO 32000-1, 9.10.3)."""
    lines = [f"<{place:02X}> <{_utf16(code)}>" for place, code in enumerate(subset)]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]  # 100 is the limit
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(line for block in blocks for line in _block(block)),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _block(lines: list[str]) -> list[str]:
    return [f"{len(lines)} beginbfchar", *lines, "endbfchar"]


def _utf16(code: int) -> str:
    return chr(code).encode("utf-16-be").hex().upper()
