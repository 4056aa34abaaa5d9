"""A notice from the clipboard."""

from __future__ import annotations

from jz_training.domain.notice import NoticeReading
from jz_training.readers.notice.raw_lines import raw_text_of
from jz_training.readers.notice.understand import understand


def read_notice_text(text: str, *, source: str = "") -> NoticeReading:
    """Return what was understood of a pasted notice, in this process: its length is bounded.

    Raises CannotRead when there is nothing in it, or far more than a notice can be.
    """
    return understand(raw_text_of(text), source=source)
