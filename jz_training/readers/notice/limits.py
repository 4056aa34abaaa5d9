"""What a notice may cost and how long it can be."""

from __future__ import annotations

from jz_training.readers.limits import MEGABYTE, Limits

#: Notices come as scans and with pictures, which rosters do not.
NOTICE_LIMITS = Limits(file_bytes=50 * MEGABYTE)

#: Some 500 pages of official paper (22 lines of 28 characters each): beyond, it is a book.
MOST_CHARACTERS = 300_000
MOST_LINES = 20_000
MOST_PAGES = 500

#: More characters than this are not even taken from the clipboard.
MOST_PASTED = 1_000_000
