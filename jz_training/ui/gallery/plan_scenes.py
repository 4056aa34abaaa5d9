"""Pictures of the plan and the tasks, on the sample union and a notice of our own writing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QDialog, QWidget

from jz_training.domain.notice import NoticeHeader, NoticeReading
from jz_training.domain.obligation import ObligationDraft, ObligationKind
from jz_training.domain.plan import PlanItemDraft
from jz_training.domain.task import TaskDraft
from jz_training.domain.training import TrainingForm, TrainingState
from jz_training.services.ledger import TrainingQuery
from jz_training.ui.gallery.drawing import Scene, Stage
from jz_training.ui.plans.plan_item_dialog import PlanItemDialog
from jz_training.ui.plans.plans_page import PlansPage
from jz_training.ui.plans.proposal_dialog import ProposalDialog
from jz_training.ui.plans.task_dialog import TaskDialog

if TYPE_CHECKING:
    from jz_training.services.desk import Desk

D = TypeVar("D", bound=QDialog)

_PLAN = "学习宣传工会代表大会精神培训计划"
_NOTICE = "关于开展工会代表大会精神学习培训的通知"


def plan_scenes() -> tuple[Scene, ...]:
    """Return the pictures of the plan and the tasks."""
    return (
        Scene("plan-first", _first),
        Scene("plan", _plan),
        Scene("plan-item", _item),
        Scene("plan-item-new", _new_item),
        Scene("plan-proposal", _proposal),
        Scene("tasks", _tasks),
        Scene("task", _task),
        Scene("tasks-none", _no_tasks),
    )


# --- the pictures --------------------------------------------------------------------------------


def _first(stage: Stage) -> QWidget:
    page = _open(stage, "plan")
    desk = page.ctx.desk
    for row in desk.plans.list():
        desk.plans.remove(row.id)
    page.refresh()
    return stage.window


def _plan(stage: Stage) -> QWidget:
    page = _filled(stage, "plan")
    page.plan.table.view.selectRow(2)
    return stage.window


def _item(stage: Stage) -> QWidget:
    page = _filled(stage, "plan")
    page.plan.table.view.selectRow(2)
    page.plan.edit()
    stage.settle()
    return _dialog(page.plan, PlanItemDialog)


def _new_item(stage: Stage) -> QWidget:
    page = _filled(stage, "plan")
    page.plan.add_item()
    stage.settle()
    return _dialog(page.plan, PlanItemDialog)


def _proposal(stage: Stage) -> QWidget:
    page = _filled(stage, "plan")
    page.propose()
    stage.settle()
    stage.settle()
    return _dialog(page, ProposalDialog)


def _tasks(stage: Stage) -> QWidget:
    page = _filled(stage, "tasks")
    page.tasks.table.view.selectRow(1)
    return stage.window


def _task(stage: Stage) -> QWidget:
    page = _filled(stage, "tasks")
    page.tasks.table.view.selectRow(1)
    page.tasks.edit()
    stage.settle()
    return _dialog(page.tasks, TaskDialog)


def _no_tasks(stage: Stage) -> QWidget:
    page = _filled(stage, "tasks")
    desk = page.ctx.desk
    for row in desk.tasks.list().rows:
        desk.tasks.remove(row.id)
    page.refresh()
    return stage.window


# --- what they show ------------------------------------------------------------------------------


def _open(stage: Stage, tab: str) -> PlansPage:
    stage.shell.open_page("plan", tab=tab)
    stage.settle()
    page = stage.shell.current
    assert isinstance(page, PlansPage)
    return page


def _filled(stage: Stage, tab: str) -> PlansPage:
    page = _open(stage, tab)
    desk = page.ctx.desk
    notice = _notice(desk)
    if not any(row.title == _PLAN for row in desk.plans.list()):
        _make_plan(desk, notice)
    if not desk.tasks.list().rows:
        for draft in _task_drafts(notice):
            desk.tasks.add(draft)
    page.refresh()
    stage.settle()
    return page


def _dialog(owner: QWidget, kind: type[D]) -> D:
    return owner.findChildren(kind)[-1]


def _notice(desk: Desk) -> UUID:
    known = [row.id for row in desk.notices.list() if row.title == _NOTICE]
    if known:
        return known[0]
    text = f"{_NOTICE}\n{_PHRASE}。\n领导班子先学一步，召开中心组专题学习会议。"
    phrases = (
        (ObligationKind.FORMS, _PHRASE, (TrainingForm.STUDY, TrainingForm.REPORT,
                                         TrainingForm.SEMINAR, TrainingForm.LECTURE)),
        (ObligationKind.CENTRE_GROUP, "召开中心组专题学习会议", (TrainingForm.CENTRE_GROUP,)),
        (ObligationKind.LAYERS, "分层分类、分期分批组织工会干部参加", ()),
        (ObligationKind.OUTREACH, "组织微宣讲进车间、进班组", (TrainingForm.MICRO_OUTREACH,)),
    )  # fmt: skip
    obligations = tuple(
        ObligationDraft(kind=kind, phrase=phrase, forms=forms) for kind, phrase, forms in phrases
    )
    header = NoticeHeader(title=_NOTICE, issuer="清河市总工会", number="清工文〔2026〕18号")
    return desk.notices.add(
        NoticeReading(source="通知.txt", text=text, header=header, obligations=obligations)
    )


_PHRASE = "采取专题学习会、报告会、研讨会、辅导讲座等形式开展学习"


def _make_plan(desk: Desk, notice: UUID) -> None:
    duties = {row.draft.kind: row.id for row in desk.obligations.of_notice(notice)}
    plan = desk.plans.make(title=_PLAN, notice_id=notice, items=_item_drafts(duties))
    items = [item.id for item in desk.plans.get(plan).items]
    closed = desk.trainings.list(TrainingQuery(state=TrainingState.CLOSED))
    for item, row in zip(items[:2], closed, strict=False):
        _tie(desk, row.training_id, item)
    desk.trainings.schedule(desk.plans.training_draft(items[3]))


def _tie(desk: Desk, training_id: UUID, item_id: UUID) -> None:
    """Make a held training the one of an item: it is opened for that and closed again."""
    desk.attendance.reopen(training_id, reason="补记计划项目")
    view = desk.trainings.get(training_id)
    draft = replace(view.draft, plan_item_id=item_id)
    desk.trainings.change(training_id, version=view.version, draft=draft)
    desk.attendance.close(training_id)


def _item_drafts(duties: dict[ObligationKind, UUID]) -> tuple[PlanItemDraft, ...]:
    forms, layers = duties[ObligationKind.FORMS], duties[ObligationKind.LAYERS]
    day, november = date(2026, 11, 12), (date(2026, 11, 1), date(2026, 11, 30))
    return (
        PlanItemDraft(
            title="代表大会精神中心组专题学习",
            form=TrainingForm.CENTRE_GROUP,
            layers=("领导干部",),
            people=9,
            first=day,
            last=day,
            hours=Decimal(2),
            venue="第一会议室",
            speaker="周建业",
            responsible="周建业",
            obligation_id=duties[ObligationKind.CENTRE_GROUP],
        ),
        PlanItemDraft(
            title="代表大会精神专题学习会",
            form=TrainingForm.STUDY,
            layers=("中层干部",),
            phase=1,
            batch=1,
            people=28,
            first=november[0],
            last=november[1],
            hours=Decimal("1.5"),
            venue="职工之家二楼",
            responsible="林晓雯",
            obligation_id=layers,
        ),
        PlanItemDraft(
            title="代表大会精神专题学习会（兼职工会干部和工会小组长）",
            form=TrainingForm.STUDY,
            layers=("一般干部", "职工"),
            categories=("兼职工会干部",),
            phase=1,
            batch=2,
            people=64,
            first=date(2026, 11, 24),
            last=date(2026, 12, 5),
            hours=Decimal("1.5"),
            venue="职工之家二楼",
            responsible="林晓雯",
            obligation_id=layers,
        ),
        PlanItemDraft(
            title="新时代工会工作辅导讲座",
            form=TrainingForm.LECTURE,
            audience="全体工会干部",
            first=date(2026, 11, 25),
            last=date(2026, 11, 25),
            hours=Decimal(2),
            speaker="特邀教师",
            responsible="林晓雯",
            obligation_id=forms,
        ),
        PlanItemDraft(
            title="学习体会报告会",
            form=TrainingForm.REPORT,
            audience="各车间代表",
            last=date(2026, 11, 15),
            responsible="陈国栋",
            obligation_id=forms,
        ),
        PlanItemDraft(
            title="班前微宣讲",
            form=TrainingForm.MICRO_OUTREACH,
            audience="各班组",
            first=date(2026, 12, 1),
            last=date(2026, 12, 31),
            obligation_id=duties[ObligationKind.OUTREACH],
        ),
        PlanItemDraft(title="理论研讨会", form=TrainingForm.SEMINAR, obligation_id=forms),
    )


def _task_drafts(notice: UUID) -> tuple[TaskDraft, ...]:
    rows: tuple[tuple[str, str, date | None, date | None, int], ...] = (
        ("成立学习宣传工作小组，明确分工", "周建业", date(2026, 11, 2), date(2026, 11, 6), 100),
        (
            "制定学习培训计划并报上级工会备案",
            "林晓雯",
            date(2026, 11, 5),
            date(2026, 11, 18),
            100,
        ),
        ("分两批组织专题学习会", "林晓雯", date(2026, 11, 9), date(2026, 12, 5), 50),
        ("在职工书屋开设学习专栏", "陈国栋", date(2026, 11, 10), date(2026, 11, 20), 75),
        ("组织各车间撰写学习体会文章", "陈国栋", date(2026, 11, 16), date(2026, 12, 20), 25),
        ("车间、班组微宣讲全覆盖", "各分工会", None, date(2026, 12, 31), 0),
        ("整理材料，编印学习简报", "林晓雯", date(2026, 12, 10), None, 0),
        ("研究下一年度学习安排", "", None, None, 0),
    )
    return tuple(
        TaskDraft(measure=m, owner=o, start=s, due=d, progress=p, notice_id=notice)
        for m, o, s, d, p in rows
    )
