"""A font file under a plain name, for faces whose own names reportlab cannot read.

It wants a name table of format 0 with an English name in ASCII; some Chinese faces have neither.
"""

from __future__ import annotations

from struct import pack
from typing import IO, Any

from reportlab.pdfbase.ttfonts import TTFontMaker, TTFontParser

_FAMILY, _POSTSCRIPT = 1, 6
_WINDOWS_UNICODE_ENGLISH = (3, 1, 0x409)


def renamed(file: str | IO[bytes], *, number: int, name: str) -> bytes:
    """Return the `number`-th face of a file alone, called `name` (ASCII, without blanks)."""
    parser: Any = TTFontParser(file, subfontIndex=number)
    maker = TTFontMaker()
    for record in parser.tables:
        tag = record["tag"]
        maker.add(tag, _name_table(name) if tag == "name" else parser.get_table(tag))
    return bytes(maker.makeStream())


def _name_table(name: str) -> bytes:
    """Return a name table that says one name, as family and for PostScript."""
    text = name.encode("utf-16-be")
    records = [
        pack(">6H", *_WINDOWS_UNICODE_ENGLISH, number, len(text), 0)
        for number in (_FAMILY, _POSTSCRIPT)
    ]
    head = pack(">3H", 0, len(records), 6 + 12 * len(records))
    return head + b"".join(records) + text
