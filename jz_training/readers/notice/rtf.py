"""The text of an RTF document: text, characters by number, and which groups are not text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from jz_training.readers.notice import refusals
from jz_training.readers.notice.limits import MOST_CHARACTERS
from jz_training.readers.notice.raw_lines import lines_of
from jz_training.readers.notice.raw_text import RawText

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n]+)"
)
#: Groups that hold no text of the body.
_APART = frozenset(
    {
        b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"headerl",
        b"headerr", b"headerf", b"footer", b"footerl", b"footerr", b"footerf", b"footnote",
        b"annotation", b"listtable", b"listoverridetable", b"revtbl", b"rsidtbl", b"generator",
        b"themedata", b"colorschememapping", b"datastore", b"latentstyles", b"xmlnstbl", b"fldinst",
        b"filetbl", b"pgptbl", b"atnid", b"atnauthor", b"bkmkstart", b"bkmkend", b"nonshppict",
        b"mmathPr", b"wgrffmtfilter", b"pntxta", b"pntxtb", b"sp",
    }
)  # fmt: skip
#: Groups that old readers were to leave out and that hold text all the same.
_TEXT_ALL_THE_SAME = frozenset({b"shptxt", b"shpinst", b"shp", b"pntext", b"listtext"})
_NUMBERS = (b"pntext", b"listtext")
_DRAWN_AS = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\f", b"row": "\n", b"cell": "\t",
    b"nestcell": "\t", b"nestrow": "\n", b"tab": "\t", b"emdash": "—", b"endash": "–",
    b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•",
    b"emspace": "\u3000", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_DEEPEST = 1000


@dataclass(frozen=True, slots=True)
class _Group:
    apart: bool = False
    hidden: bool = False
    number: bool = False  # the number of a paragraph, which a tab parts from its words
    after_number: int = 1  # how many stand-ins follow a \\u character


class _Reader:
    """Goes through the tokens; bytes are kept until the character they are part of is whole."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._bytes = bytearray()
        self._characters = 0
        self._groups = [_Group()]
        self._left_out = 0  # stand-ins still to come
        self._optional = False  # after \\*: unknown groups are left out

    def read(self, data: bytes) -> str:
        """Return the text; at the end of data what is left of it."""
        at = 0
        while self._characters <= MOST_CHARACTERS and (token := _TOKEN.search(data, at)):
            at = token.end()
            if token["word"]:
                at += self._take_word(token["word"], token["number"])
            elif token["hex"]:
                self._take_bytes(bytes.fromhex(token["hex"].decode()))
            elif token["brace"]:
                self._take_brace(token["brace"])
            elif token["symbol"]:
                self._take_symbol(token["symbol"])
            else:
                self._take_bytes(token["text"])
        self._flush()
        return "".join(self.pieces)

    def _take_word(self, word: bytes, number: bytes | None) -> int:
        """Obey a control word; return how many bytes of raw data follow it."""
        value = int(number) if number else None
        group = self._groups[-1]
        if word == b"bin":
            return max(value or 0, 0)
        if word in _APART or (self._optional and word not in _TEXT_ALL_THE_SAME):
            self._groups[-1] = replace(group, apart=True)
        elif word in (b"v", b"deleted"):
            self._groups[-1] = replace(group, hidden=value != 0)
        elif word == b"plain":
            self._groups[-1] = replace(group, hidden=False)
        elif word == b"uc":
            self._groups[-1] = replace(group, after_number=min(max(value or 0, 0), 9))
        elif word == b"u" and value is not None:
            self._put(chr(value & 0xFFFF))
            self._left_out = group.after_number
        elif word in _NUMBERS:
            self._groups[-1] = replace(group, number=True)
        elif word in _DRAWN_AS and not group.number:
            self._put(_DRAWN_AS[word])
        self._optional = False
        return 0

    def _take_symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._optional = True
        elif symbol in b"{}\\":
            self._take_bytes(symbol)
        elif symbol in b"\r\n":
            self._put("\n")
        elif symbol in b"~_":
            self._put(" " if symbol == b"~" else "-")

    def _take_brace(self, brace: bytes) -> None:
        self._flush()
        self._left_out, self._optional = 0, False
        if brace == b"{":
            if len(self._groups) < _DEEPEST:
                self._groups.append(self._groups[-1])
        elif len(self._groups) > 1:
            self._groups.pop()

    def _take_bytes(self, data: bytes) -> None:
        skipped = min(self._left_out, len(data))
        self._left_out -= skipped
        if not self._unseen:
            self._bytes += data[skipped:]

    def _put(self, text: str) -> None:
        self._flush()
        self._left_out = 0
        if not self._unseen:
            self._characters += len(text)
            self.pieces.append(text)

    def _flush(self) -> None:
        """Decode the bytes so far: those of Chinese documents are GBK whatever page they name."""
        if self._bytes:
            text = self._bytes.decode("gb18030", errors="replace")
            self._characters += len(text)
            self.pieces.append(text)
            self._bytes.clear()

    @property
    def _unseen(self) -> bool:
        return self._groups[-1].apart or self._groups[-1].hidden


def read_rtf(path: Path) -> RawText:
    """Return the text of an RTF document."""
    raw = lines_of(_Reader().read(path.read_bytes()))
    if not any(raw.lines):
        raise refusals.is_empty(path)
    return raw
