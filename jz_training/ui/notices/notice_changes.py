"""Reviewing and removing a notice, with 撤销 offered each time."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.ui import kinds
from jz_training.ui.context import Context


def remove_notice(
    ctx: Context,
    owner: QWidget,
    notice_id: UUID,
    *,
    title: str,
    obligations: int,
    then: Callable[[], object] = lambda: None,
) -> None:
    """Ask, saying what will be lost, and remove a notice."""
    lost = f"原文和 {obligations} 项要求一起删除。" if obligations else "原文一起删除。"
    detail = f"{lost}已经登记的场次、任务、宣传和材料都保留，只是不再与它关联。"
    if not ctx.ask.confirm(f"删除通知“{title}”？", detail=detail, verb="删除", danger=True):
        return
    notices = ctx.desk.notices

    def removed(_: None) -> None:
        then()
        ctx.toast(f"已删除通知“{title}”。", undo=True)

    ctx.work.change(lambda: notices.remove(notice_id), removed, owner=owner, kinds=kinds.EVIDENCE)


def review_notice(ctx: Context, owner: QWidget, notice_id: UUID, *, reviewed: bool) -> None:
    """Note that the duties were held against the text, or take that back."""
    notices = ctx.desk.notices
    words = "已核对，任务书以这些要求为准。" if reviewed else "已改回待核对。"
    ctx.work.change(
        lambda: notices.review(notice_id, reviewed),
        lambda _: ctx.toast(words, undo=True),
        owner=owner,
        kinds=(kinds.NOTICES,),
    )
