"""`python3 run.py bench [JOB…] [--size N|full] [--rounds N]
[--clock cpu]`: one table of ratios to floors.

Nothing is asserted: times depend on the machine. docs/decisions/0008-speed.md has the figures.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from compileall import compile_dir
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # not this folder: its modules are bench.…

from bench.measuring import Setting, measure  # noqa: E402
from bench.table import HEAD, row_of  # noqa: E402

JOBS = tuple(sorted(path.stem for path in (ROOT / "bench" / "jobs").glob("[a-z]*.py")))


def main(words: list[str]) -> int:
    """Measure the jobs named, or all, and print a line for each comparison as it is there."""
    wanted = _parser().parse_args(words)
    # a first start compiles: every later one, which is what is measured, does not
    compile_dir(ROOT / "jz_training", quiet=1)
    setting = Setting(root=ROOT, size=wanted.size, rounds=wanted.rounds, clock=wanted.clock)
    print(HEAD, flush=True)
    for name in wanted.jobs or JOBS:
        with tempfile.TemporaryDirectory(prefix="jz-bench-", ignore_cleanup_errors=True) as folder:
            measured = measure(name, Path(folder), setting)
        for line in measured.job.lines:
            print(row_of(line, measured), flush=True)
        for trouble in measured.troubles:
            print(trouble, file=sys.stderr, flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run.py bench", description=__doc__)
    parser.add_argument("jobs", nargs="*", metavar="JOB", help="、".join(JOBS))
    parser.add_argument("--size", default="", metavar="N|full", help="rows, people or trainings")
    parser.add_argument("--rounds", type=int, default=0, help="runs of each side, median taken")
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall", help="which time")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
