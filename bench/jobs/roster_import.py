"""A roster from Excel into the database, beside calamine and sqlite3 alone.

Ours is read in a process of its own, compared with what is stored, checked, spelled in pinyin,
logged for undoing and indexed.
"""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import astuple
from pathlib import Path

from bench.clock import Stopwatch
from bench.invented import HEADINGS, invented_people
from bench.job import Job, Line, Measures

SMALL = 1000


def prepare(folder: Path, size: int) -> None:
    """Write the two workbooks and an empty workspace."""
    from jz_training.services.desk import open_desk

    for count in {size, SMALL}:
        _write(folder / f"{count}.xlsx", count)
    open_desk(folder / "empty").close()


def _write(path: Path, count: int) -> None:
    from xlsxwriter import Workbook

    book = Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("名册")
    sheet.write_row(0, 0, HEADINGS)
    for row, person in enumerate(invented_people(count), start=1):
        sheet.write_row(row, 0, astuple(person))
    book.close()


def ours(folder: Path, size: int) -> Measures:
    """Import the large roster."""
    return _import(folder, size)


def ours_small(folder: Path, size: int) -> Measures:
    """Import the small roster."""
    return _import(folder, SMALL)


def _import(folder: Path, size: int) -> Measures:
    workspace = folder / "workspace"
    shutil.copytree(folder / "empty", workspace)
    try:
        return _take_in(folder / f"{size}.xlsx", workspace)
    finally:
        shutil.rmtree(workspace)


def _take_in(book: Path, workspace: Path) -> Measures:
    watch = Stopwatch()
    from jz_training.domain.roster_reading import Decision, Likeness
    from jz_training.readers.roster.guarded import read_roster_guarded
    from jz_training.services.desk import open_desk

    desk = open_desk(workspace)
    opened = watch.lap()
    reading = read_roster_guarded(book)
    read = watch.lap()
    lines = desk.imports.preview(reading)
    compared = watch.lap()
    doubtful = (n for n, line in enumerate(lines) if line.likeness is Likeness.DOUBTFUL)
    outcome = desk.imports.carry_out(reading, lines, dict.fromkeys(doubtful, Decision.ADD))
    stored = watch.lap()
    found = {"whole": watch.whole(), "opened": opened, "read": read}
    desk.close()
    if outcome.added != len(reading.people):
        raise AssertionError(f"{outcome.added} of {len(reading.people)} people were added")
    return found | {"compared": compared, "stored": stored, "job": read + compared + stored}


def floor(folder: Path, size: int) -> Measures:
    """Read the large workbook and insert it."""
    return _insert(folder / f"{size}.xlsx", folder / "plain.sqlite")


def floor_small(folder: Path, size: int) -> Measures:
    """Read the small workbook and insert it."""
    return _insert(folder / f"{SMALL}.xlsx", folder / "plain.sqlite")


def _insert(book: Path, data: Path) -> Measures:
    watch = Stopwatch()
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(str(book)).get_sheet_by_index(0).iter_rows()
    next(rows)
    places = ",".join("?" * len(HEADINGS))
    try:
        with sqlite3.connect(data) as db:
            db.execute(f"CREATE TABLE person (id INTEGER PRIMARY KEY, {','.join(HEADINGS)})")
            db.executemany(f"INSERT INTO person ({','.join(HEADINGS)}) VALUES ({places})", rows)
        whole = watch.whole()
        db.close()
    finally:
        data.unlink()
    return {"whole": whole}


def _line(name: str, measure: str, target: float) -> Line:
    return Line(name=name, ours=f"ours.{measure}", floor="floor.whole", target=target)


JOB = Job(
    about="roster import",
    sides={"ours": ours, "floor": floor, "ours_small": ours_small, "floor_small": floor_small},
    lines=(
        _line("roster import, {size:,} rows", "whole", 1.5),
        Line(name="  its peak, the window's process", ours="ours.peak", target=120, unit="MB"),
        _line("  of it opening, SQLAlchemy's import included", "opened", 1.5),
        _line("  of it reading", "read", 1.5),
        _line("  of it comparing", "compared", 1.5),
        _line("  of it storing", "stored", 1.5),
        Line(
            name="roster import, 1,000 rows, workspace open",
            ours="ours_small.job",
            floor="floor_small.whole",
            target=2,
        ),
        Line(
            name="  of it reading, in a process of its own",
            ours="ours_small.read",
            floor="floor_small.whole",
            target=2,
        ),
    ),
    size=100_000,
    full=100_000,
    prepare=prepare,
)
