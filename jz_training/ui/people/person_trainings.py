"""The trainings of one person, with the unit and post of that day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from jz_training.domain.roster import PersonRow
from jz_training.domain.taking_part import TakingPart
from jz_training.ui.context import Context
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.trainings.training_words import row_badge
from jz_training.ui.widgets.rows_model import Cell, Column
from jz_training.ui.widgets.when import day_words


def show_trainings(ctx: Context, owner: QWidget, person: PersonRow) -> None:
    """Open the trainings that have a line of a person, the latest first."""
    people = ctx.desk.people

    def show(rows: Sequence[TakingPart]) -> None:
        dialog = RowsDialog(
            owner,
            title=f"{person.name} 参加的场次",
            columns=_columns(ctx.desk.now),
            rows=rows,
            empty="还没有列入任何场次。",
        )
        dialog.lead_on(lambda row: ctx.open_page("training", training_id=row.training_id))
        dialog.open()

    ctx.work.read(lambda: people.trainings_of(person.id), show, owner=owner, key="trainings")


def _columns(now: Callable[[], datetime]) -> tuple[Column[TakingPart], ...]:
    def second(text: str) -> Cell:
        return Cell(text, role="secondary")

    def mark(row: TakingPart) -> Cell:
        word, tone = row_badge(row.line)
        return Cell(word, tone=tone)

    return (
        Column(
            key="day", title="日期", width=104,
            cell=lambda row: second(day_words(row.start.date(), today=now().date())),
        ),
        Column(
            key="title", title="主题", stretch=True, cell=lambda row: Cell(row.title, tail=True)
        ),
        Column(key="unit", title="当时单位", cell=lambda row: second(row.line.unit), width=152),
        Column(key="post", title="当时职务", cell=lambda row: second(row.line.post), width=112),
        Column(key="mark", title="考勤", cell=mark, width=128),
    )  # fmt: skip
