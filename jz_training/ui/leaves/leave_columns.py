"""The columns of the list of leaves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from jz_training.domain.leave import LeaveRow, SlipState
from jz_training.labels.leaves import LEAVE_KINDS, SLIPS, leave_days_words
from jz_training.ui.style.theme import Tone
from jz_training.ui.widgets.rows_model import Cell, Column

#: The column whose 有 opens the slip.
SLIP = "slip"


def leave_columns(now: Callable[[], datetime]) -> tuple[Column[LeaveRow], ...]:
    """Return who, what is covered, why, by whom it was approved, and the slip."""

    def covered(row: LeaveRow) -> Cell:
        days = leave_days_words(row.draft, today=now().date())
        return Cell(f"{days}　{row.training}" if row.training else days)

    return (
        Column(key="name", title="姓名", cell=lambda row: Cell(row.name, strong=True), width=104),
        Column(key="unit", title="单位", cell=lambda row: _second(row.unit), width=168),
        Column(key="covered", title="请假范围", cell=covered, width=240, stretch=True),
        Column(key="kind", title="类别", cell=_kind, width=88),
        Column(
            key="approver", title="批准人", cell=lambda row: _second(row.draft.approver), width=104
        ),
        Column(
            key="trainings", title="已记请假", cell=_trainings, width=84, number=True,
            tip="名单上已经记为请假的场次",
        ),
        Column(key=SLIP, title="请假条", cell=_slip, width=76, tip="点“有”打开请假条"),
        Column(key="note", title="备注", cell=_note, width=152),
    )  # fmt: skip


def _second(text: str) -> Cell:
    return Cell(text, role="secondary")


def _kind(row: LeaveRow) -> Cell:
    return Cell(LEAVE_KINDS[row.draft.reason], tone=Tone.GREY)


def _trainings(row: LeaveRow) -> Cell:
    return Cell(f"{row.trainings} 场" if row.trainings else "—", role="secondary")


def _slip(row: LeaveRow) -> Cell:
    filed = row.slip is SlipState.FILED
    return Cell(SLIPS[row.slip], role="accent" if filed else "faint")


def _note(row: LeaveRow) -> Cell:
    return Cell(row.draft.note.partition("\n")[0], role="secondary")
