"""Text files of offices: UTF-8 and UTF-16 with and without a mark, and GB18030 (so GBK)."""

from __future__ import annotations

import codecs
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Decoded(NamedTuple):
    """A text with the encoding it was read in; `sure` is false when bytes had to be replaced."""

    text: str
    encoding: str
    sure: bool


def decode(data: bytes) -> Decoded:
    """Return the text of a file; bytes that fit no encoding become U+FFFD and it is not `sure`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if encoding := _utf16_without_mark(data[:4096]):
        return _decoded(data, encoding)
    as_utf8 = _decoded(data, "utf-8")
    if as_utf8.sure:
        return as_utf8
    return min(as_utf8, _decoded(data, "gb18030"), key=lambda one: one.text.count("\ufffd"))


def _decoded(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, sure=True)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, errors="replace"), encoding, sure=False)


def _utf16_without_mark(head: bytes) -> str:
    """Chinese text keeps ASCII delimiters, whose high bytes are zero on one side only."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even == odd == 0:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"
