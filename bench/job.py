"""What a measured job is: sides that run in processes of their own, and lines that compare them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

#: What one run of a side measured: milliseconds, megabytes or counts, by name.
Measures = dict[str, float]
#: Runs one side once: the folder that `prepare` filled, the size of the job.
Side = Callable[[Path, int], Measures]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table. `ours` and `floor` name a side and its measure: ours.whole.

    With a floor the target is a ratio to it, without one it is an amount in `unit`.
    """

    name: str
    ours: str
    floor: str = ""
    target: float
    unit: str = "ms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job of the target table. `size` is what `--size` replaces, `full` what `--size full` means.

    `prepare` fills a folder once; each side then runs in a fresh process, as often as there are
    rounds, one side after the other.
    """

    about: str
    sides: Mapping[str, Side]
    lines: tuple[Line, ...]
    size: int = 0
    full: int = 0
    rounds: int = 5
    prepare: Callable[[Path, int], None] = field(default=lambda folder, size: None)
