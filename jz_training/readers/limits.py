"""What a file from outside may cost (safety.md §3, row 17)."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that reading one file may take: bytes, rows, seconds of wall time."""

    file_bytes: int = 20 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    rows: int = 200_000
    seconds: float = 30.0
    memory_bytes: int = 512 * MEGABYTE


#: Columns beyond are not looked at: nobody's roster is wider, and empty formatted cells are.
WIDEST = 256
