"""The roster as a workbook, laid out for printing, beside XlsxWriter with plain cells."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from bench.clock import Stopwatch
from bench.invented import HEADINGS, invented_people
from bench.job import Job, Line, Measures
from bench.memory import peak_of_this

if TYPE_CHECKING:
    from jz_training.domain.roster import Roster


def _roster(size: int) -> Roster:
    from jz_training.domain.roster import PersonRow, Roster

    people = tuple(
        PersonRow(
            id=UUID(int=n),
            version=1,
            unit_id=None,
            **{field: getattr(person, field) for field in person.__slots__},
        )
        for n, person in enumerate(invented_people(size))
    )
    return Roster(title="名册", organiser="清河市纺织公司工会", made_on="2026-11-22", people=people)


def ours(folder: Path, size: int) -> Measures:
    """Make the workbook that the user gets."""
    roster = _roster(size)
    before = peak_of_this()
    watch = Stopwatch()
    from jz_training.documents.excel.roster_xlsx import roster_xlsx

    told: list[int] = []
    data = roster_xlsx(
        roster,
        with_phone=True,
        full_phones=True,
        progress=lambda done, total: told.append(done),
        stop=lambda: False,
    )
    (folder / "ours.xlsx").write_bytes(data)
    return {"whole": watch.whole(), "grown": peak_of_this() - before, "file": len(data) / 2**20}


def floor(folder: Path, size: int) -> Measures:
    """Write the same rows without any formats."""
    roster = _roster(size)
    before = peak_of_this()
    watch = Stopwatch()
    from xlsxwriter import Workbook

    buffer = BytesIO()
    book = Workbook(buffer, {"constant_memory": True, "tmpdir": str(folder)})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ("序号", *HEADINGS))
    for place, cells in enumerate(_plain(roster), start=1):
        sheet.write_row(place, 0, (place, *cells))
    book.close()
    (folder / "floor.xlsx").write_bytes(buffer.getvalue())
    return {"whole": watch.whole(), "grown": peak_of_this() - before}


def _plain(roster: Roster) -> Iterator[tuple[str, ...]]:
    for one in roster.people:
        yield (
            one.name, one.unit, one.department, one.post, one.layer,
            one.category, one.sex, one.number, one.phone,
        )  # fmt: skip


JOB = Job(
    about="Excel export",
    sides={"ours": ours, "floor": floor},
    lines=(
        Line(
            name="Excel export, {size:,} rows", ours="ours.whole", floor="floor.whole", target=1.6
        ),
        Line(name="  memory taken for it, file included", ours="ours.grown", target=40, unit="MB"),
    ),
    size=100_000,
    full=100_000,
    rounds=3,
)
