"""Where the user has been: the pages opened, for Alt+Left and Alt+Right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_LONGEST = 50


@dataclass(frozen=True, slots=True)
class Stop:
    """A page as it was opened."""

    key: str
    what: Mapping[str, object]


class Trail:
    """A list of stops with a place in it; going somewhere new forgets what lay ahead."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._at = -1

    @property
    def here(self) -> Stop | None:
        """Return the stop being shown."""
        return self._stops[self._at] if self._stops else None

    def go(self, stop: Stop) -> None:
        """Add a stop after this one, unless it is this one."""
        if stop == self.here:
            return
        self._stops = [*self._stops[: self._at + 1], stop][-_LONGEST:]
        self._at = len(self._stops) - 1

    def back(self) -> Stop | None:
        """Go one stop back and return it; None at the beginning."""
        return self._move(-1)

    def forward(self) -> Stop | None:
        """Go one stop ahead and return it; None at the end."""
        return self._move(1)

    def _move(self, steps: int) -> Stop | None:
        if not 0 <= self._at + steps < len(self._stops):
            return None
        self._at += steps
        return self.here
