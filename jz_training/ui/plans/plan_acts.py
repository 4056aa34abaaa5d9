"""What is done to a plan and its items, with 撤销 offered each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.plan import PlanItemDraft, PlanItemRow, PlanView
from jz_training.domain.training import TrainingDraft
from jz_training.ui import kinds
from jz_training.ui.context import Context

_KINDS = (kinds.PLANS,)


def new_plan(ctx: Context, owner: QWidget, then: Callable[[UUID], object]) -> None:
    """Ask for a title and make an empty plan."""
    title = ctx.ask.text(
        "新建培训计划", label="名称", verb="建立计划", value=f"{ctx.desk.now().year}年培训计划"
    )
    if title is not None:
        make_plan(ctx, owner, title=title, then=then)


def make_plan(
    ctx: Context,
    owner: QWidget,
    *,
    title: str,
    then: Callable[[UUID], object],
    notice_id: UUID | None = None,
    items: Sequence[PlanItemDraft] = (),
) -> None:
    """Make a plan, with items or without."""
    plans = ctx.desk.plans

    def made(plan_id: UUID) -> None:
        count = f"，共 {len(items)} 项" if items else ""
        ctx.toast(f"已建立“{title}”{count}。", undo=True)
        then(plan_id)

    ctx.work.change(
        lambda: plans.make(title=title, notice_id=notice_id, items=tuple(items)),
        made,
        owner=owner,
        kinds=_KINDS,
    )


def rename_plan(ctx: Context, owner: QWidget, plan: PlanView) -> None:
    """Ask for another title."""
    title = ctx.ask.text("修改计划名称", label="名称", verb="保存", value=plan.title)
    if title is None or title == plan.title:
        return
    plans = ctx.desk.plans
    ctx.work.change(
        lambda: plans.rename(plan.id, version=plan.version, title=title, note=plan.note),
        lambda _: ctx.toast(f"计划已改名为“{title}”。", undo=True),
        owner=owner,
        kinds=_KINDS,
    )


def remove_plan(ctx: Context, owner: QWidget, plan: PlanView) -> None:
    """Remove a plan with its items; trainings made for it stay."""
    plans = ctx.desk.plans
    ctx.work.change(
        lambda: plans.remove(plan.id),
        lambda _: ctx.toast(f"已删除“{plan.title}”，已经建立的场次不受影响。", undo=True),
        owner=owner,
        kinds=_KINDS,
    )


def settle_plan(ctx: Context, owner: QWidget, plan: PlanView, on: date | None) -> None:
    """Make a plan final on a day, or a draft again."""
    plans = ctx.desk.plans
    words = "已定稿" if on is not None else "已改回草案"
    ctx.work.change(
        lambda: plans.settle(plan.id, on),
        lambda _: ctx.toast(f"“{plan.title}”{words}。", undo=True),
        owner=owner,
        kinds=_KINDS,
    )


def remove_item(ctx: Context, owner: QWidget, item: PlanItemRow) -> None:
    """Remove one item from its plan; its trainings stay."""
    plans, title = ctx.desk.plans, item.draft.title
    ctx.work.change(
        lambda: plans.remove_item(item.id),
        lambda _: ctx.toast(f"已从计划中删除“{title}”。", undo=True),
        owner=owner,
        kinds=_KINDS,
    )


def move_item(ctx: Context, owner: QWidget, item: PlanItemRow, position: int) -> None:
    """Put an item at another place, counted from 0."""
    plans = ctx.desk.plans
    ctx.work.change(lambda: plans.move_item(item.id, position=position), owner=owner, kinds=_KINDS)


def schedule_item(
    ctx: Context, owner: QWidget, item: PlanItemRow, *, page: str = "training_new"
) -> None:
    """Go to the form of a new training, or of many, filled with what the item says."""
    plans = ctx.desk.plans

    def go_on(draft: TrainingDraft) -> None:
        ctx.open_page(page, draft=draft)

    ctx.work.read(lambda: plans.training_draft(item.id), go_on, owner=owner, key="training_draft")
