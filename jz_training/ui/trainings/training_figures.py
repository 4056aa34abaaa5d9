"""The rows behind the figures of one training."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from jz_training import labels
from jz_training.domain.attendance import AttendanceStatus, AttendeeRow
from jz_training.domain.attendance_sheet import AttendanceSheet, rows_of_part
from jz_training.ui.context import Context
from jz_training.ui.statistics.rows_dialog import RowsDialog, attendee_rows_columns
from jz_training.ui.trainings.training_head import TrainingHead

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

    def show(sheet: AttendanceSheet) -> None:
        if part is not None and part < len(sheet.parts):
            sheet = replace(sheet, rows=rows_of_part(sheet.rows, part))
        rows = rows_behind(sheet, word)
        dialog = RowsDialog(
            owner,
            title=f"{word if word != labels.RATE else labels.EXPECTED} {len(rows)} 人",
            columns=attendee_rows_columns(),
            rows=rows,
            empty="没有人。",
        )
        dialog.open()

    ctx.work.read(lambda: desk.attendance.sheet(training_id), show, owner=owner, key="figure")
