"""Identities that never collide between desks and that sort by the time they were made."""

from __future__ import annotations

import os
import time
from uuid import UUID

_CHANCE_BITS = 74


def new_id() -> UUID:
    """Return a new UUID of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then chance.

    Time-ordered keys keep rows that are made together together in the B-tree.
    """
    return new_ids(1)[0]


def new_ids(count: int) -> list[UUID]:
    """Return so many new UUIDs of version 7 that sort in the order they are given.

    The chance of the first is counted up (RFC 9562 §6.2, method 2), so people of one import
    keep the order of their file.
    """
    stamp = (time.time_ns() // 1_000_000 & (2**48 - 1)) << 80
    first = int.from_bytes(os.urandom(10), "big") >> (80 - _CHANCE_BITS + 1)  # room to count up
    return [_identity(stamp, chance) for chance in range(first, first + count)]


def _identity(stamp: int, chance: int) -> UUID:
    """Put version and variant between the two parts of the chance."""
    high, low = chance >> 62, chance & (2**62 - 1)
    return UUID(int=stamp | 0x7 << 76 | high << 64 | 0x2 << 62 | low)
