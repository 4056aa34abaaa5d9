"""The order of names by strokes of the surname (姓氏笔画), as official lists print it.

Source of the rules: domain.md §7 and decision 0006. Number of strokes first, then stroke by
stroke in the order 横 竖 撇 点 折, then the next character. Compound surnames count by their first
character. Where two characters are written with the very same strokes the rules look at their
build, which the table does not know: there the code point decides, so that the order is always
the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from jz_training.domain.names import Spelling, bare_name

_BLANK = "00"  # fewer strokes than any character has
_UNKNOWN = "~"  # after every digit


class StrokeConvention(StrEnum):
    """Where a given name of one character goes among people of the same surname."""

    PARTY = "party"  # 姓氏笔画 of party congresses: a blank is counted, 田富 before 田大利
    CONGRESS = "congress"  # 姓名笔画 of people's congresses: no blank, 田大利 before 田富


@dataclass(frozen=True, slots=True, kw_only=True)
class StrokeTable:
    """The strokes of each character as digits (横1 竖2 撇3 点4 折5), and the compound surnames.

    `places` is what each character adds to a key.
    """

    codes: Mapping[str, str]
    compound_surnames: frozenset[str]
    places: Spelling


def read_strokes(text: str) -> dict[str, str]:
    """Return character → strokes from the text of strokes.txt (digits, blank, characters)."""
    lines = (line.partition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {character: code for code, _, characters in lines for character in characters}


def make_stroke_table(codes: Mapping[str, str], compound_surnames: Iterable[str]) -> StrokeTable:
    """Return the table that keys are made with."""

    def place(character: str) -> str:
        code = codes.get(character)
        return f"{_UNKNOWN}{character}" if code is None else f"{len(code):02}{code}{character}"

    return StrokeTable(
        codes=codes, compound_surnames=frozenset(compound_surnames), places=Spelling(place)
    )


def stroke_key(
    name: str, *, table: StrokeTable, convention: StrokeConvention = StrokeConvention.PARTY
) -> str:
    """Return what to sort a name by, in Python or in a database that compares code points.

    A key is, for each character, the number of its strokes, the strokes and the character itself;
    characters that the table lacks come after all others. Two names have equal keys only when
    they are the same but for blanks and dots.
    """
    bare = bare_name(name)
    if convention is StrokeConvention.PARTY and len(bare) in (2, 3):
        surname = 2 if bare[:2] in table.compound_surnames else 1
        if len(bare) == surname + 1:
            given = bare[surname:].translate(table.places)
            return f"{bare[:surname].translate(table.places)}{_BLANK}{given}"
    return bare.translate(table.places)


def without_strokes(names: Iterable[str], table: StrokeTable) -> tuple[str, ...]:
    """Return the names that hold a character the table does not know, each once, as they come."""
    known = table.codes.keys()
    return tuple(dict.fromkeys(name for name in names if not known >= set(bare_name(name))))
