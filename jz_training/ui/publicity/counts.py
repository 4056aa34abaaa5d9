"""Whole numbers as people type them: 1200, 1,200, １２００人."""

from __future__ import annotations

import re

#: Longer than this is no count of people but a slip (a phone number, a date).
_LONGEST = 10
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def count_in(text: str) -> int | None:
    """Return the number a text means, None when it is empty or no number."""
    words = text.strip().replace("，", ",").removesuffix("次").removesuffix("人").strip()
    if _COUNT.fullmatch(words) is None:
        return None
    digits = words.replace(",", "")
    return int(digits) if len(digits) <= _LONGEST else None


def count_trouble(word: str, text: str) -> str:
    """Return what to say of a text that should be a number; empty when it is one, or empty."""
    if not text.strip() or count_in(text) is not None:
        return ""
    return f"{word}请写数字，如 36。"
