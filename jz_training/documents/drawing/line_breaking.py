"""Breaking Chinese text into lines: no closing mark at a line's start, no opening mark at its end.

Numbers and Latin words stay whole as long as a line can hold them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

#: 避头: these never begin a line. 避尾: these never end one. (GB/T 15834-2011, 5.1)
NEVER_FIRST = frozenset("，。、；：？！）》」』】〕”’…—·％,.;:?!)]}%")
NEVER_LAST = frozenset("（《「『【〔“‘([{￥$")

_WORD = re.compile(r"[0-9A-Za-z@._/%+:\-]+|.", re.DOTALL)

Measure = Callable[[str], float]


def break_lines(text: str, *, measure: Measure, limit: float, indent: float = 0.0) -> list[str]:
    """Return the lines of a paragraph, each at most `limit` wide, the first by `indent` less.

    `measure` gives the width of a piece; widths of pieces add up. A piece wider than the first
    line is cut into characters.
    """
    lines: list[str] = []
    current, room = "", limit - indent
    for piece in _pieces(text, measure, limit - indent):
        width = measure(piece)
        if current and width > room + 1e-6:
            lines.append(current.rstrip(" "))
            current, room = "", limit
            piece = piece.lstrip(" ")
            width = measure(piece)
        current += piece
        room -= width
    if current or not lines:
        lines.append(current)
    return lines


def _pieces(text: str, measure: Measure, limit: float) -> Iterator[str]:
    """Yield what must not be parted: words, and marks together with what they cling to."""
    group = ""
    for word in _WORD.findall(text):
        if group and not _clings(group, word):
            yield from _whole_or_signs(group, measure, limit)
            group = ""
        group += word
    if group:
        yield from _whole_or_signs(group, measure, limit)


def _clings(group: str, word: str) -> bool:
    return word[0] in NEVER_FIRST or group[-1] in NEVER_LAST


def _whole_or_signs(group: str, measure: Measure, limit: float) -> Iterator[str]:
    if measure(group) <= limit:
        yield group
    else:
        yield from group
