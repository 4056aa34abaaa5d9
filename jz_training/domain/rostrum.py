"""Who sits where on the rostrum (主席台), by the usual rule (domain.md §2, 席卡).

The first sits in the middle. The second sits at the first one's left hand, the third at the
right hand, and so on by turns. With an even number the first and the second share the middle.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Person = TypeVar("Person")


def seated(ranked: Sequence[Person]) -> tuple[Person, ...]:
    """Return people ranked from the first as they sit, from left to right as the hall sees them.

    The left hand of who faces the hall is at the hall's right.
    """
    right_of_hall: list[Person] = []
    left_of_hall: list[Person] = []
    for place, person in enumerate(ranked[1:], start=2):
        (right_of_hall if place % 2 == 0 else left_of_hall).append(person)
    return (*reversed(left_of_hall), *ranked[:1], *right_of_hall)


def spaced(name: str) -> str:
    """Return a name as it stands on a card: two characters get a full blank between them."""
    return f"{name[0]}\u3000{name[1]}" if len(name) == 2 and not name.isascii() else name
