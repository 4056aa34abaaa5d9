"""Closing and reopening a training from its page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jz_training.domain.attendance import Mark
from jz_training.domain.attendance_sheet import rest_by_part
from jz_training.errors import JzError, StillUnrecorded
from jz_training.labels import reported_words
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.trainings.close_dialog import CloseDialog
from jz_training.ui.trainings.training_head import TrainingHead
from jz_training.ui.widgets.when import day_words

_KINDS = (kinds.TRAININGS, kinds.ATTENDANCE)


def close_training(ctx: Context, owner: QWidget, head: TrainingHead, unrecorded: int) -> None:
    """Close a training; ask first when it is not over yet or somebody is not recorded."""
    draft = head.training.draft
    if draft.start > head.now:
        day = day_words(draft.start.date(), today=head.now.date())
        sentence = f"这个场次 {day} {draft.start:%H:%M} 才开始，现在就关闭吗？"
        if not ctx.ask.confirm(sentence, detail="请先核对日期。", verb="仍要关闭"):
            return
    if unrecorded:
        _ask_about_rest(ctx, owner, head, unrecorded)
    else:
        _close(ctx, owner, head, None)


def _ask_about_rest(ctx: Context, owner: QWidget, head: TrainingHead, unrecorded: int) -> None:
    desk, training_id = ctx.desk, head.training.id

    def ask(by_part: tuple[tuple[str, int], ...]) -> None:
        dialog = CloseDialog(owner, unrecorded=unrecorded, by_part=by_part)
        dialog.chosen.connect(lambda mark: _close(ctx, owner, head, mark))
        dialog.open()

    if not head.training.draft.parts:
        ask(())
        return
    ctx.work.read(
        lambda: rest_by_part(desk.attendance.sheet(training_id)), ask, owner=owner, key="rest"
    )


def _close(ctx: Context, owner: QWidget, head: TrainingHead, rest: Mark | None) -> None:
    desk, training_id = ctx.desk, head.training.id

    def run() -> None:
        if rest is not None:
            desk.attendance.mark_rest(training_id, rest)
        desk.attendance.close(training_id)

    def failed(error: JzError) -> bool:
        if isinstance(error, StillUnrecorded):  # marked elsewhere meanwhile: ask again
            _ask_about_rest(ctx, owner, head, error.count)
            return True
        return False

    def done(_: object) -> None:
        ctx.toast(f"已关闭“{head.training.draft.title}”。", undo=True)

    ctx.work.change(run, done, owner=owner, kinds=_KINDS, failed=failed)


def reopen_training(ctx: Context, owner: QWidget, head: TrainingHead) -> None:
    """Open a closed training again; the reason is asked for and stays in the log.

    Where its figures were reported, that is said: a correction should be reported again.
    """
    reason = ctx.ask.text(
        "重新打开这个场次，更正后再关闭",
        label="原因（记入操作记录）",
        verb="重新打开",
        detail=reported_words(head.gate, now=head.now),
    )
    if reason is None:
        return
    desk, training_id = ctx.desk, head.training.id
    ctx.work.change(
        lambda: desk.attendance.reopen(training_id, reason=reason),
        lambda _: ctx.toast("已重新打开，可以更正考勤。", undo=True),
        owner=owner,
        kinds=_KINDS,
    )
