"""The code printed on every page of a sign-in sheet: which training, which sheet, which page.

`7K3Q4M-2-01-H` reads: training 7K3Q4M, its second sheet, page 1, check character H. It is made
for people and cheap scanners alike: Crockford's base32 has no I, L, O or U to be taken for 1, 0
or V, and what is typed in lower case or with those letters is read all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

#: 30 bits of the training's id: among 1,000 trainings two share a key once in 2,000 workspaces.
KEY_LENGTH = 6

_LOOKALIKES = str.maketrans("ILO", "110")
_SHAPE = re.compile(
    rf"([{ALPHABET}]{{{KEY_LENGTH}}})-(\d{{1,4}})-(\d{{2,4}})-([{ALPHABET}])", re.ASCII
)


@dataclass(frozen=True, slots=True)
class PageCode:
    """What a page says of itself. `training` is the key of the training, see `training_key`."""

    training: str
    sheet_version: int
    page: int


def training_key(training_id: UUID) -> str:
    """Return the six characters that stand for a training: the last 30 bits of its id."""
    bits = training_id.int
    return "".join(ALPHABET[bits >> 5 * place & 31] for place in reversed(range(KEY_LENGTH)))


def page_code(training_id: UUID, *, sheet_version: int, page: int) -> str:
    """Return the code of a page; pages count from 1."""
    body = f"{training_key(training_id)}-{sheet_version}-{page:02d}"
    return f"{body}-{_check(body)}"


def read_page_code(text: str) -> PageCode | None:
    """Read a code as typed or scanned; None when it is not one or its check character is wrong."""
    tidy = "".join(text.upper().split()).translate(_LOOKALIKES)
    found = _SHAPE.fullmatch(tidy)
    if found is None or _check(tidy[:-2]) != found[4]:
        return None
    return PageCode(found[1], int(found[2]), int(found[3]))


def _check(body: str) -> str:
    """Return the check character: a sum over GF(32) in which each place has its own power of 2.

    One wrong character, or any two that changed places, always changes the sum, since the powers
    differ over the first 31 places.
    """
    total = 0
    for sign in body.replace("-", ""):
        total = _double(total) ^ ALPHABET.index(sign)
    return ALPHABET[_double(total)]


def _double(value: int) -> int:
    """Multiply by 2 in GF(32), polynomial x^5 + x^2 + 1."""
    value <<= 1
    return value ^ 0b100101 if value & 32 else value
