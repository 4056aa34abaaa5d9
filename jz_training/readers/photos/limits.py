"""What a picture may cost, and how large what is kept of it may be."""

from __future__ import annotations

from jz_training.readers.limits import MEGABYTE, Limits

PHOTO_LIMITS = Limits(file_bytes=100 * MEGABYTE, seconds=30.0)

#: Pixels of the largest picture that is unpacked at all (safety.md §2).
MOST_PIXELS = 40_000_000

#: Pixels of the longer side of what is kept: enough for A4 at 170 dpi.
LONGEST_SIDE = 2000

#: Of JPEG: beyond it files grow and nobody sees it.
QUALITY = 85
