"""Numbers as notices write them: 18, 1,200, 三, 十二, 二〇二六."""

from __future__ import annotations

from typing import Final

DIGITS: Final = "零〇○一二三四五六七八九"
#: A number of things, in figures or words.
COUNTED: Final = r"(?:\d{1,3}(?:,\d{3})+|\d{1,7}|[一二两三四五六七八九十百千]{1,7})"
_VALUES: Final = {"零": 0, "〇": 0, "○": 0, "O": 0, "o": 0, "Ｏ": 0, "两": 2} | {
    word: value for value, word in enumerate("一二三四五六七八九", 1)
}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}


def number_of(words: str) -> int | None:
    """Return the number, or None where the words are none (十百, 一千千)."""
    plain = words.replace(",", "")
    if plain.isascii() and plain.isdigit():
        return int(plain) if len(plain) <= 9 else None
    if not any(word in _TENS for word in plain):
        return _figure_by_figure(plain)
    total, last, lowest = 0, None, 10_000
    for word in plain:
        if word in _TENS:
            ten = _TENS[word]
            if ten >= lowest or (last is None and (ten != 10 or total)):
                return None
            total, last, lowest = total + (1 if last is None else last) * ten, None, ten
        elif word not in _VALUES or last:
            return None
        else:
            last = _VALUES[word]
    return total + (last or 0)


def _figure_by_figure(words: str) -> int | None:
    if not words or len(words) > 4 or any(word not in _VALUES for word in words):
        return None
    if len(words) in (2, 3):  # 三五 is "a few", not thirty-five
        return None
    return int("".join(str(_VALUES[word]) for word in words))
