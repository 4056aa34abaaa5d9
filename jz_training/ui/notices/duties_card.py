"""The duties of a notice beside its text: how many, how they stand, and a table in its order."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal

from jz_training.domain.task_book import Duty, TaskBook
from jz_training.ui.context import Context
from jz_training.ui.notices.duty_columns import duty_columns
from jz_training.ui.notices.duty_words import tally_words
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.text import button
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Table


class DutiesCard(Card):
    """The list at the right of the text.

    Signals: chosen(UUID) when the cursor stands on another duty; add_wanted();
    edit_wanted(ObligationRow); remove_wanted(ObligationRow); move_wanted(ObligationRow, int) with
    the steps up (negative) or down.
    """

    chosen = Signal(object)
    add_wanted = Signal()
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    move_wanted = Signal(object, int)

    def __init__(self, ctx: Context) -> None:
        super().__init__("要求", note=" ")
        self._ctx = ctx
        self._make_head_buttons()
        self._make_table()

    def show_book(self, book: TaskBook) -> None:
        """Show other duties; the one chosen stays so when it is still there."""
        self.set_title(f"要求 {len(book.duties)} 项", tally_words(book))
        ids = [duty.obligation.id for duty in book.duties]
        self.table.show_rows(book.duties, ids)

    def choose(self, obligation_id: UUID) -> bool:
        """Choose a duty; False when it is not shown."""
        return self.table.select(obligation_id)

    @property
    def current(self) -> Duty | None:
        """Return the duty with the cursor."""
        chosen = self.table.selected_ids()
        row = self.table.current_row()
        return row if row is not None and row.obligation.id in chosen else None

    def edit(self) -> None:
        """Ask to change the duty chosen."""
        if self.current is not None and not self._ctx.desk.read_only:
            self.edit_wanted.emit(self.current.obligation)

    # --- construction --------------------------------------------------------------------------

    def _make_head_buttons(self) -> None:
        self.head.removeWidget(self.note)
        self.head.insertWidget(1, self.note)
        self.adding = button(
            "新增要求", tip="把选中的文字作为一项要求；没有选中时直接填写（Ctrl+N）"
        )
        set_icon(self.adding, "plus")
        self.adding.clicked.connect(lambda: self.add_wanted.emit())
        self.head.addWidget(self.adding)
        self.adding.setVisible(not self._ctx.desk.read_only)  # it has a parent only now

    def _make_table(self) -> None:
        self.table: Table[Duty] = Table(
            "duties",
            duty_columns(lambda: self._ctx.desk.now().date()),
            row_id=lambda duty: duty.obligation.id,
            label="通知的要求",
            tall=True,
            memory=self._ctx.memory,
        )
        self.table.set_empty("还没有要求。选中原文里的文字，再点“新增要求”。")
        self.table.selection_changed.connect(self._tell)
        self.table.opened.connect(lambda _: self.edit())
        self.table.add_action("修改", self.edit, keys="F2")
        self.table.add_action("上移", lambda: self._move(-1), keys="Alt+Up")
        self.table.add_action("下移", lambda: self._move(1), keys="Alt+Down")
        self.table.add_action("删除", self._remove, keys="Del")
        self.add(self.table, 1)

    def _tell(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current.obligation.id)

    def _move(self, steps: int) -> None:
        if self.current is not None and not self._ctx.desk.read_only:
            self.move_wanted.emit(self.current.obligation, steps)

    def _remove(self) -> None:
        if self.current is not None and not self._ctx.desk.read_only:
            self.remove_wanted.emit(self.current.obligation)
