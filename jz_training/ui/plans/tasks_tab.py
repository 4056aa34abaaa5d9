"""The tab 任务分解: who does what by when, as a table and on a timeline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from jz_training.domain.notice import NoticeRow
from jz_training.domain.task import TaskDraft, TaskList, TaskRow
from jz_training.errors import JzError
from jz_training.ui.context import Context
from jz_training.ui.plans.item_choices import duties_of
from jz_training.ui.plans.task_acts import add_task, move_task, remove_task, set_progress
from jz_training.ui.plans.task_columns import SPARE, task_columns
from jz_training.ui.plans.task_dialog import TaskChoices, TaskDialog
from jz_training.ui.plans.task_entry import TaskEntry
from jz_training.ui.plans.timeline_view import TimelineView
from jz_training.ui.style.look import theme
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Table
from jz_training.ui.widgets.verb_button import verb_button

_PROGRESS = (25, 50, 75, 100)


#: The least width, at 100 %, at which all columns have room.
_ROOMY = 960


@dataclass(frozen=True, slots=True)
class _TasksRead:
    notices: tuple[NoticeRow, ...]
    tasks: TaskList


class TasksTab(QWidget):
    """Shows the tasks of one notice or of all.

    Signals: shown() after other tasks are there.
    """

    shown = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._notices: tuple[NoticeRow, ...] = ()
        self._notice_id: UUID | None = None
        self._wanted: UUID | None = None
        self.tasks: TaskList | None = None
        self._make_filter()
        self._make_table()
        self._make_entry()
        self._lay_out()
        self._enable()

    # --- for the page --------------------------------------------------------------------------

    def show_notice(self, notice_id: UUID | None, *, task_id: UUID | None = None) -> None:
        """Show the tasks of a notice, or of all with None; choose one of them."""
        self._wanted = task_id or self._wanted
        self._notice_id = notice_id
        self.refresh()

    def refresh(self) -> None:
        """Read the tasks again."""
        desk, wanted = self._ctx.desk, self._notice_id

        def read() -> _TasksRead:
            notices = desk.notices.list()
            known = wanted if any(row.id == wanted for row in notices) else None
            return _TasksRead(notices, desk.tasks.list(known))

        self._ctx.work.read(read, self._show, owner=self, key="tasks")

    def task(self) -> TaskRow | None:
        """Return the one task selected."""
        ids = self.table.selected_ids()
        if self.tasks is None or len(ids) != 1:
            return None
        return next((row for row in self.tasks.rows if row.id == ids[0]), None)

    def add_task(self) -> None:
        """Open the dialog for another task."""
        self._open_dialog(None)

    # --- construction --------------------------------------------------------------------------

    def _make_filter(self) -> None:
        self.notice = QComboBox()
        self.notice.setAccessibleName("通知")
        self.notice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.notice.setMaximumWidth(theme().sizes.of(520))
        self.notice.addItem("全部通知", None)
        self.notice.currentIndexChanged.connect(
            lambda _: self.show_notice(self.notice.currentData())
        )

    def _make_table(self) -> None:
        self.table: Table[TaskRow] = Table(
            "tasks", task_columns(self._ctx.desk.now), label="任务", tall=True,
            memory=self._ctx.memory,
        )  # fmt: skip
        self.table.set_empty("还没有任务。在下面一行写下任务措施、责任人和时限，按回车添加。")
        self.table.opened.connect(lambda _: self.edit())
        self.table.selection_changed.connect(self._enable)
        self.timeline = TimelineView(self.table.view)
        self.timeline.chosen.connect(self._choose)
        self._entries = [self.table.add_action("修改", self.edit, keys="F2")]
        self.table.add_separator()
        for share in _PROGRESS:
            words = "已完成" if share == 100 else f"进度 {share}%"
            self._entries.append(self.table.add_action(words, partial(self._set_progress, share)))
        self.table.add_separator()
        for words, act, keys in (
            ("上移", partial(self.move_by, -1), "Alt+Up"),
            ("下移", partial(self.move_by, 1), "Alt+Down"),
            ("删除", self.remove, "Del"),
        ):
            self._entries.append(self.table.add_action(words, act, keys=keys))

    def _make_entry(self) -> None:
        self.entry = TaskEntry(clock=self._ctx.desk.now)
        self.entry.entered.connect(self._enter)
        self.editing = verb_button("修改", "pencil", self.edit, keys="F2")
        self.done = verb_button("完成", "check", partial(self._set_progress, 100))
        self.removing = verb_button("删除", "trash-2", self.remove, keys="Del")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.notice)
        head.addStretch(1)
        for made in (self.editing, self.done, self.removing):
            head.addWidget(made)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme().sizes.gap)
        split.addWidget(self.table)
        split.addWidget(self.timeline)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([620, 400])
        card = Card()
        card.add(split, 1)
        card.add(self.entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().sizes.gap)
        column.addLayout(head)
        column.addWidget(card, 1)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, found: _TasksRead) -> None:
        self._notices, self.tasks = found.notices, found.tasks
        self._fill_filter()
        rows = found.tasks.rows
        self.table.show_rows(rows, [row.id for row in rows])
        self.timeline.show_tasks(found.tasks)
        owners = (row.draft.owner for row in rows)
        self.entry.offer(tuple(dict.fromkeys(owners)), self._ctx.work)
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        self._enable()
        self.shown.emit()

    def _fill_filter(self) -> None:
        self.notice.blockSignals(True)
        while self.notice.count() > 1:
            self.notice.removeItem(1)
        for row in self._notices:
            self.notice.addItem(row.title, row.id)
        ids = [None, *(row.id for row in self._notices)]
        self.notice.setCurrentIndex(ids.index(self._notice_id) if self._notice_id in ids else 0)
        self.notice.blockSignals(False)

    def _choose(self, at: int) -> None:
        self.table.view.selectRow(at)
        self.table.setFocus()

    def _enable(self) -> None:
        free = not self._ctx.desk.read_only
        able = self.task() is not None and free
        for entry in self._entries:
            entry.setEnabled(able)
        for made in (self.editing, self.done, self.removing):
            made.setEnabled(able)
        self.entry.setEnabled(free)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().sizes.of(_ROOMY)
        self.table.hide_columns(SPARE if narrow else ())

    # --- doing ---------------------------------------------------------------------------------

    def edit(self) -> None:
        """Open the dialog for the task selected."""
        task = self.task()
        if task is not None:
            self._open_dialog(task)

    def move_by(self, steps: int) -> None:
        """Move the task selected among those of its notice."""
        task = self.task()
        if task is None or self.tasks is None:
            return
        same = [row.id for row in self.tasks.rows if row.draft.notice_id == task.draft.notice_id]
        to = same.index(task.id) + steps
        if 0 <= to < len(same):
            move_task(self._ctx, self, task, to)

    def remove(self) -> None:
        """Remove the task selected."""
        task = self.task()
        if task is not None:
            remove_task(self._ctx, self, task)

    def _set_progress(self, progress: int) -> None:
        task = self.task()
        if task is not None:
            set_progress(self._ctx, self, task, progress)

    def _enter(self, draft: TaskDraft) -> None:
        whole = replace(draft, notice_id=self._notice_id)

        def entered(task_id: UUID) -> None:
            self._wanted = task_id
            self.entry.clear()

        add_task(self._ctx, self, whole, entered, failed=self._refused)

    def _refused(self, error: JzError) -> bool:
        self.entry.tell(str(error))
        return True

    def _open_dialog(self, task: TaskRow | None) -> None:
        desk, rows = self._ctx.desk, self.tasks.rows if self.tasks else ()
        if desk.read_only:
            return

        def read() -> TaskChoices:
            notices = desk.notices.list()
            return TaskChoices(
                owners=tuple(dict.fromkeys(row.draft.owner for row in rows)),
                notices=tuple((row.id, row.title) for row in notices),
                duties={row.id: duties_of(desk, row.id) for row in notices},
            )

        def show(choices: TaskChoices) -> None:
            dialog = TaskDialog(
                self._ctx, self, choices=choices, task=task, notice_id=self._notice_id
            )
            dialog.saved.connect(self._want)
            dialog.open()

        self._ctx.work.read(read, show, owner=self, key="choices")

    def _want(self, task_id: UUID) -> None:
        self._wanted = task_id
