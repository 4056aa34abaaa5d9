"""Rows in an order of their own: putting one at another place renumbers what it passes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """A row that knows its place."""

    position: int


P = TypeVar("P", bound=Placed)


def move_to(rows: Sequence[P], row: P, position: int) -> None:
    """Put a row of `rows`, which are in order, at a place from 0; beyond the ends is the end."""
    others = [one for one in rows if one is not row]
    others.insert(max(0, min(position, len(others))), row)
    for place, one in enumerate(others):
        if one.position != place:
            one.position = place
