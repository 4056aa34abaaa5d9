"""Reads forms in a child process: a hostile file ends only the child."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jz_training.domain.superior_form import FormFile
from jz_training.readers.forms import refusals
from jz_training.readers.forms.understand import FORM_LIMITS
from jz_training.readers.forms.wire import form_of_json
from jz_training.readers.limits import Limits
from jz_training.readers.watched import answer_of_child

_CHILD = "jz_training.readers.forms.child"


def read_form_guarded(
    path: Path, *, limits: Limits | None = None, stop: Callable[[], bool] | None = None
) -> FormFile:
    """Return what a form shows.

    Raises CannotRead with a sentence for whatever is wrong with the file, the limits included,
    and Stopped soon after `stop` has said so.
    """
    answer = answer_of_child(
        _CHILD, path, request={}, limits=limits or FORM_LIMITS, refusals=refusals, stop=stop
    )
    return form_of_json(answer)
