"""The trainings behind a number of the libraries, each leading on to its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from jz_training.domain.library import Use
from jz_training.labels import STATES
from jz_training.ui.context import Context
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.widgets.rows_model import Cell, Column
from jz_training.ui.widgets.when import day_words


def show_uses(ctx: Context, parent: QWidget, *, title: str, uses: Sequence[Use]) -> RowsDialog:
    """Open the trainings that use something; a row opens its training."""
    dialog = RowsDialog(
        parent,
        title=title,
        columns=use_columns(ctx.desk.now),
        rows=uses,
        empty="还没有场次用到它。",
    )
    dialog.lead_on(lambda use: ctx.open_page("training", training_id=use.training_id))
    dialog.open()
    return dialog


def use_columns(now: Callable[[], datetime]) -> tuple[Column[Use], ...]:
    """Return day and time, title and state of trainings."""

    def when(use: Use) -> Cell:
        day = day_words(use.start.date(), today=now().date())
        return Cell(f"{day} {use.start:%H:%M}", role="secondary")

    return (
        Column(key="when", title="时间", cell=when, width=168),
        Column(key="title", title="主题", cell=lambda use: use.title, stretch=True),
        Column(
            key="state",
            title="状态",
            cell=lambda use: Cell(STATES[use.state], role="secondary"),
            width=96,
        ),
    )
