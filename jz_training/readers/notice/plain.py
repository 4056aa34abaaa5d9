"""The text of a text file."""

from __future__ import annotations

from pathlib import Path

from jz_training.readers.grids.text_encoding import decode
from jz_training.readers.notice import refusals
from jz_training.readers.notice.raw_lines import lines_of
from jz_training.readers.notice.raw_text import RawText

#: More than this share of characters that could not be decoded: it is another encoding.
_ODD_SHARE = 0.05


def read_plain(path: Path) -> RawText:
    """Return the lines of a text; raise CannotRead when it is of no encoding in use, or blank."""
    text = decode(path.read_bytes()).text
    if text.count("\ufffd") > _ODD_SHARE * len(text):
        raise refusals.unknown_encoding(path)
    raw = lines_of(text)
    if not any(raw.lines):
        raise refusals.is_empty(path)
    return raw
