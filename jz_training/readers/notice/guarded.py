"""Reads notices in a child process: a hostile file ends only the child."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jz_training.readers.limits import Limits
from jz_training.readers.notice import refusals
from jz_training.readers.notice.limits import NOTICE_LIMITS
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.notice.wire import from_plain
from jz_training.readers.watched import Message, ask_child

_CHILD = "jz_training.readers.notice.child"


def read_raw_guarded(
    path: Path, *, limits: Limits | None = None, stop: Callable[[], bool] | None = None
) -> RawText:
    """Return the text of a notice, read in a child process.

    Raises CannotRead with a sentence for whatever is wrong with the file, the limits included,
    and Stopped soon after `stop` (asked about thirty times a second) has said so.
    """
    heard: Message = {}

    def hear(message: Message) -> bool:
        heard.update(message)
        return True

    ask_child(
        _CHILD,
        path,
        request={},
        limits=limits or NOTICE_LIMITS,
        refusals=refusals,
        hear=hear,
        stop=stop,
    )
    try:
        return from_plain(RawText, heard.get("raw"))
    except ValueError as error:
        raise refusals.not_understood(path, repr(error)) from error
