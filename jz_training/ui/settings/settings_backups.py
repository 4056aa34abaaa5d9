"""The backups: made by themselves or now, checked, and put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_training.labels import BACKUP_KINDS
from jz_training.labels.file_sizes import size_words
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.handover.handover_card import HandoverCard
from jz_training.ui.paper.desktop import open_in_system
from jz_training.ui.settings.settings_parts import button_line
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Cell, Column, Table

if TYPE_CHECKING:
    from jz_training.services.backups import BackupRow


class BackupsTab(QWidget):
    """A table of backups with 立即备份 and 恢复."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card("备份", note="两天内的全部保留，之后每天、每周、每月各留若干份")
        self.table: Table[BackupRow] = Table(
            "backups",
            (
                Column(key="at", title="时间", width=180,
                       cell=lambda row: f"{row.made_at:%Y-%m-%d %H:%M:%S}"),
                Column(key="kind", title="来历", width=100,
                       cell=lambda row: BACKUP_KINDS.get(row.kind, row.kind)),
                Column(key="size", title="大小", width=100, number=True,
                       cell=lambda row: size_words(row.size)),
                Column(key="name", title="文件", stretch=True,
                       cell=lambda row: Cell(row.name, role="faint")),
            ),
            memory=ctx.memory,
        )  # fmt: skip
        self.table.set_empty("还没有备份。关闭程序时会自动备份一次，也可以现在就备份。")
        card.add(self.table, 1)
        card.add(self._make_buttons())
        column.addWidget(card, 1)
        column.addSpacing(theme().sizes.gap)
        self.handover = HandoverCard(ctx)
        column.addWidget(self.handover)
        self.table.add_action("恢复到这个备份", self._restore)
        self.table.selection_changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Read the list of backups again."""
        self._ctx.work.read(self._ctx.desk.backups.list, self._show, owner=self, key="backups")

    def _make_buttons(self) -> QWidget:
        self.make = button("立即备份", "primary")
        self.restore = button("恢复到选中的备份")
        self.folder = button("打开工作区文件夹", "quiet")
        self.make.clicked.connect(self._make)
        self.restore.clicked.connect(self._restore)
        self.folder.clicked.connect(lambda: open_in_system(self._ctx.desk.folder))
        self.restore.setEnabled(False)
        self.make.setEnabled(not self._ctx.desk.read_only)
        note = plain_label("恢复之前，现在的数据会先备份。", "small")
        return button_line(self.make, self.restore, self.folder, note)

    def _show(self, rows: tuple[BackupRow, ...]) -> None:
        self.table.show_rows(rows, [row.name for row in rows])

    def _follow(self) -> None:
        one = len(self.table.selected_ids()) == 1
        self.restore.setEnabled(one and not self._ctx.desk.read_only)

    def _make(self) -> None:
        self._ctx.work.long(
            "备份",
            lambda _: self._ctx.desk.backups.make(),
            lambda row: self._ctx.toast(f"已备份，{size_words(row.size)}。"),
            owner=self,
            kinds={kinds.BACKUPS},
            on_desk=True,
        )

    def _restore(self) -> None:
        names = self.table.selected_ids()
        row = self.table.current_row()
        if len(names) != 1 or row is None or not self._agreed(row):
            return
        name = names[0]
        self._ctx.work.long(
            "恢复备份",
            lambda _: self._ctx.desk.restore(name),
            lambda _: self._ctx.toast("已恢复。恢复之前的数据也在备份里。"),
            owner=self,
            kinds=kinds.EVERYTHING,
            on_desk=True,
        )

    def _agreed(self, row: BackupRow) -> bool:
        return self._ctx.ask.confirm(
            f"恢复到 {row.made_at:%Y-%m-%d %H:%M} 的备份？",
            detail="在那以后录入和修改的内容将不再显示。现在的数据会先备份，需要时可以再恢复回来。",
            verb="恢复",
        )
