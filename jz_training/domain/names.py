"""What every order and every spelling of names begins with: the signs that count."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import category


def bare_name(name: str) -> str:
    """Return a name without blanks, dots and invisible signs: what is left decides its order.

    A private-use character stays: old office systems wrote rare names with them.
    """
    if name.isalpha():
        return name
    return "".join(sign for sign in name if category(sign)[0] in "LN" or category(sign) == "Co")


class Spelling(dict[int, str]):
    """Code point → spelling, for `str.translate`; works out each character once, when met.

    So loading costs nothing per character, and a roster of 100,000 names costs a few thousand.
    """

    __slots__ = ("_spell",)

    def __init__(self, spell: Callable[[str], str]) -> None:
        super().__init__()
        self._spell = spell

    def __missing__(self, code: int) -> str:
        spelling = self[code] = self._spell(chr(code))
        return spelling
