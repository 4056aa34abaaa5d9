"""Time in milliseconds."""

from __future__ import annotations

import time


class Stopwatch:
    """Measures from its making to each look."""

    def __init__(self) -> None:
        self._last = self._begun = time.perf_counter()

    def lap(self) -> float:
        """Return the milliseconds since the last lap."""
        now = time.perf_counter()
        passed, self._last = now - self._last, now
        return passed * 1000

    def whole(self) -> float:
        """Return the milliseconds since the start."""
        return (time.perf_counter() - self._begun) * 1000
