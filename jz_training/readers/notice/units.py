"""The text proper cut into sentences and clauses, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from jz_training.readers.notice.paragraphs import Paragraph
from jz_training.readers.notice.patterns import AFTER_COUNT

_SENTENCE: Final = re.compile(r"[^。！？]*[。！？]?")
_OPENING: Final = "《（〔"
_CLOSING: Final = "》）〕"
#: A clause longer than any author's is cut, so that patterns stay quick on any text.
LONGEST_CLAUSE: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A piece of text: its shadow from `start` to `end`."""

    start: int
    end: int
    shadow: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What stands between two full stops or semicolons; `sentence` goes from full stop to stop."""

    words: Words
    sentence: Words
    paragraph: int
    clauses: tuple[Words, ...]


def units_of(body: Sequence[Paragraph], start: int, breaks: frozenset[int]) -> Iterator[Unit]:
    """Yield the units of the text; `breaks` are places where a heading ends without a stop."""
    places = sorted(place for place in breaks if place > start)
    for index, paragraph in enumerate(body):
        for sentence in _sentences(paragraph, start, places):
            for words in _split(sentence, "；\t"):
                yield Unit(
                    words=words,
                    sentence=sentence,
                    paragraph=index,
                    clauses=tuple(_clauses(words)),
                )


def _sentences(paragraph: Paragraph, start: int, places: Sequence[int]) -> Iterator[Words]:
    inside = places[bisect_right(places, paragraph.start) : bisect_left(places, paragraph.end)]
    edges = [max(paragraph.start, start), *inside, paragraph.end]
    for left, right in pairwise(edges):
        piece = paragraph.shadow[left - paragraph.start : right - paragraph.start]
        for found in _SENTENCE.finditer(piece):
            words = _trimmed(left + found.start(), found[0].rstrip("。！？"))
            if words is not None:
                yield words


def _clauses(words: Words) -> Iterator[Words]:
    for clause in _split(words, "，："):
        cuts = [
            found.start(found.lastgroup or 0)
            for found in AFTER_COUNT.finditer(clause.shadow[:LONGEST_CLAUSE])
        ]
        last = 0
        for cut in [*cuts, len(clause.shadow)]:
            piece = _trimmed(clause.start + last, clause.shadow[last:cut])
            if piece is not None:
                yield piece
            last = cut


def _split(words: Words, marks: str) -> Iterator[Words]:
    """Split at marks outside brackets and titles; a bracket nobody closes protects nothing."""
    guarded = all(
        words.shadow.count(left) == words.shadow.count(right)
        for left, right in zip(_OPENING, _CLOSING, strict=True)
    )
    depth = last = 0
    for place, char in enumerate(words.shadow):
        if guarded and char in _OPENING:
            depth += 1
        elif guarded and char in _CLOSING:
            depth -= 1
        elif char in marks and depth <= 0 and not _is_clock(words.shadow, place):
            piece = _trimmed(words.start + last, words.shadow[last:place])
            last = place + 1
            if piece is not None:
                yield piece
    piece = _trimmed(words.start + last, words.shadow[last:])
    if piece is not None:
        yield piece


def _is_clock(shadow: str, place: int) -> bool:
    around = shadow[max(0, place - 1) : place] + shadow[place + 1 : place + 2]
    return shadow[place] == "：" and len(around) == 2 and around.isdigit()


def _trimmed(start: int, shadow: str) -> Words | None:
    left = len(shadow) - len(shadow.lstrip(" \t，；：、"))
    bare = shadow.strip(" \t，；：、")
    if not bare:
        return None
    return Words(start=start + left, end=start + left + len(bare), shadow=bare)
