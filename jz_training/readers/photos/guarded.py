"""Reads pictures in a child process: a hostile file ends only the child."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from jz_training.domain.photo import Photo
from jz_training.readers.limits import Limits
from jz_training.readers.photos import refusals
from jz_training.readers.photos.limits import PHOTO_LIMITS
from jz_training.readers.watched import answer_of_child

_CHILD = "jz_training.readers.photos.child"


def shrink_photo_guarded(
    path: Path,
    *,
    target: Path,
    limits: Limits | None = None,
    stop: Callable[[], bool] | None = None,
) -> Photo:
    """Make a picture small in a child process; `target` is where it goes, its ending is added.

    Raises CannotRead with a sentence for whatever is wrong with the file, the limits included,
    and Stopped soon after `stop` (asked about thirty times a second) has said so.
    """
    heard = answer_of_child(
        _CHILD,
        path,
        request={"target": str(target.absolute())},
        limits=limits or PHOTO_LIMITS,
        refusals=refusals,
        stop=stop,
    )
    taken = heard["taken"]
    return Photo(
        path=target.with_name(target.name + heard["suffix"]),
        width=heard["width"],
        height=heard["height"],
        taken=datetime.fromisoformat(taken) if taken else None,
    )
