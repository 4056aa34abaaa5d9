"""Reads exports in a child process: the same reading, and a hostile file ends only the child."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jz_training.domain.meeting_reading import MeetingReading
from jz_training.readers.limits import Limits
from jz_training.readers.meeting import wire
from jz_training.readers.meeting.refusals import refusals
from jz_training.readers.meeting.understand import MeetingWish
from jz_training.readers.watched import answer_of_child

#: More stays than any meeting has, and as many as are read within the time.
MEETING_LIMITS = Limits(rows=100_000)

_CHILD = "jz_training.readers.meeting.child"


def read_meeting_guarded(
    path: Path,
    wish: MeetingWish | None = None,
    *,
    limits: Limits | None = None,
    stop: Callable[[], bool] | None = None,
) -> MeetingReading:
    """Read an export in a child process and return what it says.

    Raises CannotRead with a sentence for whatever is wrong with the file, the limits included,
    and Stopped soon after `stop` (asked about thirty times a second) has said so.
    """
    heard = answer_of_child(
        _CHILD,
        path,
        request={"wish": wire.wish_to_json(wish or MeetingWish())},
        limits=limits or MEETING_LIMITS,
        refusals=refusals,
        stop=stop,
    )
    return wire.reading_from_json(heard, path.name)
