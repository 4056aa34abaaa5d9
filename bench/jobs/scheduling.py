"""Clashes and a month of the calendar among many trainings, with their lists.

Every fiftieth is a course of six weekly parts; all are held in forty rooms. There is no
floor: the lines say how long a secretary waits for the answer.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench.clock import Stopwatch
from bench.job import Job, Line, Measures
from bench.workspaces import Extent, fill

if TYPE_CHECKING:
    from jz_training.domain.training import TrainingDraft
    from jz_training.services.desk import Desk

EACH = 60
PEOPLE = 3000
TURNS = 5
WEEKS = 6


def prepare(folder: Path, size: int) -> None:
    """Fill a workspace with so many trainings of sixty people."""
    fill(folder / "workspace", Extent(people=PEOPLE, trainings=size, each=EACH))
    with closing(sqlite3.connect(folder / "workspace" / "data.sqlite")) as db, db:
        found = db.execute("SELECT id, start FROM training ORDER BY start").fetchall()
        db.executemany(
            "UPDATE training SET venue = ?, speaker = ?, chair = ? WHERE id = ?",
            [
                (f"第{at * 7 % 40}会议室", f"讲师{at * 11 % 60}", f"主持{at * 13 % 30}", training)
                for at, (training, _) in enumerate(found)
            ],
        )
        db.executemany(
            'UPDATE training SET parts = ?, "end" = ? WHERE id = ?',
            [
                (*_weekly(datetime.fromisoformat(start)), training)
                for training, start in found[::50]
            ],
        )


def _weekly(start: datetime) -> tuple[str, str]:
    """Return the parts of a course as they are stored, and its end."""
    begins = [start + timedelta(weeks=week) for week in range(WEEKS)]
    parts = [
        {
            "id": f"{at:032x}",
            "name": f"第{at}讲",
            "start": begin.isoformat(),
            "end": (begin + timedelta(hours=2)).isoformat(),
        }
        for at, begin in enumerate(begins, start=1)
    ]
    last = begins[-1] + timedelta(hours=2)
    return json.dumps(parts, ensure_ascii=False), f"{last:%Y-%m-%d %H:%M:%S.%f}"


def ours(folder: Path, size: int) -> Measures:
    """Ask for clashes, for the next free time, and for a month."""
    from jz_training.services.calendar_rows import CalendarFilter
    from jz_training.services.desk import open_desk

    desk = open_desk(folder / "workspace")
    draft = _busy(desk)
    first = draft.start.date().replace(day=1)
    last = first + timedelta(days=30)
    measures = {
        "clashes": _median(lambda: desk.clashes.of_draft(draft)),
        "free": _median(lambda: desk.clashes.next_free(draft, desk.calendar.working())),
        "month": _median(lambda: desk.calendar.between(first, last, CalendarFilter())),
    }
    desk.close()
    return measures


def _busy(desk: Desk) -> TrainingDraft:
    """Return the draft of a training in the middle of the year, at a time when others are held."""
    from jz_training.services.ledger import TrainingQuery

    rows = desk.trainings.list(TrainingQuery())
    return desk.trainings.get(rows[len(rows) // 2].training_id).draft


def _median(ask: Callable[[], object]) -> float:
    return median([_once(ask) for _ in range(TURNS + 1)][1:])


def _once(ask: Callable[[], object]) -> float:
    watch = Stopwatch()
    ask()
    return watch.whole()


JOB = Job(
    about="scheduling",
    sides={"ours": ours},
    lines=(
        Line(name="clashes of one training among {size:,}", ours="ours.clashes", target=50),
        Line(name="  the next free time", ours="ours.free", target=500),
        Line(name="  a month of the calendar", ours="ours.month", target=30),
    ),
    size=10_000,
    full=10_000,
    rounds=3,
    prepare=prepare,
)
