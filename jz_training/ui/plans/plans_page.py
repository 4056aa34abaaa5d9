"""计划: the training plan and the breakdown of tasks, side by side in two tabs."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QMenu, QPushButton

from jz_training.domain.notice import NoticeRow
from jz_training.domain.plan import PlanItemRow, PlanView
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.plans.plan_acts import (
    new_plan,
    remove_plan,
    rename_plan,
    schedule_item,
    settle_plan,
)
from jz_training.ui.plans.plan_exports import save_plan, save_tasks, show_plan, show_tasks
from jz_training.ui.plans.plan_tab import PlanTab
from jz_training.ui.plans.plan_words import plan_badge, plan_facts
from jz_training.ui.plans.proposal_dialog import ProposalDialog
from jz_training.ui.plans.task_words import tasks_facts
from jz_training.ui.plans.tasks_tab import TasksTab
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.text import button
from jz_training.ui.widgets.tabs import Tabs

PLAN, TASKS = "plan", "tasks"


class PlansPage(Page):
    """Shows a plan or the tasks.

    `show_for(tab=…, notice_id=…, plan_id=…, item_id=…, task_id=…)`
    """

    kinds: ClassVar[frozenset[str]] = frozenset(
        {kinds.PLANS, kinds.TASKS, kinds.NOTICES, kinds.TRAININGS, kinds.ATTENDANCE, kinds.LISTS}
    )

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="计划")
        self.plan, self.tasks = PlanTab(ctx), TasksTab(ctx)
        self._make_actions()
        self._make_plan_menu()
        self.tabs = Tabs(((PLAN, "培训计划"), (TASKS, "任务分解")))
        self.tabs.set_page(PLAN, self.plan)
        self.tabs.set_page(TASKS, self.tasks)
        self.body.addWidget(self.tabs, 1)
        self._connect()
        self._show_head()

    def show_for(self, **what: object) -> None:
        """Show plan or tasks; a notice without a plan opens the proposal made from it."""
        tab, notice_id = what.get("tab"), what.get("notice_id")
        plan_id, item_id = what.get("plan_id"), what.get("item_id")
        item = item_id if isinstance(item_id, UUID) else None
        if tab in (PLAN, TASKS):
            self.tabs.choose(str(tab))
        elif notice_id or plan_id or item_id:
            self.tabs.choose(PLAN)
        if isinstance(notice_id, UUID) and self.tabs.line.current == TASKS:
            task_id = what.get("task_id")
            self.tasks.show_notice(
                notice_id, task_id=task_id if isinstance(task_id, UUID) else None
            )
        elif isinstance(notice_id, UUID):
            self._show_plan_of(notice_id, item)
        else:
            self.plan.show_plan(plan_id if isinstance(plan_id, UUID) else None, item_id=item)
            self.tasks.refresh()
        self._focus()

    def refresh(self) -> None:
        """Read plan and tasks again."""
        self.plan.refresh()
        self.tasks.refresh()

    # --- construction --------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.proposing = self.add_action("从要求生成", self.propose, icon="clipboard-list")
        self.exporting = self.add_action("导出", lambda: None, icon="download")
        self._paper = QMenu(self)
        self._preview = self._paper.addAction("预览打印\tCtrl+P")
        self._preview.triggered.connect(lambda: self._print())
        self._workbook = self._paper.addAction("导出 Excel")
        self._workbook.triggered.connect(lambda: self._save())
        self.exporting.setMenu(self._paper)
        self.scheduling = self.add_action(
            "安排场次", self._schedule, primary=True, icon="calendar-plus"
        )
        self.adding_task = self.add_action(
            "新增任务", self.tasks.add_task, primary=True, icon="plus"
        )
        self.add_keys("Ctrl+N", self._begin)
        self.add_keys("Ctrl+P", self._print)

    def _make_plan_menu(self) -> None:
        self.settling = button("定稿")
        self.settling.clicked.connect(lambda: self._settle())
        self.more = button("更多", "quiet")
        set_icon(self.more, "ellipsis")
        menu = QMenu(self)
        for words, act in (
            ("新建空白计划…", self.make_blank),
            ("修改计划名称…", self._with_plan(rename_plan)),
            ("删除这个计划", self._with_plan(remove_plan)),
        ):
            menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
        self.more.setMenu(menu)
        self.plan.head.insertWidget(1, self.more)
        self.plan.head.addWidget(self.settling)

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda _: self._show_head())
        self.plan.shown.connect(self._show_head)
        self.plan.selected.connect(self._enable)
        self.plan.opened.connect(self._open_training)
        self.plan.schedule_asked.connect(self._schedule)
        self.plan.many_asked.connect(lambda: self._schedule(page="training_many"))
        self.plan.proposal_asked.connect(self.propose)
        self.plan.blank_asked.connect(self.make_blank)
        self.tasks.shown.connect(self._show_head)

    # --- showing -------------------------------------------------------------------------------

    def _show_head(self) -> None:
        plan, tasks, at_plan = self.plan.plan, self.tasks.tasks, self.tabs.line.current == PLAN
        self.tabs.line.set_count(PLAN, len(plan.items) if plan else None)
        self.tabs.line.set_count(TASKS, len(tasks.rows) if tasks and tasks.rows else None)
        if at_plan and plan is not None:
            self.set_badge(*plan_badge(plan))
            self.set_facts(plan_facts(plan))
        else:
            self.set_badge("")
            self.set_facts(tasks_facts(tasks) if tasks is not None and not at_plan else "")
        shown: tuple[tuple[QPushButton, bool], ...] = (
            (self.proposing, at_plan and plan is not None),
            (self.scheduling, at_plan and plan is not None),
            (self.exporting, not at_plan or plan is not None),
            (self.adding_task, not at_plan),
        )
        for made, visible in shown:
            made.setVisible(visible)
        self.settling.setText("改回草案" if plan and plan.settled_on else "定稿")
        self._enable()

    def _enable(self) -> None:
        plan, tasks, free = self.plan.plan, self.tasks.tasks, not self.ctx.desk.read_only
        rows = plan.items if plan is not None and self.tabs.line.current == PLAN else ()
        if self.tabs.line.current == TASKS and tasks is not None:
            self.exporting.setEnabled(bool(tasks.rows))
        else:
            self.exporting.setEnabled(bool(rows))
        self.scheduling.setEnabled(self.plan.item() is not None and free)
        for made in (self.proposing, self.settling, self.more, self.adding_task,
                     self.plan.propose, self.plan.blank):  # fmt: skip
            made.setEnabled(free)

    def _focus(self) -> None:
        (self.plan.table if self.tabs.line.current == PLAN else self.tasks.table).setFocus()

    def _show_plan_of(self, notice_id: UUID, item_id: UUID | None) -> None:
        """Show the plan of a notice, or propose one where there is none."""
        plans = self.ctx.desk.plans

        def show(plan: PlanView | None) -> None:
            self.plan.show_plan(plan.id if plan else None, item_id=item_id)
            if plan is None:
                self._propose_from(notice_id)

        self.tasks.refresh()
        self.ctx.work.read(lambda: plans.of_notice(notice_id), show, owner=self, key="of_notice")

    # --- doing ---------------------------------------------------------------------------------

    def propose(self) -> None:
        """Open the proposal made from a notice."""
        self._propose_from(None)

    def make_blank(self) -> None:
        """Ask for a title and show the new plan."""
        if not self.ctx.desk.read_only:
            new_plan(self.ctx, self, self.plan.show_plan)

    def _propose_from(self, notice_id: UUID | None) -> None:
        if self.ctx.desk.read_only:
            return

        def show(notices: tuple[NoticeRow, ...]) -> None:
            if not notices:
                self.ctx.ask.tell("还没有通知。请先在“通知”里录入一份，再从它的要求生成计划。")
                return
            dialog = ProposalDialog(
                self.ctx, self, notices=notices, plan=self.plan.plan, notice_id=notice_id
            )
            dialog.made.connect(self.plan.show_plan)
            dialog.open()

        self.ctx.work.read(self.ctx.desk.notices.list, show, owner=self, key="notices")

    def _begin(self) -> None:
        if self.tabs.line.current == TASKS:
            self.tasks.add_task()
        elif self.plan.plan is None:
            self.make_blank()
        else:
            self.plan.add_item()

    def _schedule(self, *, page: str = "training_new") -> None:
        item = self.plan.item()
        if item is not None and not self.ctx.desk.read_only:
            schedule_item(self.ctx, self, item, page=page)

    def _open_training(self, item: PlanItemRow) -> None:
        self.ctx.open_page("training", training_id=item.trainings[-1].training_id)

    def _settle(self) -> None:
        plan = self.plan.plan
        if plan is not None:
            on = None if plan.settled_on else self.ctx.desk.now().date()
            settle_plan(self.ctx, self, plan, on)

    def _with_plan(self, act: Callable[[Context, PlansPage, PlanView], None]) -> Callable[[], None]:
        def do() -> None:
            if self.plan.plan is not None:
                act(self.ctx, self, self.plan.plan)

        return do

    def _print(self) -> None:
        if not self.exporting.isEnabled():
            return
        if self.tabs.line.current == TASKS and self.tasks.tasks is not None:
            show_tasks(self.ctx, self, self.tasks.tasks)
        elif self.plan.plan is not None:
            show_plan(self.ctx, self, self.plan.plan)

    def _save(self) -> None:
        if self.tabs.line.current == TASKS and self.tasks.tasks is not None:
            save_tasks(self.ctx, self, self.tasks.tasks)
        elif self.plan.plan is not None:
            save_plan(self.ctx, self, self.plan.plan)
