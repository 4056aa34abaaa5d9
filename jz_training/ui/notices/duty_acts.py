"""What is done to a duty in the task book, with 撤销 offered each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from jz_training.domain.assessment import BY_HAND, COMPUTED
from jz_training.domain.evidence import Evidence
from jz_training.domain.obligation import ObligationRow, may_be_confirmed
from jz_training.domain.task_book import Duty
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.notices.duty_changes import short

_KINDS = (kinds.NOTICES,)


def can_count(duty: Duty) -> bool:
    """Tell whether anything may be counted towards a duty by hand."""
    return duty.obligation.draft.kind not in COMPUTED


def can_take_out(duty: Duty, one: Evidence) -> bool:
    """Tell whether a piece of evidence may be taken out by hand."""
    return can_count(duty) and one.kind in BY_HAND


def can_confirm(duty: Duty) -> bool:
    """Tell whether the secretary may declare a duty met."""
    return may_be_confirmed(duty.obligation.draft)


def count_in(ctx: Context, owner: QWidget, row: ObligationRow, chosen: Sequence[Evidence]) -> None:
    """Count things of the notice towards a duty, one act each."""
    obligations = ctx.desk.obligations

    def run() -> None:
        for one in chosen:
            obligations.count_by_hand(row.id, one.kind, one.id, True)

    words = f"“{short(chosen[0].title)}”" if len(chosen) == 1 else f" {len(chosen)} 条"
    ctx.work.change(
        run,
        lambda _: ctx.toast(f"已计入{words}。", undo=len(chosen) == 1),
        owner=owner,
        kinds=_KINDS,
    )


def take_out(ctx: Context, owner: QWidget, row: ObligationRow, one: Evidence) -> None:
    """Let something no longer count towards a duty; it can be counted in again."""
    _change(
        ctx,
        owner,
        lambda: ctx.desk.obligations.count_by_hand(row.id, one.kind, one.id, False),
        f"“{short(one.title)}”不再计入这项要求。",
    )


def confirm(ctx: Context, owner: QWidget, row: ObligationRow, on: date | None) -> None:
    """Declare a duty met on a day, or (None) take that back."""
    words = "已认定落实。" if on else "已取消认定。"
    _change(ctx, owner, lambda: ctx.desk.obligations.confirm(row.id, on), words)


def report(ctx: Context, owner: QWidget, row: ObligationRow, on: date | None) -> None:
    """Note the day on which a duty was reported upward, or (None) take that back."""
    words = f"已登记 {on.month}月{on.day}日报送。" if on else "已取消报送登记。"
    _change(ctx, owner, lambda: ctx.desk.obligations.report(row.id, on), words)


def _change(ctx: Context, owner: QWidget, act: Callable[[], None], words: str) -> None:
    ctx.work.change(act, lambda _: ctx.toast(words, undo=True), owner=owner, kinds=_KINDS)
