"""Identities that never collide between desks and that sort by the time they were made."""

from __future__ import annotations

import os
import time
from uuid import UUID

_CHANCE = 10  # bytes beside the time


def new_id() -> UUID:
    """Return a new UUID of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then chance.

    Time-ordered keys keep rows that are made together together in the B-tree.
    """
    return _identity(int.from_bytes(os.urandom(_CHANCE), "big"))


def new_ids(count: int) -> list[UUID]:
    """Return so many new UUIDs of version 7, asking the system for chance only once."""
    chance = os.urandom(_CHANCE * count)
    return [
        _identity(int.from_bytes(chance[at : at + _CHANCE], "big"))
        for at in range(0, len(chance), _CHANCE)
    ]


def _identity(chance: int) -> UUID:
    stamp = time.time_ns() // 1_000_000
    value = (stamp & (2**48 - 1)) << 80 | chance
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)
