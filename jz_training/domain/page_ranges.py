"""Which pages are printed: written as “1,3-5”, and in which order they leave the printer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

#: What people put between pages and between the ends of a range, besides , and -.
_SEPARATORS = str.maketrans({"、": ",", ";": ",", "~": "-", "–": "-", "—": "-", "−": "-", "至": "-",
                             "到": "-", "第": "", "页": ""})  # fmt: skip
_RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")


class NotPages(ValueError):
    """A text names no pages of a paper; `part` is what was not understood or is not there."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


def pages_of(text: str, count: int) -> tuple[int, ...]:
    """Return the pages a text such as “1,3-5” names, from 1, as written; all for an empty text.

    A page named twice is printed once. Raises NotPages for what is no page of a paper of `count`
    pages, and for a range that runs backwards.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_SEPARATORS)
    parts = re.sub(r"\s*-\s*", "-", plain).replace(",", " ").split()
    if not parts:
        return tuple(range(1, count + 1))
    return tuple(dict.fromkeys(page for part in parts for page in _pages(part, count)))


def _pages(part: str, count: int) -> range:
    found = _RANGE.fullmatch(part)
    if found is None:
        raise NotPages(part)
    first = int(found[1])
    last = int(found[2] or first)
    if not 1 <= first <= last <= count:
        raise NotPages(part)
    return range(first, last + 1)


def printed_order(
    pages: Sequence[int], *, copies: int = 1, both_sides: bool = False
) -> tuple[int | None, ...]:
    """Return the pages as they go to a printer that makes no copies itself: copy after copy.

    On both sides every copy begins on a sheet of its own: None is an empty page.
    """
    once: list[int | None] = list(pages)
    if both_sides and copies > 1 and len(once) % 2:
        once.append(None)
    order = once * copies
    return tuple(order[:-1] if order and order[-1] is None else order)
