"""Every measured job still runs, ours and its floor, on a few invented people."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from bench.job import Job
from bench.measuring import Measured, Setting, measure
from bench.run import JOBS, ROOT
from bench.table import row_of

#: Sizes are people or rows; for the batch of sheets they are trainings of 200.
SIZES = {name: 50 for name in JOBS if name != "start_up"} | {"sign_in_sheets": 2, "print_job": 2}


@pytest.mark.parametrize("name", SIZES)
def test_ours_and_the_floor_measure_what_the_lines_compare(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BENCH_CLOCK", "wall")
    job: Job = import_module(f"bench.jobs.{name}").JOB
    job.prepare(tmp_path, SIZES[name])
    measured = Measured(job=job, size=SIZES[name])
    for side, work in job.sides.items():
        measured.take(side, work(tmp_path, SIZES[name]) | {"peak": 1.0})
    for line in job.lines:
        assert measured.median(line.ours) is not None
        assert not line.floor or measured.median(line.floor)


def test_a_side_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    measured = measure("start_up", tmp_path, Setting(root=ROOT, rounds=1))
    assert measured.troubles == []
    assert measured.median("ours.heavy") == 0
    assert not list(tmp_path.glob("workspace/*.sqlite"))


def test_what_could_not_be_measured_is_a_dash() -> None:
    measured = Measured(job=import_module("bench.jobs.search").JOB, size=50)
    rows = [row_of(line, measured) for line in measured.job.lines]
    assert all(row.endswith("—") for row in rows)


def test_a_line_is_over_or_ok_by_its_target() -> None:
    job: Job = import_module("bench.jobs.excel_export").JOB
    measured = Measured(job=job, size=1000)
    measured.take("ours", {"whole": 150, "grown": 41, "peak": 90})
    measured.take("floor", {"whole": 100})
    first, second = (row_of(line, measured) for line in job.lines)
    assert "1.50" in first
    assert first.endswith("ok")
    assert second.endswith("over")
