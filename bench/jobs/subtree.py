"""A union of 100,000 in a tree of units: figures of a part of it, and marking one row.

Full size is 100,000 people in 2,656 units, 10,000 trainings, 5,000,000 lines in one SQLite file;
`--size N` is the number of people.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from bench.clock import Stopwatch, median_of
from bench.job import Job, Line, Measures
from bench.workspaces import Extent, fill

if TYPE_CHECKING:
    from uuid import UUID

    from jz_training.domain.statistics import StatisticsFilter
    from jz_training.services.desk import Desk

FULL = 100_000
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
FREE = (date(2024, 3, 10), date(2025, 11, 20))
TURNS = 3
MARKS = 10
#: Workshops to a branch, branches to a district; the districts are one union.
BRANCH, DISTRICT = 20, 25

#: The least that tells the same: the counters of the units, and of the persons, of a district.
_TREE = (
    "WITH RECURSIVE tree(id) AS (SELECT :unit UNION ALL"
    " SELECT unit.id FROM unit JOIN tree ON unit.parent_id = tree.id) "
)
UNITS = _TREE + (
    "SELECT k.* FROM training_unit k JOIN training t ON t.id = k.training_id"
    " WHERE k.unit_id IN (SELECT id FROM tree) AND t.start >= :start AND t.start < :end"
)
PERSONS = _TREE + (
    "SELECT k.* FROM person p JOIN person_tally k ON k.person_id = p.id"
    " WHERE p.unit_id IN (SELECT id FROM tree) AND k.year = 2025"
)
#: One pass over the covering index, each line's training looked up, grouped by person.
COVERING = _TREE + (
    "SELECT a.person_id, count(*), sum(a.status BETWEEN 1 AND 4),"
    " sum(coalesce(a.hours, t.hours, 0)) FROM attendee a INDEXED BY ix_attendee_person"
    " JOIN training t ON t.id = +a.training_id WHERE a.role = 'expected'"
    " AND +a.training_id IN (SELECT id FROM training WHERE start >= :start AND start < :end)"
    " AND a.person_id IN (SELECT id FROM person WHERE unit_id IN (SELECT id FROM tree))"
    " GROUP BY a.person_id"
)
COVERING_ALL = COVERING.replace(
    " AND a.person_id IN (SELECT id FROM person WHERE unit_id IN (SELECT id FROM tree))", ""
)


def prepare(folder: Path, size: int) -> None:
    """Fill a workspace and put its units into a tree."""
    full = size >= FULL
    extent = Extent(people=size, trainings=size // 10, each=500 if full else 40)
    fill(folder / "workspace", extent)
    with closing(sqlite3.connect(folder / "workspace" / "data.sqlite")) as db, db:
        workshops = [row[0] for row in db.execute("SELECT id FROM unit ORDER BY position")]
        above = workshops
        for level, width in enumerate((BRANCH, DISTRICT, len(workshops)), start=7):
            above = _gather(db, above, level, width)


def _gather(db: sqlite3.Connection, below: list[bytes], level: int, width: int) -> list[bytes]:
    """Put units, so many each, under units made for it, and return those."""
    parents = [
        level.to_bytes(8, "big") + at.to_bytes(8, "big") for at in range(-(-len(below) // width))
    ]
    stamp = "2026-11-22 09:00:00.000000"
    db.executemany(
        "INSERT INTO unit (id, name, kind, position, version, created_at, changed_at)"
        " VALUES (?, ?, 'branch', ?, 1, ?, ?)",
        [(unit, f"第{level}级{at}", at, stamp, stamp) for at, unit in enumerate(parents)],
    )
    db.executemany(
        "UPDATE unit SET parent_id = ? WHERE id = ?",
        [(parents[at // width], unit) for at, unit in enumerate(below)],
    )
    return parents


#: The first district: what `_gather` made in its second turn.
A_DISTRICT = (8).to_bytes(8, "big") + bytes(8)


def ours(folder: Path, size: int) -> Measures:
    """Ask for the figures as the page does, and mark rows as the board does."""
    from uuid import UUID

    from jz_training.domain.statistics import By
    from jz_training.services.desk import open_desk

    desk = open_desk(folder / "workspace")
    district = UUID(bytes=A_DISTRICT)
    by = (By.UNIT, By.FORM, By.MONTH, By.NOTICE)
    asks: dict[str, Callable[[], object]] = {
        "part": lambda: desk.statistics.of(_filter(YEAR, district), by=by),
        "whole": lambda: desk.statistics.of(_filter(YEAR), by=by),
        "layers": lambda: desk.statistics.of(_filter(YEAR), by=(By.LAYER,)),
        "hours": lambda: desk.statistics.hours(_filter(YEAR, district), _wanted()),
    }
    found = {name: median_of(ask, turns=TURNS) for name, ask in asks.items()}
    found["touched"] = _lines_touched(desk, asks)
    found["free_part"] = median_of(
        lambda: desk.statistics.of(_filter(FREE, district), by=by), turns=TURNS
    )
    found["free"] = median_of(lambda: desk.statistics.of(_filter(FREE), by=by), turns=TURNS)
    found |= _marking(desk)
    desk.close()
    return found


def floor(folder: Path, size: int) -> Measures:
    """Read the counters of the district, and the covering index, with sqlite3 alone."""
    with closing(sqlite3.connect(folder / "workspace" / "data.sqlite")) as db:

        def read(days: tuple[date, date], *queries: str) -> float:
            named = {"unit": A_DISTRICT, "start": str(days[0]), "end": str(days[1])}

            def ask() -> None:
                for sql in queries:
                    taken = {k: v for k, v in named.items() if f":{k}" in sql}
                    db.execute(sql, taken).fetchall()

            return median_of(ask, turns=TURNS)

        everything = [
            sql.replace("IN (SELECT id FROM tree)", "IS NOT NULL") for sql in (UNITS, PERSONS)
        ]
        return {
            "part": read(YEAR, UNITS, PERSONS),
            "whole": read(YEAR, *everything),
            "hours": read(YEAR, PERSONS),
            "free_part": read(FREE, UNITS, COVERING),
            "free": read(FREE, COVERING_ALL),
        }


def _filter(days: tuple[date, date], unit: UUID | None = None) -> StatisticsFilter:
    from jz_training.domain.statistics import StatisticsFilter

    return StatisticsFilter(start=days[0], end=days[1], unit_id=unit)


def _wanted() -> Any:
    from decimal import Decimal

    from jz_training.domain.hours import HoursRequirement

    return HoursRequirement(name="每年", hours=Decimal(20))


# --- marking -------------------------------------------------------------------------------------


def _marking(desk: Desk) -> Measures:
    """Mark rows of a training one at a time, each stored and painted before the next."""
    from PySide6.QtWidgets import QApplication

    from jz_training.domain.attendance import AttendanceStatus, Mark
    from jz_training.domain.sheet import SheetOptions
    from jz_training.services.ledger import TrainingQuery
    from jz_training.ui.attendance.attendance_board import AttendanceBoard
    from jz_training.ui.attendance.attendance_layout import expected_pages
    from jz_training.ui.memory import Memory
    from jz_training.ui.style.look import apply_look

    app = QApplication.instance() or QApplication(["marking"])
    assert isinstance(app, QApplication)
    apply_look(app, Memory(desk.folder / "window.ini"))
    training = desk.trainings.list(TrainingQuery(limit=1))[0].training_id
    desk.attendance.reopen(training, reason="重新核对签到表")
    sheet = desk.attendance.sheet(training)
    rows = {row.number: row for row in sheet.rows}
    board = AttendanceBoard()
    board.resize(1100, 700)
    board.show_pages(expected_pages(sheet, SheetOptions()), rows)
    board.show()
    app.processEvents()
    written, painted = [], []
    marks = cycle((Mark(status=AttendanceStatus.ABSENT), Mark(status=AttendanceStatus.PRESENT)))
    for number, mark in zip(list(rows)[: MARKS * 2], marks, strict=False):
        watch = Stopwatch()
        desk.attendance.mark(training, {number: mark})
        written.append(watch.lap())
        rows[number] = replace(rows[number], mark=mark)
        board.show_rows(rows)
        board.viewport().repaint()
        painted.append(watch.lap())
    return {
        "written": median(written),
        "painted": median(painted),
        "marked": median(map(sum, zip(written, painted, strict=True))),
    }


def _lines_touched(desk: Desk, asks: dict[str, Callable[[], object]]) -> float:
    """Return how many steps of the query plans read attendance rows."""
    from sqlalchemy import event

    engine = desk.people._store.engine
    asked: list[tuple[str, Any]] = []

    def note(_c: Any, _cur: Any, sql: str, parameters: Any, *_rest: Any) -> None:
        asked.append((sql, parameters))

    event.listen(engine, "before_cursor_execute", note)
    for ask in asks.values():
        ask()
    event.remove(engine, "before_cursor_execute", note)
    with engine.connect() as db:
        plans = [
            str(step[-1])
            for sql, parameters in asked
            if not sql.startswith("PRAGMA")
            for step in db.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters)
        ]
    return sum(step.startswith(("SCAN attendee", "SEARCH attendee")) for step in plans)


def _line(name: str, key: str, target: float, floor_key: str = "") -> Line:
    return Line(name=name, ours=f"ours.{key}", floor=f"floor.{floor_key or key}", target=target)


JOB = Job(
    about="figures of a part of the tree",
    sides={"ours": ours, "floor": floor},
    lines=(
        _line("figures of a district, a year, {size:,} people", "part", 1.5),
        _line("figures of the whole union, a year", "whole", 1.5),
        _line("  its layers alone", "layers", 1.5, "whole"),
        _line("hours of a district against a requirement", "hours", 1.5),
        Line(name="  steps of these on attendance rows", ours="ours.touched", target=0, unit=""),
        _line("figures of a district, a free period", "free_part", 1.2),
        _line("figures of the whole union, a free period", "free", 1.2),
        Line(name="marking one row: stored and painted", ours="ours.marked", target=50),
        Line(name="  stored alone", ours="ours.written", target=50),
        Line(name="  painted alone", ours="ours.painted", target=50),
    ),
    size=20_000,
    full=FULL,
    rounds=3,
    prepare=prepare,
)
