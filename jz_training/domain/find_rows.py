"""Finding people on a list by what is quickest to type: number, initials, pinyin or characters."""

from __future__ import annotations

from collections.abc import Sequence

from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.mark_words import half_width
from jz_training.domain.names import bare_name
from jz_training.domain.pinyin import PinyinTable, full_pinyin, initials


def find_rows(text: str, rows: Sequence[AttendeeRow], *, pinyin: PinyinTable) -> tuple[int, ...]:
    """Return the numbers of the rows that the text may mean, the likeliest first.

    7 is a number, cgd the initials of 陈国栋, chengu the beginning of its pinyin, 国栋 a part of
    the name. Whole matches come before beginnings, beginnings before parts.
    """
    typed = half_width(text).strip().lower()
    if typed.isdecimal():
        return tuple(row.number for row in rows if str(row.number) == typed.lstrip("0"))
    sought = bare_name(typed)
    found = [(rank, row.number) for row in rows if (rank := _rank(sought, row, pinyin)) is not None]
    return tuple(number for _, number in sorted(found, key=lambda pair: pair[0]))


def _rank(sought: str, row: AttendeeRow, pinyin: PinyinTable) -> int | None:
    """Return 0 for a whole match, 1 for a beginning, 2 for a part, None for no match."""
    if not sought:
        return None
    name = bare_name(row.name)
    spellings = (name.lower(), initials(name, pinyin), full_pinyin(name, pinyin))
    if sought in spellings:
        return 0
    if any(spelling.startswith(sought) for spelling in spellings):
        return 1
    return 2 if sought in spellings[0] or sought in spellings[1] else None
