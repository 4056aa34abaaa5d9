"""Sign-in sheets of many trainings from the workspace into one file, and kept as printed.

The floor reads the same lines with sqlite3 and writes the PDF by hand; it keeps nothing.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from bench.clock import Stopwatch
from bench.invented import Invented
from bench.job import Job, Line, Measures
from bench.sheets import FACTS, PEOPLE
from bench.workspaces import Extent, fill

TITLES = "SELECT id, title FROM training ORDER BY start"
LINES = "SELECT name, unit, post FROM attendee WHERE training_id = ? ORDER BY number"


def prepare(folder: Path, size: int) -> None:
    """Make a workspace with so many trainings of 200 people, their lists fixed."""
    fill(folder, Extent(people=max(PEOPLE, size * 10), trainings=size, each=PEOPLE))


def ours(folder: Path, size: int) -> Measures:
    """Read, draw, save and keep the sheets of all trainings."""
    watch = Stopwatch()
    from jz_training import safe_files
    from jz_training.documents.fonts import Fonts
    from jz_training.documents.sheet.sign_in_sheet import print_sheets
    from jz_training.services.desk import open_desk
    from jz_training.services.sheets import SheetMade, sheet_made
    from jz_training.services.trainings import TrainingQuery

    desk = open_desk(folder)
    ids = [row.training_id for row in desk.trainings.list(TrainingQuery())][:size]
    opened = watch.lap()
    made: list[SheetMade] = []
    data = print_sheets(
        desk.sheets.prepare_many(ids),
        printed=lambda sheet, geometry: made.append(sheet_made(sheet, geometry)),
        both_sides=True,
        fonts=Fonts(bundled_only=True),
    )
    drawn = watch.lap()
    safe_files.save(folder / "ours.pdf", data, check=safe_files.is_pdf)
    desk.sheets.keep_many(made)
    kept = watch.lap()
    desk.close()
    if len(made) != len(ids):
        raise AssertionError("not every sheet was printed")
    return {"whole": watch.whole(), "opened": opened, "drawn": drawn, "kept": kept}


def ours_one(folder: Path, size: int) -> Measures:
    """The same for one training."""
    return ours(folder, 1)


def floor(folder: Path, size: int) -> Measures:
    """Read the lines and write the same sheets by hand."""
    watch = Stopwatch()
    from bench.hand_pdf import HandPdf
    from jz_training.documents.fonts.files import SERIF, bundled_file

    pdf = HandPdf(bundled_file(SERIF))
    with closing(sqlite3.connect(folder / "data.sqlite")) as db:
        for training, title in db.execute(TITLES).fetchall():
            pdf.sheet(f"{title}签到表", FACTS, _people(db, training))
    (folder / "floor.pdf").write_bytes(pdf.finish())
    return {"whole": watch.whole()}


def _people(db: sqlite3.Connection, training: bytes) -> list[Invented]:
    return [
        Invented(name=name, unit=unit, post=post, department="", layer="", category="",
                 sex="", number="", phone="")
        for name, unit, post in db.execute(LINES, (training,))
    ]  # fmt: skip


JOB = Job(
    about="sign-in sheets of many trainings, from the workspace to the file",
    sides={"ours": ours, "floor": floor, "ours_one": ours_one},
    lines=(
        Line(
            name="print job, {size:,} trainings of 200, kept",
            ours="ours.whole",
            floor="floor.whole",
            target=3,
        ),
        Line(name="  opening the workspace", ours="ours.opened", floor="floor.whole", target=3),
        Line(name="  reading and drawing", ours="ours.drawn", floor="floor.whole", target=3),
        Line(name="  saving and keeping", ours="ours.kept", floor="floor.whole", target=3),
        Line(
            name="  peak beside that of one training",
            ours="ours.peak",
            floor="ours_one.peak",
            target=2,
            unit="MB",
        ),
    ),
    size=500,
    full=500,
    rounds=3,
    prepare=prepare,
)
