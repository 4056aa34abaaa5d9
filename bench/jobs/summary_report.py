"""The summary of one training with its tables and charts, beside a table made with reportlab.

The first report of a process loads its libraries and three faces of type (a paper of GB/T 9704
has no fewer; the table has one); later ones find them there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from bench.clock import Stopwatch
from bench.invented import START, Invented, invented_people
from bench.job import Job, Line, Measures
from bench.sheets import ORGANISER

if TYPE_CHECKING:
    from jz_training.domain.attendance import AttendeeRow
    from jz_training.domain.summary import GroupRow, TrainingSummary
    from jz_training.domain.training import TrainingView

HEADS = ("序号", "姓名", "单位", "职务", "层级", "情况")


def ours(folder: Path, size: int) -> Measures:
    """Make the summary of a training of so many people."""
    summary = _summary(list(invented_people(size)))
    watch = Stopwatch()
    from jz_training.documents.fonts import Fonts
    from jz_training.documents.summary.training_summary import training_summary_pdf

    fonts = Fonts(bundled_only=True)
    data = training_summary_pdf(summary, fonts=fonts)
    (folder / "ours.pdf").write_bytes(data)
    first = watch.lap()
    training_summary_pdf(summary, fonts=fonts)
    return {"first": first, "later": watch.lap()}


def floor(folder: Path, size: int) -> Measures:
    """Make a table of the same people and nothing else."""
    people = list(invented_people(size))
    watch = Stopwatch()
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    from jz_training.documents.fonts.files import SERIF, bundled_file

    pdfmetrics.registerFont(TTFont("serif", str(bundled_file(SERIF))))
    (folder / "floor.pdf").write_bytes(_table(people))
    first = watch.lap()
    _table(people)
    return {"first": first, "later": watch.lap()}


def _table(people: Iterable[Invented]) -> bytes:
    from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

    rows = [
        (str(n), one.name, one.unit, one.post, one.layer, "到会")
        for n, one in enumerate(people, start=1)
    ]
    style = [("FONT", (0, 0), (-1, -1), "serif", 10), ("GRID", (0, 0), (-1, -1), 0.5, "#000000")]
    buffer = BytesIO()
    SimpleDocTemplate(buffer).build([Table([HEADS, *rows], style=TableStyle(style), repeatRows=1)])
    return buffer.getvalue()


def _summary(people: Iterable[Invented]) -> TrainingSummary:
    from jz_training.domain.summary import TrainingSummary
    from jz_training.domain.tally import tally

    rows = tuple(_row(number, one) for number, one in enumerate(people, start=1))
    return TrainingSummary(
        training=_training(),
        organiser=ORGANISER,
        as_of=datetime(2026, 11, 22, 9, 0),
        tally=tally(rows),
        by_unit=_groups(rows, "unit"),
        by_layer=_groups(rows, "layer"),
        by_category=_groups(rows, "category"),
        rows=rows,
    )


def _row(number: int, person: Invented) -> AttendeeRow:
    from jz_training.domain.attendance import AttendanceStatus, AttendeeRow, LeaveReason, Mark

    leave = Mark(status=AttendanceStatus.LEAVE, reason=LeaveReason.SICK)
    came = Mark(status=AttendanceStatus.PRESENT)
    return AttendeeRow(
        id=UUID(int=number),
        person_id=UUID(int=number),
        number=number,
        name=person.name,
        unit=person.unit,
        post=person.post,
        layer=person.layer,
        category=person.category,
        mark=leave if number % 10 == 0 else came,
    )


def _groups(rows: Iterable[AttendeeRow], column: str) -> tuple[GroupRow, ...]:
    from jz_training.domain.summary import GroupRow
    from jz_training.domain.tally import tally

    found: dict[str, list[AttendeeRow]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    counted = {name: tally(members) for name, members in found.items()}
    return tuple(GroupRow(name=name, tally=own, persons=own.rate) for name, own in counted.items())


def _training() -> TrainingView:
    from jz_training.domain.training import (
        SheetOrder,
        TrainingDraft,
        TrainingForm,
        TrainingState,
        TrainingView,
    )

    draft = TrainingDraft(
        title="职工思想政治教育专题学习会",
        form=TrainingForm.STUDY,
        start=START,
        end=START + timedelta(hours=2),
        venue="职工之家二楼会议室",
        chair="周建业",
        speaker="秦晓峰",
        recorder="叶静",
        topics=("把牢正确政治方向",),
        hours=Decimal(2),
    )
    return TrainingView(
        id=UUID(int=1),
        version=1,
        draft=draft,
        state=TrainingState.CLOSED,
        list_frozen_at=START,
        order=SheetOrder.UNIT,
        closed_at=START + timedelta(hours=3),
        sheet_version=1,
    )


JOB = Job(
    about="summary report",
    sides={"ours": ours, "floor": floor},
    lines=(
        Line(
            name="summary of a training of {size:,}, charts included",
            ours="ours.first",
            floor="floor.first",
            target=1.3,
        ),
        Line(
            name="  a later one of the same process",
            ours="ours.later",
            floor="floor.later",
            target=1.3,
        ),
    ),
    size=200,
    full=200,
)
