"""Reads rosters in a child process: the same reading, and a hostile file ends only the child."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jz_training.domain.roster_reading import ColumnChoice, RosterPerson, RosterReading
from jz_training.readers.limits import Limits
from jz_training.readers.roster import wire
from jz_training.readers.roster.refusals import refusals
from jz_training.readers.roster.understand import Gathered
from jz_training.readers.watched import Message, ask_child

_CHILD = "jz_training.readers.roster.child"


def read_roster_guarded(
    path: Path,
    *,
    choice: ColumnChoice | None = None,
    limits: Limits | None = None,
    stop: Callable[[], bool] | None = None,
) -> RosterReading:
    """Read a roster in a child process and return what it says.

    Raises CannotRead with a sentence for whatever is wrong with the file, the limits included,
    and Stopped soon after `stop` (asked about thirty times a second) has said so.
    """
    heard = _Heard()
    ask_child(
        _CHILD,
        path,
        request={"choice": wire.choice_to_json(choice)},
        limits=limits or Limits(),
        refusals=refusals,
        hear=heard.hear,
        stop=stop,
    )
    return heard.gathered.reading(path.name, heard.persons)


class _Heard:
    """Unpacks the child's messages as they come."""

    def __init__(self) -> None:
        self.gathered = Gathered()
        self.persons: list[RosterPerson] = []
        self._shared: dict[str, str] = {}

    def hear(self, message: Message) -> bool:
        """Take one message; tell whether it was the last."""
        if "texts" in message:
            self.persons.extend(wire.people_of(message, self._shared).persons())
        elif "drop" in message:
            del self.persons[-message["drop"] :]
        else:
            wire.add_rest(self.gathered, message)
            return True
        return False
