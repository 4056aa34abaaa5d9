"""Text files of offices: UTF-8 and UTF-16 with and without a mark, and GB18030 (so GBK)."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


_PARTING = re.compile("[\t\r\n,;|]")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\ufffd-\uffff]")


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
    if encoding := utf16_without_mark(data[:4096]):
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


def utf16_without_mark(head: bytes) -> str:
    """Return utf-16-le or utf-16-be when a text without a mark is clearly that, else nothing.

    Only then it holds zero bytes and yet, decoded, a separator or an end of line and no controls.
    """
    if b"\0" not in head:
        return ""
    even = head[: len(head) // 4 * 4]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = even.decode(encoding, errors="replace")[:-1]  # the cut may part a pair
        if _PARTING.search(text) and not _NO_TEXT.search(text):
            return encoding
    return ""
