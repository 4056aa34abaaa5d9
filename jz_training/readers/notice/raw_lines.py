"""Gathers the lines of a notice: cleaned the same way whatever file they come from, and bounded."""

from __future__ import annotations

import re

from jz_training.readers.notice.limits import MOST_CHARACTERS, MOST_LINES, MOST_PASTED
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.notice.refusals import nothing_pasted, too_long_to_paste

_PAGE_END = re.compile("\f")
_LINE_END = re.compile("\r\n|[\n\r\v\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f]")  # all as wide as some blank
_HALVES = re.compile("[\ud800-\udfff]")  # of characters beyond the base plane
#: Nothing of it can be drawn: controls, marks of width 0, the places of symbol fonts.
_UNDRAWN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\uf000-\uf0ff\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)


class Enough(Exception):
    """The text is longer than a notice can be: what is gathered so far is taken."""


class Lines:
    """Lines under construction; `add` raises Enough when the text grows too long."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._characters = 0

    def add(self, text: str) -> None:
        """Append a piece of text that ends with its line; line ends in it part it further."""
        for line in cleaned(text):
            self._characters += len(line)
            if self._characters > MOST_CHARACTERS or len(self.lines) >= MOST_LINES:
                raise Enough
            self.lines.append(line)

    @property
    def have_text(self) -> bool:
        """Tell whether anything is written in them."""
        return any(self.lines)


def cleaned(text: str) -> list[str]:
    """Return the lines of a text: blanks alike, nothing that cannot be drawn, no blanks at ends.

    The end of a page becomes an empty line; blanks that indent a line stay.
    """
    if _HALVES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    text = _LINE_END.sub("\n", _PAGE_END.sub("\n\n", text))
    text = _UNDRAWN.sub("", _BLANKS.sub(" ", text))
    return [line.rstrip(" \t\u3000") for line in text.split("\n")]


def raw_text_of(text: str) -> RawText:
    """Return the lines of a pasted text.

    Raises CannotRead when there is nothing in it, or far more than a notice can be.
    """
    if len(text) > MOST_PASTED:
        raise too_long_to_paste(MOST_PASTED)
    raw = lines_of(text)
    if not any(raw.lines):
        raise nothing_pasted()
    return raw


def lines_of(text: str) -> RawText:
    """Return the lines of a text without layout."""
    lines, cut = Lines(), False
    try:
        lines.add(text)
    except Enough:
        cut = True
    return RawText(lines=tuple(lines.lines), cut=cut)
