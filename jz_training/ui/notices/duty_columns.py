"""The columns of the duties beside the text of a notice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from jz_training.domain.task_book import Duty
from jz_training.labels.duties import DUTY_STATES
from jz_training.labels.notices import OBLIGATION_KINDS
from jz_training.ui.notices.duty_words import STATE_TONES, due_words, standing_words
from jz_training.ui.widgets.table import Cell, Column


def duty_columns(today: Callable[[], date]) -> tuple[Column[Duty], ...]:
    """Return the columns; `today` decides what is overdue."""

    def state(duty: Duty) -> Cell:
        return Cell(DUTY_STATES[duty.state], tone=STATE_TONES[duty.state])

    def due(duty: Duty) -> Cell:
        words = due_words(duty, today=today())
        if duty.overdue(today()):
            return Cell(words, second="已逾期", role="red")
        return Cell(words, role="secondary")

    return (
        Column(key="title", title="要求", cell=lambda d: Cell(d.obligation.title, wrap=True),
               stretch=True),
        Column(key="kind", title="类别", width=76,
               cell=lambda d: Cell(OBLIGATION_KINDS[d.obligation.draft.kind], role="secondary")),
        Column(key="state", title="状态", cell=state, width=76),
        Column(key="due", title="期限", cell=due, width=80),
        Column(key="standing", title="依据与差距", width=148,
               cell=lambda d: Cell(standing_words(d), role="secondary", wrap=True)),
    )  # fmt: skip
