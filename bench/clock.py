"""Time in milliseconds: of the wall, or with BENCH_CLOCK=cpu of the processor.

On a machine that others use too, the processor's time is the steadier one; work that runs beside
other work (a child process, a second thread) is then added up.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from statistics import median
from typing import TypeVar

Item = TypeVar("Item")

CPU = "cpu"


def since_birth() -> float:
    """Return the milliseconds since this process was made, the interpreter's start included."""
    if os.environ["BENCH_CLOCK"] == CPU:
        return _processor() * 1000
    return (time.time() - float(os.environ["BENCH_BORN"])) * 1000


class Stopwatch:
    """Measures from its making to each look."""

    def __init__(self) -> None:
        self._now = _processor if os.environ["BENCH_CLOCK"] == CPU else time.perf_counter
        self._last = self._begun = self._now()

    def lap(self) -> float:
        """Return the milliseconds since the last lap."""
        now = self._now()
        passed, self._last = now - self._last, now
        return passed * 1000

    def apart(self, source: Iterable[Item]) -> Iterator[Item]:
        """Pass on what a source makes, without the time that it takes for it."""
        items = iter(source)
        while True:
            begun = self._now()
            try:
                item = next(items)
            except StopIteration:
                return
            finally:
                self._begun += self._now() - begun
            yield item

    def whole(self) -> float:
        """Return the milliseconds since the start."""
        return (self._now() - self._begun) * 1000


def median_of(work: Callable[[], object], *, turns: int) -> float:
    """Return the milliseconds a piece of work takes, warm: its first turn is not counted."""
    times = []
    for _ in range(turns + 1):
        watch = Stopwatch()
        work()
        times.append(watch.whole())
    return median(times[1:])


def _processor() -> float:
    """Return the seconds of this process and of its ended children."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system
