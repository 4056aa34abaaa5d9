"""Running the sides of a job in fresh processes, one after the other, round by round."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from statistics import median

from bench.job import Job, Measures

#: Seconds after which a side is given up.
PATIENCE = 1800


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where the program lies, and what the user asked for (empty and 0: what the job says)."""

    root: Path
    size: str = ""
    rounds: int = 0
    clock: str = "wall"


@dataclass(slots=True, kw_only=True)
class Measured:
    """Every measure of a job: by side and name, one value per round."""

    job: Job
    size: int
    values: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    troubles: list[str] = field(default_factory=list)

    def median(self, key: str) -> float | None:
        """Return the median of a measure (ours.whole), None when there is none."""
        return median(self.values[key]) if self.values.get(key) else None

    def take(self, side: str, measures: Measures) -> None:
        """Note what one run measured."""
        for name, value in measures.items():
            self.values[f"{side}.{name}"].append(value)


def measure(name: str, folder: Path, setting: Setting) -> Measured:
    """Prepare a job in a folder and run its sides in turn."""
    job: Job = import_module(f"bench.jobs.{name}").JOB
    size = job.full if setting.size == "full" else int(setting.size or job.size)
    measured = Measured(job=job, size=size)
    if _run(name, "prepare", folder, measured, setting) is None:
        return measured
    for turn in range(setting.rounds or job.rounds):
        sides = list(job.sides)
        for side in sides if turn % 2 == 0 else reversed(sides):
            measures = _run(name, side, folder, measured, setting)
            if measures is not None:
                measured.take(side, measures)
    return measured


def _run(
    name: str, side: str, folder: Path, measured: Measured, setting: Setting
) -> Measures | None:
    command = [sys.executable, "-m", "bench.child", name, side, str(folder), str(measured.size)]
    done = subprocess.run(
        command,
        cwd=setting.root,
        env=_surroundings(folder, setting),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        text=True,
        encoding="utf-8",
    )
    if done.returncode != 0:
        measured.troubles.append(f"{name} {side}: {done.stderr.strip()[-2000:]}")
        return None
    found: Measures = json.loads(done.stdout.splitlines()[-1])
    return found


def _surroundings(folder: Path, setting: Setting) -> dict[str, str]:
    """Return an environment in which nothing of the user's is read or written."""
    return os.environ | {
        "BENCH_BORN": repr(time.time()),
        "BENCH_CLOCK": setting.clock,
        "PYTHONPATH": str(setting.root),
        "PYTHONUTF8": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
