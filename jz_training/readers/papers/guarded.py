"""Makes filed PDFs ready to be bound in a child process: a hostile file ends only the child."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jz_training.readers.limits import Limits
from jz_training.readers.papers import refusals
from jz_training.readers.papers.binding import PAPER_LIMITS
from jz_training.readers.watched import answer_of_child

_CHILD = "jz_training.readers.papers.child"


def bind_paper_guarded(
    path: Path,
    *,
    target: Path,
    limits: Limits | None = None,
    stop: Callable[[], bool] | None = None,
) -> Path:
    """Write the pages of a PDF on A4 to `target` and return it.

    Raises CannotRead with a sentence for whatever is wrong with the file, the limits included,
    and Stopped soon after `stop` has said so.
    """
    answer_of_child(
        _CHILD,
        path,
        request={"target": str(target.absolute())},
        limits=limits or PAPER_LIMITS,
        refusals=refusals,
        stop=stop,
    )
    return target
