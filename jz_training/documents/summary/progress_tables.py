"""The tables of a period's summary besides trainings: by month, and duty by duty."""

from __future__ import annotations

from jz_training.documents.official.ruled_table import Column, Table
from jz_training.documents.summary.progress_words import short_name
from jz_training.documents.summary.tables import TOTAL
from jz_training.domain.progress import Progress
from jz_training.labels.duties import DUTY_STATES, gap_words


def month_table(progress: Progress) -> Table:
    """Return publications, talks, listeners and online views by month, with their sums."""
    months = progress.months
    figures = [
        (month.publications, month.talks, month.listeners, month.online_views) for month in months
    ]
    return Table(
        caption="",
        columns=(
            Column("月　份", 28),
            Column("报道（篇）", 28),
            Column("宣讲（场）", 28),
            Column("听众（人次）", 30),
            Column("线上观看（次）", 34),
        ),
        rows=tuple(
            (f"{month.month.year}年{month.month.month}月", *map(str, row))
            for month, row in zip(months, figures, strict=True)
        ),
        total=(TOTAL, *(str(sum(column)) for column in zip(*figures, strict=True))),
    )


def duty_table(progress: Progress) -> Table:
    """Return every duty with its state and what is missing; the task book has the whole words."""
    return Table(
        caption="",
        columns=(
            Column("序号", 11),
            Column("要　求", 66, 0.0),
            Column("期　限", 22),
            Column("状　态", 20),
            Column("差　距", 56, 0.0),
        ),
        rows=tuple(
            (
                str(number),
                short_name(duty.obligation.title),
                "" if duty.obligation.by is None else f"{duty.obligation.by:%Y-%m-%d}",
                DUTY_STATES[duty.state],
                short_name("；".join(map(gap_words, duty.gaps))),
            )
            for number, duty in enumerate(progress.duties, start=1)
        ),
    )
