"""Make-up groups: when they meet, their sheet, and who came."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_training.domain.make_up import MakeUpGroupRow
from jz_training.domain.paper_kind import FileForm
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.makeup.finish_dialog import FinishDialog
from jz_training.ui.makeup.group_dialog import GroupDialog, read_group_choices
from jz_training.ui.makeup.make_up_columns import group_columns, missed_columns, persons_of
from jz_training.ui.paper.offer import PaperOffer, show_paper
from jz_training.ui.statistics.rows_dialog import RowsDialog
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Table
from jz_training.ui.widgets.verb_button import verb_button, verb_line

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport


class GroupList(QWidget):
    """The table of groups with its verbs above.

    Signals: counted(int): how many groups still wait.
    """

    counted = Signal(int)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._wanted: UUID | None = None
        self._make_verbs()
        self._make_table()
        self._lay_out()
        self._enable()

    def refresh(self) -> None:
        """Read the groups again."""
        groups = self._ctx.desk.make_up_groups
        self._ctx.work.read(groups.list, self._show, owner=self, key="groups")

    def choose(self, group_id: UUID) -> None:
        """Choose a group as soon as it is shown."""
        self._wanted = group_id
        self.refresh()

    def row(self) -> MakeUpGroupRow | None:
        """Return the group with the cursor."""
        return self.table.current_row() if self.table.selected_ids() else None

    # --- construction --------------------------------------------------------------------------

    def _make_verbs(self) -> None:
        self.count = plain_label("", "small")
        self.members = verb_button("看名单", "list", self.show_members)
        self.sheet = verb_button("签到表", "printer", self.show_sheet)
        self.edit = verb_button("修改", "pencil", self.begin_change)
        self.finish = button("完成补学…", "primary")
        self.finish.clicked.connect(lambda: self.begin_finish())

    def _make_table(self) -> None:
        self.table: Table[MakeUpGroupRow] = Table(
            "make_up_groups", group_columns(), label="补学班", memory=self._ctx.memory
        )
        self.table.set_empty("还没有补学班。在“人员”里选中几个人，可以组成一个班一起补。")
        self.table.opened.connect(lambda _: self.show_members())
        self.table.selection_changed.connect(self._enable)
        for words, act, keys in (
            ("看名单", self.show_members, ""),
            ("签到表", self.show_sheet, "Ctrl+P"),
            ("修改…", self.begin_change, "F2"),
            ("完成补学…", self.begin_finish, ""),
            ("解散补学班", self.remove, "Del"),
        ):
            self.table.add_action(words, act, keys=keys)

    def _lay_out(self) -> None:
        verbs = (self.members, self.sheet, self.edit, self.finish)
        card = Card(padding=8)
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(verb_line(self.count, verbs))
        column.addWidget(card, 1)
        self.setFocusProxy(self.table)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, rows: tuple[MakeUpGroupRow, ...]) -> None:
        self.table.show_rows(rows, [row.id for row in rows])
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        waiting = sum(bool(row.waiting) for row in rows)
        self.count.setText(f"共 {len(rows)} 个补学班，{waiting} 个待补学" if rows else "")
        self._enable()
        self.counted.emit(waiting)

    def _enable(self) -> None:
        row, free = self.row(), not self._ctx.desk.read_only
        self.members.setEnabled(row is not None)
        self.sheet.setEnabled(row is not None)
        self.edit.setEnabled(row is not None and free)
        self.finish.setEnabled(row is not None and free and bool(row.waiting))

    # --- doing ---------------------------------------------------------------------------------

    def show_members(self) -> None:
        """Open the rows behind the number of a group."""
        row = self.row()
        if row is None:
            return
        columns = [column for column in missed_columns() if column.key not in ("required", "how")]
        title = f"{row.draft.title}：{persons_of(row)} 人，{len(row.members)} 人次"
        dialog = RowsDialog(
            self, title=title, columns=columns, rows=row.members, empty="这个班里没有人。"
        )
        dialog.lead_on(
            lambda member: self._ctx.open_page("training", training_id=member.training_id)
        )
        dialog.open()

    def show_sheet(self) -> None:
        """Show the sign-in sheet as it is printed."""
        row, desk = self.row(), self._ctx.desk
        if row is None:
            return

        def pdf(report: PaperReport) -> bytes:
            from jz_training.documents.makeup.group_sheet import group_sheet_pdf

            organiser = desk.settings.get().organiser
            return group_sheet_pdf(row, organiser=organiser, report=report)

        offer = PaperOffer(name=row.draft.title, word="签到表", forms={FileForm.PDF: pdf})
        show_paper(self._ctx, self, offer)

    def begin_change(self) -> None:
        """Open the dialog of the group with the cursor."""
        row, desk = self.row(), self._ctx.desk
        if row is not None and not desk.read_only:
            self._ctx.work.read(
                lambda: read_group_choices(desk),
                lambda choices: GroupDialog(
                    self._ctx, self, rows=row.members, choices=choices, group=row
                ).open(),
                owner=self,
                key="dialog",
            )

    def begin_finish(self) -> None:
        """Ask who came to the group with the cursor."""
        row = self.row()
        if row is not None and self.finish.isEnabled():
            FinishDialog(self._ctx, self, row).open()

    def remove(self) -> None:
        """Dissolve the group with the cursor; it can be undone."""
        row, groups = self.row(), self._ctx.desk.make_up_groups
        if row is not None and not self._ctx.desk.read_only:
            self._ctx.work.change(
                lambda: groups.remove(row.id),
                lambda _: self._ctx.toast(f"已解散“{row.draft.title}”。", undo=True),
                owner=self,
                kinds={kinds.ATTENDANCE},
            )
