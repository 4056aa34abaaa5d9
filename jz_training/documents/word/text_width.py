"""How wide a text is without asking a face: which face there is, the office program decides."""

from __future__ import annotations

from jz_training.documents.official.title_lines import title_lines
from jz_training.documents.word.docx_file import plain_text


def chars(text: str) -> float:
    """Return the width of a text in Chinese characters; digits and Latin letters are half."""
    return sum(0.5 if sign.isascii() else 1.0 for sign in text)


def broken_title(title: str, *, wide: float) -> str:
    """Return a title with its line breaks, by sense as on PDF (7.3.1); `wide` is in characters."""
    return "\n".join(title_lines(plain_text(title), measure=chars, limit=wide))
