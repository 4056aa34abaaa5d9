"""发文字号: what is not as GB/T 9704-2012, 7.2.5 has it (domain.md §1).

机关代字, the year in full between six-cornered brackets, and a number that is not padded and has
no 第 before it: 清工〔2026〕6号.
"""

from __future__ import annotations

import re
from enum import StrEnum

_PARTS = re.compile(r"(?P<code>[^〔〕]*)〔(?P<year>[^〔〕]*)〕(?P<rest>[^〔〕]*)")
_CODE = re.compile(r"[\u4e00-\u9fff]{1,12}")
_YEAR = re.compile(r"20[0-9]{2}")
_SERIAL = re.compile(r"[0-9]+")

_OTHER_BRACKETS = re.compile(r"[\[［(（【{｛〔]\s*([0-9]{4})\s*[\]］)）】}｝〕]")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


class NumberFault(StrEnum):
    """What is unusual about a number; OPEN is one whose serial number is still to come."""

    BRACKETS = "brackets"
    CODE = "code"
    YEAR = "year"
    NO_END = "no_end"
    ORDINAL = "ordinal"
    OPEN = "open"
    SERIAL = "serial"
    PADDED = "padded"


def number_fault(text: str) -> NumberFault | None:
    """Return the first thing that is not as the standard has it; an empty number has no fault."""
    text = text.strip()
    if not text:
        return None
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return NumberFault.BRACKETS
    if not _CODE.fullmatch(parts["code"]):
        return NumberFault.CODE
    if not _YEAR.fullmatch(parts["year"]):
        return NumberFault.YEAR
    return _serial_fault(parts["rest"])


def _serial_fault(rest: str) -> NumberFault | None:
    """Return what is wrong behind the year, such as 第06号."""
    if not rest.endswith("号"):
        return NumberFault.NO_END
    if rest.startswith("第"):
        return NumberFault.ORDINAL
    serial = rest.removesuffix("号")
    if not serial.strip():
        return NumberFault.OPEN
    if not _SERIAL.fullmatch(serial):
        return NumberFault.SERIAL
    return NumberFault.PADDED if serial.startswith("0") else None


def tidy_number(text: str) -> str:
    """Return a number with the brackets and digits of the standard, which are hard to type."""
    return _OTHER_BRACKETS.sub(r"〔\1〕", text.strip().translate(_WIDE))
