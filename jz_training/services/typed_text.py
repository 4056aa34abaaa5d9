"""What somebody typed, before it is stored: one place that refuses what cannot be kept.

Controls, lone surrogates and non-characters can stand neither in SQLite's UTF-8 nor in a workbook
(safety.md §2); everything else, rare or odd, is kept as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from jz_training.domain.person_name import clean_name, has_forbidden_characters
from jz_training.errors import Refused

#: A name, unit or post longer than this is a mistake, not a name.
TEXT_LIMIT = 200
NAME_LIMIT = 50
#: A note may have lines; longer than this it is a document.
NOTE_LIMIT = 2000

_BREAKS = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029]+")


def one_line(field: str, text: str, *, limit: int = TEXT_LIMIT) -> str:
    """Return a text for one line; breaks and tabs, as Excel pastes them, become a blank.

    Raises Refused (too_long, bad_character) with the field.
    """
    return _checked(field, _BREAKS.sub(" ", text).strip(), limit)


def lines(field: str, text: str, *, limit: int = NOTE_LIMIT) -> str:
    """Return a text that may have several lines. Raises Refused (too_long, bad_character)."""
    text = "\n".join(_BREAKS.sub(" ", line).rstrip() for line in text.splitlines()).strip()
    _checked(field, text.replace("\n", " "), limit)
    return text


def words(field: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return several one-line texts, each once and none empty. Raises Refused like `one_line`."""
    return tuple(dict.fromkeys(text for one in texts if (text := one_line(field, one))))


def person_name(field: str, text: str) -> str:
    """Return a cleaned name. Raises Refused (missing, name_too_long, bad_character)."""
    name = clean_name(text)
    if not name:
        raise Refused(field, "missing")
    if len(name) > NAME_LIMIT:
        raise Refused(field, "name_too_long", limit=NAME_LIMIT)
    return _checked(field, name, NAME_LIMIT)


def _checked(field: str, text: str, limit: int) -> str:
    if len(text) > limit:
        raise Refused(field, "too_long", limit=limit)
    if has_forbidden_characters(text):
        raise Refused(field, "bad_character")
    return text
