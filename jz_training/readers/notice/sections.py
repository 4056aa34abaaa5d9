"""The clauses of a notice: 一、（一）1.（1）, on lines of their own or run into the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from jz_training.domain.notice import Section
from jz_training.readers.notice.line_kinds import SECTION_STARTS
from jz_training.readers.notice.numbers import number_of
from jz_training.readers.notice.paragraphs import Paragraph

_LONGEST_HEADING: Final = 45
_INSIDE: Final = re.compile(r"(?<=[。；：！？])\s?(?=[一二三四五六七八九十第（\d])")
_HEADING_ENDS: Final = re.compile(r"[。；：]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A section with what the rest of the reading asks of it.

    `after` is where its number ends, `words` where its heading ends; `alone` says that the
    heading is a line or a sentence of its own, and not merely the beginning of a sentence.
    """

    section: Section
    after: int
    words: int
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    place: int
    level: int
    number: int
    label: str
    after: int
    line_end: int
    rest: str
    at_line: bool


def read_clauses(text: str, body: Sequence[Paragraph], body_start: int) -> tuple[Clause, ...]:
    """Return the clauses of the text proper in order."""
    starts = [start for start in _in_sequence(_starts(body)) if start.place >= body_start]
    if not starts:
        return ()
    ends = [start.place for start in starts[1:]] + [body[-1].end]
    ends = [_before_blank(text, start.place, end) for start, end in zip(starts, ends, strict=True)]
    ends[-1] = _without_closing_words(starts, ends, body)
    parts: dict[int, str] = {}
    clauses = []
    for start, end in zip(starts, ends, strict=True):
        parts = {level: label for level, label in parts.items() if level < start.level}
        parts[start.level] = start.label
        words, alone = _heading(start, end)
        section = Section(
            level=start.level,
            path="".join(parts[level] for level in sorted(parts)),
            heading=text[start.place : words].strip(),
            start=start.place,
            end=end,
        )
        clauses.append(Clause(section=section, after=start.after, words=words, alone=alone))
    return tuple(clauses)


def _starts(body: Sequence[Paragraph]) -> Iterator[_Start]:
    for paragraph in body:
        if "\t" in paragraph.shadow:
            continue
        places = [0, *(found.end() for found in _INSIDE.finditer(paragraph.shadow))]
        for place in places:
            start = _start(paragraph, place)
            if start is not None:
                yield start


def _start(paragraph: Paragraph, place: int) -> _Start | None:
    for level, pattern in SECTION_STARTS:
        found = pattern.match(paragraph.shadow, place)
        if found:
            words = next(group for group in found.groups() if group)
            whole = found[0].startswith("第")
            label = found[0].strip() if whole else _label(level, words)
            return _Start(
                place=paragraph.start + place,
                level=level,
                number=number_of(words) or 0,
                label=label,
                after=paragraph.start + found.end(),
                line_end=paragraph.end,
                rest=paragraph.shadow[found.end() :],
                at_line=place == 0,
            )
    return None


def _label(level: int, words: str) -> str:
    return (f"{words}、", f"（{words}）", f"{words}.", f"（{words}）")[level - 1]


def _in_sequence(starts: Iterator[_Start]) -> Iterator[_Start]:
    """Leave out what only looks like a number inside a line: it has to follow the one before."""
    last: dict[int, int] = {}
    for start in starts:
        if not start.at_line and start.number != last.get(start.level, 0) + 1:
            continue
        last = {level: number for level, number in last.items() if level < start.level}
        last[start.level] = start.number
        yield start


def _before_blank(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _heading(start: _Start, end: int) -> tuple[int, bool]:
    """Return where the heading ends and whether it is one by itself."""
    line = start.rest[: max(0, min(end, start.line_end) - start.after)]
    stop = _HEADING_ENDS.search(line)
    words = line[: stop.start()] if stop else line
    if len(words) <= _LONGEST_HEADING:
        return start.after + len(words), "，" not in words
    comma = words.find("，")
    short = comma if 0 < comma <= _LONGEST_HEADING else 30
    return start.after + short, False


def _without_closing_words(
    starts: Sequence[_Start], ends: Sequence[int], body: Sequence[Paragraph]
) -> int:
    """Return where the last clause ends: closing words to all belong to no clause.

    They are told by the clauses beside it: where each is one paragraph, a second one is no part.
    """
    last = starts[-1]
    beside = [
        (start, end)
        for start, end in zip(starts[:-1], ends[:-1], strict=True)
        if start.level == last.level
    ]
    inside = [p for p in body if last.place <= p.start < ends[-1] or p.start <= last.place < p.end]
    if len(inside) < 2 or not beside:
        return ends[-1]
    one_each = all(end <= start.line_end for start, end in beside)
    bare = inside[0].end == last.line_end and not last.rest.rstrip().endswith(("。", "；", "："))
    if one_each and not bare and last.at_line:
        return inside[0].end
    return ends[-1]
