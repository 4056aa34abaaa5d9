"""Names of persons as people write them, and how they are compared and set on paper.

Names are kept as typed as far as possible: only what cannot be seen (zero-width characters),
blanks set for looks (张　三) and the many kinds of dots in 少数民族 names are made one
(domain.md §5).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

LONGEST_NAME = 50

#: Ideographs with their extensions, compatibility forms and radicals, 〇, and the private use
#: area, where old systems keep the rare characters of names.
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\ue000-\uf8ff\uf900-\ufaff\U00020000-\U0003ffff"
_DOTS = "·•‧∙⋅・･．●᛫⸱\u0387\u02d9\ufe52"
_DOT = "·"

_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BLANKS = re.compile(r"\s+")
_ANY_DOT = re.compile(rf"\s*[{_DOTS}]\s*")
_LOW_DOT_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}])\s*[.。]\s*(?=[{_HAN}])")
_BLANK_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}]) (?=[{_HAN}])")
_HAN_ONLY_TWO = re.compile(rf"([{_HAN}][\ufe00-\ufe0f\U000e0100-\U000e01ef]?)" * 2)
_PLAIN_HAN = re.compile("[\u3400-\u9fff]+")
_RARE = re.compile("[\ue000-\uf8ff\ufffd\U00010000-\U0010ffff]")
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LETTER = re.compile(rf"[^\W\d_]|[{_HAN}]")


def clean_name(raw: str) -> str:
    """Return a name without what was only set for looks: 张　三 → 张三, 阿 • 买 → 阿·买.

    Western names keep single blanks. Control characters other than blanks are left in, so that
    `is_plausible_name` sees them. Cleaning twice changes nothing.
    """
    if raw.isalpha() and raw.isprintable():
        return raw
    name = _INVISIBLE.sub("", raw)
    name = _BLANKS.sub(" ", name).strip()
    name = _LOW_DOT_BETWEEN_HAN.sub(_DOT, name)
    name = _ANY_DOT.sub(_DOT, name)
    return _BLANK_BETWEEN_HAN.sub("", name)


def name_key(name: str) -> str:
    """Return what two spellings of one name have in common; for comparing, never for showing."""
    if _PLAIN_HAN.fullmatch(name):
        return name
    name = clean_name(name).replace(" ", "")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def name_keys(names: Sequence[str]) -> Sequence[str]:
    """Return the keys of many names; Chinese ones, as nearly all are, are their own keys."""
    return names if _PLAIN_HAN.fullmatch("".join(names)) else list(map(name_key, names))


def spaced_name(name: str) -> str:
    """Return a name for paper: two-character names get one full-width blank (domain.md §2)."""
    two = _HAN_ONLY_TWO.fullmatch(name)
    return f"{two[1]}\u3000{two[2]}" if two else name


def is_plausible_name(name: str) -> bool:
    """Tell whether a cleaned text can be a name: 1–50 characters, a letter, nothing unprintable.

    What merely looks odd (`<img src=x>`, 张三（组长）) is kept: text is escaped where it is drawn.
    """
    return (
        0 < len(name) <= LONGEST_NAME
        and _LETTER.search(name) is not None
        and not has_forbidden_characters(name)
    )


def has_forbidden_characters(text: str) -> bool:
    """Tell whether a text holds controls, lone surrogates or non-characters (safety.md §2)."""
    return _FORBIDDEN.search(text) is not None


def printable(text: str) -> str:
    """Return a text that can be stored and printed: what is forbidden becomes U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def has_rare_characters(text: str) -> bool:
    """Tell whether a text holds characters beyond the BMP, of private use, or lost (U+FFFD)."""
    return _RARE.search(text) is not None
