"""How big a file is, in words."""

from __future__ import annotations


def size_words(size: int) -> str:
    """Return a size in bytes as the file manager says it: 320 KB, 1.4 MB; never 0 KB."""
    if size < 2**20:
        return f"{max(1, round(size / 2**10))} KB"
    return f"{size / 2**20:.1f} MB"
