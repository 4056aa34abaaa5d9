"""The tab 名单: who will be expected, fixing the list, and the fixed list with its numbers."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from jz_training.domain.attendance import AttendeeRow
from jz_training.domain.roster import PersonRow
from jz_training.domain.training import SheetOrder
from jz_training.errors import JzError
from jz_training.labels import ORDERS
from jz_training.services.attendee_lists import ListChanges
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.leaves.leave_acts import enter_leave, print_list
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.trainings.list_changes_dialog import ListChangesDialog, changes_words
from jz_training.ui.trainings.list_columns import fixed_columns, preview_columns
from jz_training.ui.trainings.list_reading import ListReading, read_list
from jz_training.ui.trainings.training_tab import TrainingTab
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.segmented import Segmented
from jz_training.ui.widgets.table import Table

_ORDERS = (SheetOrder.UNIT, SheetOrder.PINYIN, SheetOrder.STROKES)
_KINDS = (kinds.LISTS, kinds.TRAININGS, kinds.ATTENDANCE)


class TrainingListTab(TrainingTab):
    """Before the list is fixed a preview with the choice of order; afterwards the list itself."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._training_id: UUID | None = None
        self._reading: ListReading | None = None
        self._make_head()
        self._make_notes()
        self.preview: Table[tuple[int, PersonRow]] = Table(
            "list_preview", preview_columns(), memory=ctx.memory
        )
        self.list = Table("list_fixed", fixed_columns(self._approver), memory=ctx.memory)
        self._lay_out()
        self._connect()

    def show_training(self, training_id: UUID) -> None:
        """Show the list of a training."""
        if training_id != self._training_id:
            self._training_id = training_id
            self.order.set_value(SheetOrder.UNIT.value)
        self.refresh()

    def refresh(self) -> None:
        """Read the list, or the preview of it, again."""
        training_id, desk = self._training_id, self._ctx.desk
        order = SheetOrder(self.order.value())
        if training_id is not None:
            self._ctx.work.read(
                lambda: read_list(desk, training_id, order), self._show, owner=self, key="list"
            )

    # --- construction --------------------------------------------------------------------------

    def _make_head(self) -> None:
        self.words = plain_label("", "card_title")
        self.order = Segmented([(order.value, ORDERS[order]) for order in _ORDERS])
        self.order.setAccessibleName("排列顺序")
        self.freeze = button("确定名单", "primary", tip="确定名单：编好序号，以后按这份名单登记")
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(self.words)
        self._head.addStretch(1)
        self._head.addWidget(self.order)
        self._head.addWidget(self.freeze)

    def _make_notes(self) -> None:
        self.note = plain_label("", "small", wrap=True)
        self.moved = QFrame()
        self.moved.setProperty("kind", "notice")
        line = QHBoxLayout(self.moved)
        line.setContentsMargins(16, 8, 8, 8)
        self.moved_words = plain_label("", "secondary")
        self.look = button("查看并选择")
        line.addWidget(self.moved_words, 1)
        line.addWidget(self.look)
        self.moved.hide()

    def _lay_out(self) -> None:
        card = Card(padding=16)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.preview)
        self._stack.addWidget(self.list)
        self.preview.set_empty(
            "按现在的范围没有找到应到人员。请到“基本信息”里调整单位、层级或类别。"
        )
        self.list.set_empty("名单里没有人。")
        card.add(self._head)
        card.add(self.note)
        card.add(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.moved)
        column.addWidget(card, 1)

    def _connect(self) -> None:
        self.order.chosen.connect(self._take_order)
        self.freeze.clicked.connect(self._freeze)
        self.look.clicked.connect(self._open_changes)
        self.list.add_action("登记请假…", self._enter_leave, keys="Ctrl+L")
        self.list.add_action("打印请假名单…", self._print_leaves)
        self.list.add_separator()
        self.list.add_action("打开人员", self._open_person)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, reading: ListReading) -> None:
        if reading.training.id != self._training_id:
            return
        self._reading = reading
        fixed = reading.training.list_frozen_at is not None
        writes = reading.is_open and not self._ctx.desk.read_only
        if fixed:
            self.list.show_rows(reading.expected, [row.id for row in reading.expected])
            self.order.set_value(reading.shown_order.value)
        else:
            people = reading.ordered.people
            self.preview.show_rows(list(enumerate(people, start=1)), [p.id for p in people])
        self._stack.setCurrentWidget(self.list if fixed else self.preview)
        self.freeze.setVisible(writes and not fixed)
        self.freeze.setEnabled(bool(reading.ordered.people))
        self.order.setVisible(not fixed or (writes and reading.can_renumber))
        self.words.setText(reading.title)
        self._show_notes(reading, writes=writes)

    def _show_notes(self, reading: ListReading, *, writes: bool) -> None:
        self.note.setText(reading.note)
        self.note.setVisible(bool(reading.note))
        self.moved.setVisible(writes and bool(reading.changes))
        self.moved_words.setText(changes_words(reading.changes))

    # --- doing ---------------------------------------------------------------------------------

    def _take_order(self, key: str) -> None:
        reading, desk = self._reading, self._ctx.desk
        if reading is None or reading.training.list_frozen_at is None:
            self.refresh()
            return
        training_id, order = reading.training.id, SheetOrder(key)
        self._change(
            lambda: desk.lists.reorder(training_id, order), f"名单已{ORDERS[order]}重新编号。"
        )

    def _freeze(self) -> None:
        training_id, desk = self._training_id, self._ctx.desk
        order = SheetOrder(self.order.value())
        if training_id is None:
            return
        self._ctx.work.change(
            lambda: desk.lists.freeze(training_id, order=order),
            lambda count: self._ctx.toast(f"名单已确定，共 {count} 人。", undo=True),
            owner=self,
            kinds=_KINDS,
        )

    def _open_changes(self) -> None:
        if self._reading is not None:
            dialog = ListChangesDialog(self, self._reading.changes)
            dialog.chosen.connect(self._apply)
            dialog.open()

    def _apply(self, chosen: ListChanges) -> None:
        training_id, desk = self._training_id, self._ctx.desk
        if training_id is not None and chosen:
            self._change(
                lambda: desk.lists.apply(
                    training_id,
                    joined=[person.id for person in chosen.joined],
                    left=[row.id for row in chosen.left],
                    moved=[row.id for row, _ in chosen.moved],
                ),
                "名单已按所选调整，原有序号不变。",
            )

    def _change(self, run: Callable[[], object], said: str) -> None:
        self._ctx.work.change(
            run,
            lambda _: self._ctx.toast(said, undo=True),
            owner=self,
            kinds=_KINDS,
            failed=self._failed,
        )

    def _failed(self, error: JzError) -> bool:
        self.refresh()
        return False

    def _approver(self, row: AttendeeRow) -> str:
        """Return who approved the leave that a line was marked from."""
        if self._reading is None or row.leave_id is None:
            return ""
        return self._reading.approvers.get(row.leave_id, "")

    def _enter_leave(self) -> None:
        row, reading = self.list.current_row(), self._reading
        if row is None or reading is None or row.person_id is None:
            return
        if reading.is_open and not self._ctx.desk.read_only:
            training_id = reading.training.id
            enter_leave(self._ctx, self, person_id=row.person_id, training_id=training_id)

    def _print_leaves(self) -> None:
        reading = self._reading
        if reading is not None:
            title = reading.training.draft.title
            print_list(self._ctx, self, reading.training.id, title=title)

    def _open_person(self) -> None:
        row = self.list.current_row()
        if row is not None and row.person_id is not None:
            self._ctx.open_page("people", person_id=row.person_id)
