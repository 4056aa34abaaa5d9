"""Reads notices in a child process: a hostile file ends only the child."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from jz_training.domain.notice import NoticeReading
from jz_training.readers.limits import Limits
from jz_training.readers.notice import refusals
from jz_training.readers.notice.limits import NOTICE_LIMITS
from jz_training.readers.notice.raw_text import RawText
from jz_training.readers.notice.wire import from_plain
from jz_training.readers.watched import answer_of_child

_CHILD = "jz_training.readers.notice.child"
_Stop = Callable[[], bool] | None
_Value = TypeVar("_Value", NoticeReading, RawText)


def read_notice_guarded(
    path: Path, *, limits: Limits | None = None, stop: _Stop = None
) -> NoticeReading:
    """Read a notice in a child process and return what was understood of it.

    Raises CannotRead with a sentence for whatever is wrong with the file, the limits included,
    and Stopped soon after `stop` (asked about thirty times a second) has said so.
    """
    return _answer(path, NoticeReading, "reading", limits, stop)


def read_raw_guarded(path: Path, *, limits: Limits | None = None, stop: _Stop = None) -> RawText:
    """Return only the text of a notice; raises as `read_notice_guarded` does."""
    return _answer(path, RawText, "text", limits, stop)


def _answer(
    path: Path, kind: type[_Value], name: str, limits: Limits | None, stop: _Stop
) -> _Value:
    heard = answer_of_child(
        _CHILD,
        path,
        request={"only_text": kind is RawText},
        limits=limits or NOTICE_LIMITS,
        refusals=refusals,
        stop=stop,
    )
    try:
        return from_plain(kind, heard.get(name))
    except ValueError as error:
        raise refusals.not_understood(path, repr(error)) from error
