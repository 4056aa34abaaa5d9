"""Clashes and a month of the calendar in a year of many trainings, with their lists.

There is no floor: the lines say how long a secretary waits for the answer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
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


def prepare(folder: Path, size: int) -> None:
    """Fill a workspace with so many trainings of sixty people."""
    fill(folder / "workspace", Extent(people=PEOPLE, trainings=size, each=EACH))


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
        Line(name="  a month of the calendar", ours="ours.month", target=100),
    ),
    size=10_000,
    full=10_000,
    rounds=3,
    prepare=prepare,
)
