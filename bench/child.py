"""One side of one job in a process of its own: `python -m bench.child JOB SIDE FOLDER SIZE`.

Prints its measures as one line of JSON, the last of its output; `prepare` is a side too.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

from bench.job import Job, Measures
from bench.memory import peak_of_children, peak_of_this


def main(words: list[str]) -> None:
    """Run a side and print what it measured."""
    name, side, folder, size = words
    job: Job = import_module(f"bench.jobs.{name}").JOB
    measures: Measures = {}
    if side == "prepare":
        job.prepare(Path(folder), int(size))
    else:
        measures = job.sides[side](Path(folder), int(size))
        measures["peak"] = peak_of_this()
        measures["children"] = peak_of_children()
    print(json.dumps(measures), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
