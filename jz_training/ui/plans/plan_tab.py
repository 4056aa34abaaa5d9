"""The tab 培训计划: a plan, its items in order, and everything that is done to them."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jz_training.domain.plan import PlanItemRow, PlanRow, PlanView
from jz_training.ui.context import Context
from jz_training.ui.plans.item_choices import read_choices
from jz_training.ui.plans.plan_acts import move_item, remove_item
from jz_training.ui.plans.plan_columns import SPARE, plan_columns
from jz_training.ui.plans.plan_first import PlanFirst
from jz_training.ui.plans.plan_item_dialog import PlanItemDialog
from jz_training.ui.plans.plan_item_fields import ItemChoices
from jz_training.ui.plans.plan_reading import PlansRead, read_plans
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Table
from jz_training.ui.widgets.verb_button import verb_button

#: The least width, at 100 %, at which all columns have room.
_ROOMY = 960


class PlanTab(QWidget):
    """Shows one plan.

    Signals: shown() after another state of the plan is there; selected() when another item is;
    opened(PlanItemRow) when a held or scheduled item's training is asked for; proposal_asked() and
    blank_asked() from the empty page.
    """

    shown = Signal()
    selected = Signal()
    opened = Signal(object)
    proposal_asked = Signal()
    blank_asked = Signal()
    schedule_asked = Signal()
    many_asked = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._plans: tuple[PlanRow, ...] = ()
        self._plan_id: UUID | None = None
        self._wanted: UUID | None = None
        self.plan: PlanView | None = None
        self._make_chooser()
        self._make_table()
        self._make_foot()
        self._lay_out()
        self._enable()

    # --- for the page --------------------------------------------------------------------------

    def show_plan(self, plan_id: UUID | None, *, item_id: UUID | None = None) -> None:
        """Show a plan, or with None the one shown before; select one of its items."""
        self._plan_id = plan_id or self._plan_id
        self._wanted = item_id or self._wanted
        self.refresh()

    def refresh(self) -> None:
        """Read the plans and the one shown again."""
        desk, wanted = self._ctx.desk, self._plan_id
        self._ctx.work.read(lambda: read_plans(desk, wanted), self._show, owner=self, key="plan")

    def item(self) -> PlanItemRow | None:
        """Return the one item selected."""
        ids = self.table.selected_ids()
        if self.plan is None or len(ids) != 1:
            return None
        return next((item for item in self.plan.items if item.id == ids[0]), None)

    def add_item(self) -> None:
        """Open the dialog for another item."""
        self._open_dialog(None)

    # --- construction --------------------------------------------------------------------------

    def _make_chooser(self) -> None:
        self.chooser = QComboBox()
        self.chooser.setAccessibleName("培训计划")
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chooser.setMinimumWidth(theme().sizes.of(240))
        self.chooser.setMaximumWidth(theme().sizes.of(520))
        self.chooser.currentIndexChanged.connect(lambda _: self._choose())

    def _make_table(self) -> None:
        self.table: Table[PlanItemRow] = Table(
            "plan_items",
            plan_columns(self._ctx.desk.now),
            label="计划项目",
            tall=True,
            memory=self._ctx.memory,
        )
        self.table.set_empty("计划里还没有项目。", verb="新增项目", act=self.add_item)
        self.table.opened.connect(lambda _: self._open())
        self.table.selection_changed.connect(self._enable)
        entries: tuple[tuple[str, Callable[[], object], str], ...] = (
            ("安排场次", self.schedule_asked.emit, ""),
            ("批量安排…", self.many_asked.emit, ""),
            ("打开场次", self.open_training, ""),
            ("修改", self.edit, "F2"),
            ("上移", lambda: self.move_by(-1), "Alt+Up"),
            ("下移", lambda: self.move_by(1), "Alt+Down"),
            ("删除", self.remove, "Del"),
        )
        self._entries = {word: self.table.add_action(word, act, keys=keys)
                         for word, act, keys in entries}  # fmt: skip

    def _make_foot(self) -> None:
        self.note = plain_label("", "small")
        self.adding = verb_button("新增项目", "plus", self.add_item, keys="Ctrl+N")
        self.editing = verb_button("修改", "pencil", self.edit, keys="F2")
        self.up = verb_button("上移", "arrow-up", lambda: self.move_by(-1), keys="Alt+↑")
        self.down = verb_button("下移", "arrow-down", lambda: self.move_by(1), keys="Alt+↓")
        self.removing = verb_button("删除", "trash-2", self.remove, keys="Del")

    def _lay_out(self) -> None:
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.chooser)
        self.head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.note)
        foot.addStretch(1)
        for made in (self.adding, self.editing, self.up, self.down, self.removing):
            foot.addWidget(made)
        card = Card()
        card.add(self.table, 1)
        card.add(foot)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().sizes.gap)
        column.addLayout(self.head)
        column.addWidget(card, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(whole)
        first = PlanFirst()
        self.propose, self.blank = first.propose, first.blank
        self.propose.clicked.connect(lambda: self.proposal_asked.emit())
        self.blank.clicked.connect(lambda: self.blank_asked.emit())
        self._stack.addWidget(first)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, found: PlansRead) -> None:
        self._plans, self.plan = found.plans, found.plan
        self._plan_id = found.plan.id if found.plan else None
        self._stack.setCurrentIndex(0 if found.plan else 1)
        self._fill_chooser()
        items = found.plan.items if found.plan else ()
        self.table.show_rows(items, [item.id for item in items])
        if self._wanted is not None and self.table.select(self._wanted):
            self.table.setFocus()
            self._wanted = None
        self._enable()
        self.shown.emit()

    def _fill_chooser(self) -> None:
        self.chooser.blockSignals(True)
        self.chooser.clear()
        for row in self._plans:
            self.chooser.addItem(row.title, row.id)
        at = next((n for n, row in enumerate(self._plans) if row.id == self._plan_id), -1)
        self.chooser.setCurrentIndex(at)
        self.chooser.blockSignals(False)

    def _choose(self) -> None:
        self._plan_id = self.chooser.currentData()
        self.table.view.clearSelection()
        self.refresh()

    def _enable(self) -> None:
        item = self.item()
        free = self.plan is not None and not self._ctx.desk.read_only
        last = len(self.plan.items) - 1 if self.plan else 0
        able = {
            "修改": item is not None and free,
            "删除": item is not None and free,
            "上移": item is not None and free and item.position > 0,
            "下移": item is not None and free and item.position < last,
            "安排场次": item is not None and free,
            "批量安排…": item is not None and free,
            "打开场次": item is not None and bool(item.trainings),
        }
        for word, entry in self._entries.items():
            entry.setEnabled(able[word])
        for made in (self.editing, self.removing, self.up, self.down):
            made.setEnabled(able[made.text()])
        self.adding.setEnabled(free)
        self.note.setText(self._note(item))
        self.selected.emit()

    def _note(self, item: PlanItemRow | None) -> str:
        if item is None:
            return "选中一项可以安排场次。"
        return (
            "按回车打开它的场次。" if item.trainings else "按回车修改，点“安排场次”定时间和名单。"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().sizes.of(_ROOMY)
        self.table.hide_columns(SPARE if narrow else ())

    # --- doing ---------------------------------------------------------------------------------

    def edit(self) -> None:
        """Open the dialog for the item selected."""
        item = self.item()
        if item is not None and not self._ctx.desk.read_only:
            self._open_dialog(item)

    def move_by(self, steps: int) -> None:
        """Move the item selected up or down."""
        item = self.item()
        if item is not None and self._entries["上移" if steps < 0 else "下移"].isEnabled():
            move_item(self._ctx, self, item, item.position + steps)

    def remove(self) -> None:
        """Remove the item selected."""
        item = self.item()
        if item is not None and not self._ctx.desk.read_only:
            remove_item(self._ctx, self, item)

    def _open(self) -> None:
        """Open what is behind an item: its training when there is one, else the item itself."""
        item = self.item()
        if item is not None and item.trainings:
            self.open_training()
        else:
            self.edit()

    def open_training(self) -> None:
        """Go to the training of the item selected, if there is one."""
        item = self.item()
        if item is not None and item.trainings:
            self.opened.emit(item)

    def _open_dialog(self, item: PlanItemRow | None) -> None:
        plan = self.plan
        if plan is None or self._ctx.desk.read_only:
            return

        def show(choices: ItemChoices) -> None:
            dialog = PlanItemDialog(self._ctx, self, plan_id=plan.id, choices=choices, item=item)
            dialog.saved.connect(self._want)
            dialog.open()

        read_choices(self._ctx, self, plan, show)

    def _want(self, item_id: UUID) -> None:
        self._wanted = item_id
