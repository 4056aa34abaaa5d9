"""Finds the header of a sheet: in its first 30 rows, in one row or two, with merged groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jz_training.domain.roster_reading import RosterField
from jz_training.readers.grids.grid import Merge, Row
from jz_training.readers.roster.columns import is_name_heading, meaning_of
from jz_training.readers.roster.values import clean_text

LOOKED_AT = 30

_Texts = list[str]
#: A table whose columns of these stand elsewhere is another table.
_TELLING = frozenset(RosterField) - {RosterField.ORDINAL, RosterField.IGNORED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Where the header stands (first and last row, from 0) and the heading of each column."""

    top: int
    bottom: int
    headings: tuple[str, ...]


def find_header(
    head: Sequence[Row], merges: Sequence[Merge], *, name_column: int | None = None
) -> Header | None:
    """Return the header among the first rows of a sheet, or None when no row has 姓名.

    With `name_column` the user has said where the names are: then the row most like a header
    will do, and the first row that is not empty when none is.
    """
    rows = [[clean_text(cell) for cell in row] for row in head[:LOOKED_AT]]
    scores = [_score(texts, row) for texts, row in zip(rows, head, strict=False)]
    named = [n for n, texts in enumerate(rows) if any(map(is_name_heading, texts))]
    candidates = named or (
        [] if name_column is None else [n for n, row in enumerate(rows) if any(row)]
    )
    if not candidates:
        return None
    best = _best(candidates, scores, [n for n in named if _has_headings_mostly(rows[n])])
    return _with_neighbours(rows, best, [m for m in merges if m.top <= best + 1])


def is_other_header(row: Row, header: Header, header_rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row below a header heads another table, with the columns elsewhere.

    `header_rows` are the texts of the header's own rows, which later pages may repeat.
    """
    texts = [clean_text(cell) for cell in row]
    return (
        texts not in header_rows
        and any(map(is_name_heading, texts))
        and _has_headings_mostly(texts)
        and not _fields(texts).items() <= _fields(header.headings).items()
    )


def _has_headings_mostly(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    known = sum(meaning_of(text) is not None for text in filled)
    return known >= 2 and known * 2 > len(filled)


def _best(candidates: Sequence[int], scores: Sequence[int], likely: Sequence[int]) -> int:
    """Return the row most like a header; of several tables' headers it is the uppermost one's."""
    if not likely:
        return max(candidates, key=lambda n: scores[n])
    best = likely[0]
    while best + 1 in likely and scores[best + 1] > scores[best]:
        best += 1
    return best


def _fields(headings: Sequence[str]) -> dict[int, RosterField]:
    found = ((n, meaning_of(heading)) for n, heading in enumerate(headings) if heading)
    return {n: meaning.field for n, meaning in found if meaning and meaning.field in _TELLING}


def _score(texts: _Texts, row: Row) -> int:
    """Count the different fields named in a row; numbers and sentences speak against it."""
    meanings = [meaning for text in texts if text and (meaning := meaning_of(text))]
    fields = {meaning.field for meaning in meanings} - {RosterField.IGNORED}
    ignored = sum(meaning.field is RosterField.IGNORED for meaning in meanings)
    numbers = sum(isinstance(cell, float | int) for cell in row)
    return 4 * len(fields) + ignored - 3 * numbers


def _with_neighbours(rows: list[_Texts], at: int, merges: list[Merge]) -> Header:
    headings, top, bottom = list(rows[at]), at, at
    groups = _groups(rows, at, merges)
    if at + 1 < len(rows) and _is_second_row(rows[at], rows[at + 1], groups):
        pairs = zip(rows[at], rows[at + 1], strict=True)
        headings = [_joined(groups.get(n, ""), *pair) for n, pair in enumerate(pairs)]
        bottom = at + 1
    elif at > 0 and (above := _taken_from_above(rows[at - 1], headings, merges, at)):
        headings = above
        top = at - 1
    return Header(top=top, bottom=bottom, headings=tuple(headings))


def _groups(rows: list[_Texts], at: int, merges: list[Merge]) -> dict[int, str]:
    """Return column → group heading for the columns under a heading merged sideways."""
    return {
        column: rows[at][merge.left]
        for merge in merges
        if merge.top == merge.bottom == at and merge.right > merge.left
        for column in range(merge.left, merge.right + 1)
        if merge.left < len(rows[at])
    }


def _is_second_row(high: _Texts, low: _Texts, groups: dict[int, str]) -> bool:
    """A second header row is empty under 姓名 and has headings only, one of them in a group."""
    filled = [n for n, text in enumerate(low) if text]
    under_names = any(low[n] for n, text in enumerate(high) if is_name_heading(text))
    in_group = any(n in groups or (not high[n] and any(high[:n])) for n in filled)
    return (
        bool(filled)
        and not under_names
        and in_group
        and all(n in groups or meaning_of(low[n]) for n in filled)
        and not any(low[n].isdecimal() for n in filled)
    )


def _joined(group: str, high: str, low: str) -> str:
    if not low:
        return high
    return low if meaning_of(low) or not (group or high) else f"{group or high}{low}"


def _taken_from_above(
    above: _Texts, headings: _Texts, merges: list[Merge], at: int
) -> _Texts | None:
    """Fill empty headings from cells merged downwards, or known headings, in the row above."""
    downwards = {m.left for m in merges if m.top == at - 1 and m.bottom >= at and m.left == m.right}
    taken = {
        n: above[n]
        for n, text in enumerate(headings)
        if not text and above[n] and (n in downwards or meaning_of(above[n]))
    }
    return [taken.get(n, text) for n, text in enumerate(headings)] if taken else None
