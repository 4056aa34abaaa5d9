"""Copying, cancelling and reviving trainings, with 撤销 offered each time."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.summary import LedgerRow
from jz_training.ui import kinds
from jz_training.ui.context import Context

_KINDS = (kinds.TRAININGS,)


def copy_training(ctx: Context, owner: QWidget, row: LedgerRow, start: datetime) -> None:
    """Enter the same training at another time and open it."""
    desk = ctx.desk

    def opened(training_id: UUID) -> None:
        ctx.toast("已复制为新场次，名单和考勤不带过来。", undo=True)
        ctx.open_page("training", training_id=training_id, tab="info")

    ctx.work.change(
        lambda: desk.trainings.copy(row.training_id, start=start), opened, owner=owner, kinds=_KINDS
    )


def cancel_training(ctx: Context, owner: QWidget, row: LedgerRow) -> None:
    """Ask for the reason and cancel a training: it stays on the ledger and counts nowhere."""
    reason = ctx.ask.text(f"取消场次“{row.title}”", label="原因（记入台账备注）", verb="取消场次")
    if reason is None:
        return
    desk = ctx.desk
    ctx.work.change(
        lambda: desk.trainings.cancel(row.training_id, reason=reason),
        lambda _: ctx.toast(f"已取消“{row.title}”。", undo=True),
        owner=owner,
        kinds=_KINDS,
    )


def revive_training(ctx: Context, owner: QWidget, row: LedgerRow) -> None:
    """Take a cancellation back."""
    desk = ctx.desk
    ctx.work.change(
        lambda: desk.trainings.revive(row.training_id),
        lambda _: ctx.toast(f"已恢复“{row.title}”。", undo=True),
        owner=owner,
        kinds=_KINDS,
    )
