"""What the number format of a cell makes of a number (ECMA-376 part 1, 18.8.30)."""

from __future__ import annotations

import re
from enum import Enum, auto


class NumberLook(Enum):
    """How a number in a cell is shown."""

    GENERAL = auto()
    TEXT = auto()
    NUMBER = auto()
    PERCENT = auto()
    DATE = auto()


#: Built-in formats; 27–36 and 50–58 are the dates of Chinese Excel.
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PERCENTS = frozenset((9, 10))
#: Texts, escaped characters and [colours] of a format say nothing about its kind.
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def look_of(number: int, code: str = "") -> NumberLook:
    """Return what a format shows: its number, and its code where the file defines one."""
    if not code:
        return _built_in(number)
    plain = _ASIDE.sub("", code).split(";")[0].strip().lower()
    if plain in ("", "general", "g/通用格式"):
        return NumberLook.GENERAL
    if plain == "@":
        return NumberLook.TEXT
    if "%" in plain:
        return NumberLook.PERCENT
    if any(letter in plain for letter in "ymdhs") and "e+" not in plain:
        return NumberLook.DATE
    return NumberLook.NUMBER


def _built_in(number: int) -> NumberLook:
    if number in _DATES:
        return NumberLook.DATE
    if number in _PERCENTS:
        return NumberLook.PERCENT
    return {0: NumberLook.GENERAL, 49: NumberLook.TEXT}.get(number, NumberLook.NUMBER)
