"""The rows behind the figures of one training."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training import labels
from jz_training.domain.attendance import AttendanceStatus, AttendeeRow
from jz_training.domain.attendance_sheet import AttendanceSheet, rows_of_part
from jz_training.domain.make_up import MissedRow
from jz_training.ui.context import Context
from jz_training.ui.makeup.make_up_columns import state_cell
from jz_training.ui.statistics.rows_dialog import RowsDialog, attendee_rows_columns
from jz_training.ui.trainings.training_head import TrainingHead
from jz_training.ui.widgets.rows_model import Cell, Column

MadeUp = dict[UUID, MissedRow]

_STATUSES = {
    labels.LEAVE: AttendanceStatus.LEAVE,
    labels.ABSENT: AttendanceStatus.ABSENT,
    labels.UNRECORDED: AttendanceStatus.UNRECORDED,
}


def rows_behind(sheet: AttendanceSheet, word: str) -> tuple[AttendeeRow, ...]:
    """Return the rows a figure counts; a rate opens those it divides by."""
    if word == labels.PRESENT:
        return tuple(row for row in sheet.expected if row.mark.status.came)
    if word in _STATUSES:
        return tuple(row for row in sheet.expected if row.mark.status is _STATUSES[word])
    return sheet.expected


def open_figure(
    ctx: Context, owner: QWidget, head: TrainingHead, word: str, *, part: int | None = None
) -> None:
    """Show the rows behind 应到, 实到 … of the whole training, or of the part at a place."""
    desk, training_id = ctx.desk, head.training.id
    missed = word in (labels.LEAVE, labels.ABSENT)

    def read() -> tuple[AttendanceSheet, MadeUp]:
        made = desk.make_ups.of_training(training_id) if missed else ()
        return desk.attendance.sheet(training_id), {row.attendee_id: row for row in made}

    def show(sheet: AttendanceSheet, made: MadeUp) -> None:
        if part is not None and part < len(sheet.parts):
            sheet = replace(sheet, rows=rows_of_part(sheet.rows, part))
        rows = rows_behind(sheet, word)
        columns = attendee_rows_columns()
        dialog = RowsDialog(
            owner,
            title=f"{word if word != labels.RATE else labels.EXPECTED} {len(rows)} 人",
            columns=(*columns, _make_up_column(made)) if made else columns,
            rows=rows,
            empty="没有人。",
        )
        if made:
            dialog.lead_on(
                lambda _: ctx.open_page("trainings", tab="make_ups", training_id=training_id)
            )
        dialog.open()

    ctx.work.read(read, lambda found: show(*found), owner=owner, key="figure")


def _make_up_column(made: MadeUp) -> Column[AttendeeRow]:
    """Return whether what was missed was made up; Enter on a row leads to the tab 补学."""

    def cell(row: AttendeeRow) -> Cell:
        return state_cell(made[row.id]) if row.id in made else Cell("—", role="faint")

    return Column(key="make_up", title=labels.MADE_UP, cell=cell, width=84)
