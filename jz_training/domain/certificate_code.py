"""The verify code (查验码) of a certificate: `7K3Q-4M9A-XY`, eight signs of chance and two checks.

40 bits of chance cannot be guessed; two check characters over GF(32) tell a slip of the pen from a
code that was never given out: any two wrong characters are noticed, so is any pair that changed
places. The signs are those of a page code (domain/page_code.py): no I, L, O, U.
"""

from __future__ import annotations

from collections.abc import Sequence

from jz_training.domain.page_code import ALPHABET

#: How much chance a code is made of.
CHANCE_BITS = 40

_CHANCE_LENGTH = CHANCE_BITS // 5
LENGTH = _CHANCE_LENGTH + 2

_LOOKALIKES = str.maketrans("ILO", "110")
#: What people put between groups, and the dashes that their programs make of it.
_BETWEEN = str.maketrans("", "", "-‐‑‒–—－_.·")

# The generator of a Reed-Solomon code with roots α and α², α = 2: x² + (α + α²)x + α³.
_MIDDLE, _LAST = 2 ^ 4, 8


def verify_code(chance: int) -> str:
    """Return the code that so much chance makes: `CHANCE_BITS` bits, without its dashes."""
    values = [chance >> 5 * place & 31 for place in reversed(range(_CHANCE_LENGTH))]
    return "".join(ALPHABET[value] for value in (*values, *_rest([*values, 0, 0])))


def read_verify_code(text: str) -> str | None:
    """Return a code as stored from what was typed; None when it cannot be one.

    Case, blanks, dashes and full-width signs do not matter; I, L and O are read as 1, 1 and 0.
    """
    half = "".join(chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else sign for sign in text)
    tidy = "".join(half.upper().split()).translate(_BETWEEN).translate(_LOOKALIKES)
    if len(tidy) != LENGTH or not set(tidy) <= set(ALPHABET):
        return None
    return tidy if _rest([ALPHABET.index(sign) for sign in tidy]) == (0, 0) else None


def grouped(code: str) -> str:
    """Return a code as it is printed, in groups of four."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def _rest(values: Sequence[int]) -> tuple[int, int]:
    """Return what is left of a polynomial over GF(32) when it is divided by the generator."""
    high, low = values[0], values[1]
    for value in values[2:]:
        high, low = low ^ _times(high, _MIDDLE), value ^ _times(high, _LAST)
    return high, low


def _times(one: int, other: int) -> int:
    """Multiply in GF(32), polynomial x^5 + x^2 + 1."""
    product = 0
    while other:
        product ^= one if other & 1 else 0
        one = one << 1 ^ (0b100101 if one & 16 else 0)
        other >>= 1
    return product
