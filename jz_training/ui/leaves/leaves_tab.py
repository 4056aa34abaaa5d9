"""The tab 请假 of the page 场次: who is away, from what, and whether the slip is there."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from jz_training.domain.leave import LeaveRow, SlipState
from jz_training.services.leaves import LeaveQuery
from jz_training.ui.context import Context
from jz_training.ui.leaves.leave_acts import (
    change_leave,
    enter_leave,
    open_slip,
    print_slip,
    remove_leave,
)
from jz_training.ui.leaves.leave_columns import SLIP, leave_columns
from jz_training.ui.side_tab import SideTab, TabAction
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.segmented import Segmented
from jz_training.ui.widgets.table import Table

CURRENT, ALL = "current", "all"
#: A pause in typing after which the list follows.
_PAUSE_MS = 150


class LeavesTab(SideTab):
    """Lists leaves; those that are over only when asked for."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._make_filters()
        self._make_table()
        card = Card(padding=8)
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().sizes.gap)
        column.addLayout(self._head)
        column.addWidget(card, 1)

    # --- for the page --------------------------------------------------------------------------

    def actions_wanted(self) -> tuple[TabAction, ...]:
        return (
            TabAction(text="打印请假条", act=self.print, icon="printer"),
            TabAction(text="登记请假", act=self.begin, icon="plus", primary=True, writes=True),
        )

    def refresh(self) -> None:
        query, leaves = self._query(), self._ctx.desk.leaves
        self._ctx.work.read(lambda: leaves.list(query), self._show, owner=self, key="list")

    def begin(self) -> None:
        if not self._ctx.desk.read_only:
            enter_leave(self._ctx, self)

    def focus_filter(self) -> None:
        self.text.setFocus()

    def focus_rows(self) -> None:
        self.table.setFocus()

    # --- construction --------------------------------------------------------------------------

    def _make_filters(self) -> None:
        self.text = QLineEdit()
        self.text.setPlaceholderText("姓名或拼音首字母")
        self.text.setAccessibleName("筛选请假")
        self.text.setClearButtonEnabled(True)
        self.text.setFixedWidth(theme().sizes.of(220))
        self.range = Segmented(((CURRENT, "现在和以后"), (ALL, "全部")))
        self.range.setAccessibleName("时间")
        self.count = plain_label("", "small")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._typing.timeout.connect(self.refresh)
        self.text.textChanged.connect(lambda _: self._typing.start())
        self.range.chosen.connect(lambda _: self.refresh())
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self.text)
        self._head.addWidget(self.range)
        self._head.addStretch(1)
        self._head.addWidget(self.count)

    def _make_table(self) -> None:
        self._columns = leave_columns(self._ctx.desk.now)
        self.table: Table[LeaveRow] = Table("leaves", self._columns, memory=self._ctx.memory)
        self.table.opened.connect(lambda _: self.edit())
        self.table.view.clicked.connect(self._click)
        for words, act, keys in (
            ("修改…", self.edit, "F2"),
            ("打开请假条", self.open_slip, "Ctrl+J"),
            ("打印请假条…", self.print, ""),
        ):
            self.table.add_action(words, act, keys=keys)
        self.table.add_separator()
        self.table.add_action("删除", self.remove, keys="Del")

    # --- showing -------------------------------------------------------------------------------

    def _query(self) -> LeaveQuery:
        return LeaveQuery(text=self.text.text(), current=self.range.value() == CURRENT)

    def _show(self, rows: tuple[LeaveRow, ...]) -> None:
        filtered = bool(self.text.text().strip())
        if filtered:
            self.table.set_empty("没有符合条件的请假。", verb="清除筛选", act=self.text.clear)
        else:
            self.table.set_empty(
                "现在没有人请假。会前收到的请假登记在这里，名单上会自动记为请假。",
                verb="登记请假",
                act=self.begin,
            )
        self.table.show_rows(rows, [row.id for row in rows])
        self.count.setText(f"共 {len(rows)} 条")
        self.counted.emit(None if filtered or self.range.value() == ALL else len(rows))

    # --- doing ---------------------------------------------------------------------------------

    def edit(self) -> None:
        """Open the dialog of the row with the cursor."""
        row = self.table.current_row()
        if row is not None and not self._ctx.desk.read_only:
            change_leave(self._ctx, self, row)

    def remove(self) -> None:
        """Remove the row with the cursor; it can be undone."""
        row = self.table.current_row()
        if row is not None and not self._ctx.desk.read_only:
            remove_leave(self._ctx, self, row)

    def open_slip(self) -> None:
        """Open the slip of the row with the cursor, if there is one."""
        row = self.table.current_row()
        if row is not None and row.slip is SlipState.FILED:
            open_slip(self._ctx, self, row)
        elif row is not None:
            self._ctx.toast("还没有归档请假条。可以在“修改”里把扫描件拖进来。")

    def print(self) -> None:
        """Show the slip of the row with the cursor as it will be printed."""
        row = self.table.current_row()
        if row is None:
            self._ctx.toast("请先选择一条请假。")
        else:
            print_slip(self._ctx, self, row)

    def select(self, leave_id: UUID) -> bool:
        """Choose a leave in the list."""
        return self.table.select(leave_id)

    def _click(self, index: QModelIndex) -> None:
        row = self.table.model.row_at(index.row())
        filed = row is not None and row.slip is SlipState.FILED
        if filed and self._columns[index.column()].key == SLIP:
            self.open_slip()
