"""Pages of figures: from the counters, and of a free period from the attendance rows.

Full size is 100,000 people, 10,000 trainings, 5,000,000 lines; `--size N` is the number of people.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.clock import median_of
from bench.job import Job, Line, Measures
from bench.workspaces import Extent, fill

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

FULL = 100_000
YEAR = (date(2024, 1, 1), date(2024, 12, 31))
EVER = (date(2024, 1, 1), date(2026, 12, 31))
TURNS = 3
COUNTERS = (
    "SELECT t.id, t.title, t.form, t.start, t.end, t.venue, t.speaker, t.state, t.hours, t.note,"
    " k.expected, k.present, k.leave, k.absent, k.unrecorded, k.late, k.early, k.online,"
    " k.stand_ins, k.others FROM training t LEFT JOIN training_tally k ON k.training_id = t.id"
    " WHERE t.start >= ? AND t.start < ? ORDER BY t.start, t.id"
)
#: One pass over the covering index: who came how often, of the trainings of a period.
COVERING = (
    "SELECT person_id, status, stands_in, count(*) FROM attendee INDEXED BY ix_attendee_person"
    " WHERE role = 'expected' AND training_id IN"
    " (SELECT id FROM training WHERE start >= ? AND start < ?)"
    " GROUP BY person_id, status, stands_in"
)


def prepare(folder: Path, size: int) -> None:
    """Fill a workspace; the release size has more trainings a person than the everyday one."""
    full = size >= FULL
    extent = Extent(
        people=size,
        trainings=size // 10 if full else size // 20,
        each=500 if full else 200,
    )
    fill(folder / "workspace", extent)


def ours(folder: Path, size: int) -> Measures:
    """Ask for the ledger, the home page and the figures of a year."""
    from jz_training.services.desk import open_desk

    desk = open_desk(folder / "workspace")
    found = {
        "ledger": median_of(lambda: desk.summaries.ledger(*EVER), turns=TURNS),
        "home": median_of(desk.home, turns=TURNS),
        "period": median_of(lambda: desk.summaries.of_period(*YEAR), turns=TURNS),
        "touched": _attendance_rows_touched(desk),
    }
    desk.close()
    return found


def floor(folder: Path, size: int) -> Measures:
    """Read the counters, and the covering index of the attendance rows."""
    with closing(sqlite3.connect(folder / "workspace" / "data.sqlite")) as db:

        def read(sql: str, days: tuple[date, date]) -> list[Any]:
            return db.execute(sql, [str(day) for day in days]).fetchall()

        return {
            "counters": median_of(lambda: read(COUNTERS, EVER), turns=TURNS),
            "covering": median_of(lambda: read(COVERING, YEAR), turns=TURNS),
        }


def _attendance_rows_touched(desk: Desk) -> float:
    """Return how many steps of the query plans of ledger and home read attendance rows."""
    from sqlalchemy import event

    engine = desk.people._store.engine
    asked: list[tuple[str, Any]] = []

    def note(_c: Any, _cur: Any, sql: str, parameters: Any, *_rest: Any) -> None:
        asked.append((sql, parameters))

    event.listen(engine, "before_cursor_execute", note)
    desk.summaries.ledger(*EVER)
    desk.home()
    event.remove(engine, "before_cursor_execute", note)
    with engine.connect() as db:
        plans = [
            str(step[-1])
            for sql, parameters in asked
            if sql.startswith("SELECT")
            for step in db.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters)
        ]
    return sum(step.startswith(("SCAN attendee", "SEARCH attendee")) for step in plans)


JOB = Job(
    about="statistics",
    sides={"ours": ours, "floor": floor},
    lines=(
        Line(
            name="ledger of all trainings, {size:,} people",
            ours="ours.ledger",
            floor="floor.counters",
            target=1.5,
        ),
        Line(name="home page", ours="ours.home", floor="floor.counters", target=1.5),
        Line(
            name="figures of a free period of a year",
            ours="ours.period",
            floor="floor.covering",
            target=1.2,
        ),
        Line(
            name="  steps of ledger and home on attendance rows",
            ours="ours.touched",
            target=0,
            unit="",
        ),
    ),
    size=20_000,
    full=FULL,
    rounds=3,
    prepare=prepare,
)
