"""Cells made into text: numbers that were text, text that was set for looks, phones, ID cards."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import NamedTuple, cast

from jz_training.domain.roster import is_masked
from jz_training.readers.grids.grid import Cell

LONGEST_TEXT = 200
_LONGEST_LOOKED_AT = 20 * LONGEST_TEXT

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff]"
)
_BLANKS = re.compile(r"\s+")
_SPACED_OUT = re.compile(r"\S(?: \S)+")
_BREAK_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff])\s*[\r\n]+\s*(?=[\u3400-\u9fff])")
_FULL_WIDTH = {
    code: code - 0xFEE0
    for first, last in ("０９", "ＡＺ", "ａｚ")
    for code in range(ord(first), ord(last) + 1)
}
_ID_CARD = re.compile(r"[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dXx]")
_COUNTRY = re.compile(r"(?<!\d)\+?(?:00)?86[ \-]?(?=1\d)")
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d[ \-]?\d{4}[ \-]?\d{4}(?!\d)")
_PLAIN_MOBILES = re.compile(r"(?:(?:1[3-9][0-9]{9}(?<!000000))?\n)*")
_PHONE = re.compile(r"\+?[\d()（）\-]{3,20}(?:转\d{1,6})?")
_LANDLINE = re.compile(r"(?<!\d)0\d{2,3}[ \-]?\d{7,8}(?!\d)")
_ROUNDED = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")
_SET_APART = re.compile(r"[\s.\-‐-―−~_]")
_NO_PHONE = frozenset(("", "无", "-", "--", "/", "—", "——", "\\", "暂无", "0"))


def cell_text(value: Cell) -> str:
    """Return a cell as a person reads it: 3.0 → 3, a date as 2025-01-20, text unchanged."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date | time) else str(value)


def clean_text(value: Cell) -> str:
    """Return a cell for storing: one line, no invisible characters, at most 200 characters.

    Blanks between all characters (财 务 处) are for looks and go; others become one blank.
    """
    if value == "":
        return ""
    text = cell_text(value)[:_LONGEST_LOOKED_AT]
    if text.isalnum() and text.isascii():
        return text[:LONGEST_TEXT]
    text = _INVISIBLE.sub("", _BREAK_BETWEEN_HAN.sub("", text)).translate(_FULL_WIDTH)
    text = _BLANKS.sub(" ", text).strip().removeprefix("'")
    if _SPACED_OUT.fullmatch(text) and not text.isascii():
        text = text.replace(" ", "")
    return text[:LONGEST_TEXT].rstrip()


def clean_number(value: Cell) -> str:
    """Return a staff number as typed; an ID card is left out (domain.md §6)."""
    text = clean_text(value)
    return "" if is_id_card(text) else text


def is_id_card(text: str) -> bool:
    """Tell whether a text is an ID-card number, whole or rounded by Excel to 15 digits."""
    return _ID_CARD.fullmatch(text.replace(" ", "")) is not None


class Phone(NamedTuple):
    """A phone read from a cell: two in one cell keep the first; an unsure one is to be looked at.

    A number that Excel rounded, or an ID card, is never kept: `text` is empty then.
    """

    text: str
    unsure: bool = False
    two: bool = False


def plain_mobiles(cells: Sequence[Cell]) -> Sequence[str] | None:
    """Return the numbers of cells that all hold one mobile number or nothing, else None.

    That is so in most files, and is told for thousands of cells at once.
    """
    kinds = set(map(type, cells))
    if kinds == {float} and all(map(float.is_integer, cast("Sequence[float]", cells))):
        texts = list(map(str, map(int, cast("Sequence[float]", cells))))
    elif kinds == {str}:
        texts = list(cast("Sequence[str]", cells))
    else:
        return None
    return texts if _PLAIN_MOBILES.fullmatch("\n".join([*texts, ""])) else None


def read_phone(value: Cell) -> Phone:
    """Return the phone of a cell: 13800138000.0, +86 138-0013-8000, '0391…, two in one cell."""
    if isinstance(value, float | int):
        return _phone_of_number(value)
    typed = unicodedata.normalize("NFKC", clean_text(value)).strip()
    if typed in _NO_PHONE:
        return Phone("")
    if is_masked(typed):  # our own exports hide the middle: nothing to look at
        return Phone(typed)
    if _ROUNDED.fullmatch(typed) or is_id_card(typed):
        return Phone("", unsure=True)
    numbers = phones_in(typed)
    if numbers:
        return Phone(numbers[0], two=len(numbers) > 1)
    if _MOBILE.fullmatch(joined := _SET_APART.sub("", _COUNTRY.sub("", typed))):
        return Phone(joined)
    plain = typed.replace(" ", "")
    return Phone(typed, unsure=not (_PHONE.fullmatch(plain) and not plain.startswith("1")))


def _phone_of_number(value: float) -> Phone:
    if value == 0:
        return Phone("")
    digits = cell_text(value)
    if is_id_card(digits) or len(digits) > 12 or not float(value).is_integer():
        return Phone("", unsure=True)
    rounded = len(digits) == 11 and digits.endswith("000000")
    mobile = len(digits) == 11 and digits.startswith("1")
    return Phone(digits, unsure=rounded or not (mobile or 3 <= len(digits) <= 8))


def phones_in(text: str) -> list[str]:
    """Return the different mobile numbers and landlines that stand in a text, mobiles first."""
    text = _COUNTRY.sub("", text)
    mobiles = (re.sub("[ -]", "", found) for found in _MOBILE.findall(text))
    return list(dict.fromkeys([*mobiles, *_LANDLINE.findall(text)]))


class Memo(dict[Cell, str]):
    """Remembers what each cell became: most cells of a roster are repeated."""

    def __init__(self, clean: Callable[[Cell], str]) -> None:
        super().__init__()
        self._clean = clean

    def __missing__(self, value: Cell) -> str:
        cleaned = self[value] = self._clean(value)
        return cleaned
