"""Pinyin initials of short texts for suggestions; for the worker only (pypinyin is heavy)."""

from __future__ import annotations


def initials_of(text: str) -> str:
    """Return the first letters of a text's syllables in lower case: 职工之家 → zgzj."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).lower()
