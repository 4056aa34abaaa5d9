"""Who missed what: found by filters, several chosen at once, entered or put into a group."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_training.domain.make_up import MissedRow
from jz_training.domain.paper_kind import FileForm
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.makeup.group_dialog import GroupChoices, GroupDialog, read_group_choices
from jz_training.ui.makeup.make_up_columns import missed_columns
from jz_training.ui.makeup.make_up_dialog import MakeUpDialog
from jz_training.ui.makeup.make_up_evidence import show_evidence
from jz_training.ui.makeup.missed_filters import MissedChoices, MissedFilters, read_choices
from jz_training.ui.paper.offer import PaperOffer, save_paper, show_paper
from jz_training.ui.style.text import button, plain_label, plain_tip
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Table
from jz_training.ui.widgets.verb_button import verb_button, verb_line

if TYPE_CHECKING:
    from jz_training.documents.drawing.paper_report import PaperReport


class MissedList(QWidget):
    """The table of who missed what, with its filters above and its verbs between.

    Signals: counted(int): how many rows there are; grouped(UUID): a group was made.
    """

    counted = Signal(int)
    grouped = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.filters = MissedFilters(ctx)
        self.filters.changed.connect(self.refresh)
        self._make_verbs()
        self._make_table()
        self._lay_out()
        self._enable()

    def refresh(self) -> None:
        """Read the list again, and what the filters offer."""
        query, desk, work = self.filters.query(), self._ctx.desk, self._ctx.work
        work.read(lambda: read_choices(desk), self._offer, owner=self, key="choices")
        work.read(
            lambda: (desk.make_ups.missed(query), desk.make_ups.count(query)),
            lambda found: self._show(*found),
            owner=self,
            key="list",
        )

    def chosen(self) -> list[MissedRow]:
        """Return the rows selected, in the order shown."""
        rows = map(self.table.model.row_at, map(self.table.model.place_of, self._chosen_ids()))
        return [row for row in rows if row is not None]

    # --- construction --------------------------------------------------------------------------

    def _make_verbs(self) -> None:
        self.count = plain_label("", "small")
        self.export = verb_button("导出名单", "file-spreadsheet", self._export)
        self.group = verb_button("组成补学班…", "users", self.begin_group)
        plain_tip(self.group, "没有选中人时，按缺得最多的一场建议")
        self.record = button("登记补学…", "primary", tip="登记补学（F2）")
        self.record.clicked.connect(lambda: self.begin_record())

    def _make_table(self) -> None:
        self.table: Table[MissedRow] = Table(
            "missed",
            missed_columns(),
            row_id=lambda row: row.attendee_id,
            label="缺课人员",
            memory=self._ctx.memory,
        )
        self.table.opened.connect(lambda _: self.begin_record())
        self.table.selection_changed.connect(self._enable)
        self.table.view.clicked.connect(self._click)
        for words, act, keys in (
            ("登记补学…", self.begin_record, "F2"),
            ("组成补学班…", self.begin_group, ""),
            ("打开场次", self._open_training, "Ctrl+J"),
            ("看补学材料", self.show_evidence, ""),
            ("这一场的补学记录表", self.show_record_form, ""),
            ("删除补学", self.remove, "Del"),
        ):
            self.table.add_action(words, act, keys=keys)

    def _lay_out(self) -> None:
        verbs = (self.export, self.group, self.record)
        card = Card(padding=8)
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.filters)
        column.addLayout(verb_line(self.count, verbs))
        column.addWidget(card, 1)
        self.setFocusProxy(self.table)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, rows: tuple[MissedRow, ...], count: int) -> None:
        if self.filters.is_set:
            self.table.set_empty(
                "没有符合条件的缺课人员。", verb="清除筛选", act=self.filters.clear
            )
        else:
            self.table.set_empty("没有人缺课。考勤记为请假或缺席的，会列在这里等着补学。")
        self.table.show_rows(rows, [row.attendee_id for row in rows])
        self._count_words(rows, count)
        self._enable()
        self.counted.emit(count)

    def _count_words(self, rows: tuple[MissedRow, ...], count: int) -> None:
        persons = len({row.person_id or row.attendee_id for row in rows})
        if count > len(rows):
            self.count.setText(f"共 {count} 人次，列出最近的 {len(rows)} 人次")
        else:
            self.count.setText(f"共 {count} 人次，{persons} 人" if rows else "")

    def _offer(self, choices: MissedChoices) -> None:
        self.filters.offer(choices)

    def _enable(self) -> None:
        rows, free = self.chosen(), not self._ctx.desk.read_only
        waiting = bool(rows) and not any(row.done for row in rows)
        self.group.setEnabled(free and (waiting or not rows))
        self.record.setEnabled(free and (waiting or len(rows) == 1))
        self.record.setText("修改补学…" if len(rows) == 1 and rows[0].done else "登记补学…")
        self.export.setEnabled(self.table.model.rowCount() > 0)

    def _chosen_ids(self) -> list[UUID]:
        return self.table.selected_ids()

    # --- doing ---------------------------------------------------------------------------------

    def begin_record(self) -> None:
        """Open the dialog for the rows selected."""
        if self.record.isEnabled():
            MakeUpDialog(self._ctx, self, self.chosen()).open()

    def begin_group(self) -> None:
        """Make a group of the rows selected; with none, of most who still miss the same thing."""
        chosen, desk, query = self.chosen(), self._ctx.desk, self.filters.query()
        if not self.group.isEnabled():
            return

        def read() -> tuple[tuple[MissedRow, ...], GroupChoices]:
            proposed = () if chosen else desk.make_up_groups.propose(query)
            rows = proposed[0].members if proposed else tuple(chosen)
            return rows, read_group_choices(desk)

        self._ctx.work.read(read, lambda found: self._open_group(*found), owner=self, key="group")

    def _open_group(self, rows: tuple[MissedRow, ...], choices: GroupChoices) -> None:
        if not rows:
            self._ctx.toast("列出的人都已经补学或已经安排，不用再组班。")
            return
        dialog = GroupDialog(self._ctx, self, rows=rows, choices=choices)
        dialog.saved.connect(self.grouped)
        dialog.open()

    def remove(self) -> None:
        """Take the make-ups of the rows selected out; it can be undone."""
        made = [row.make_up_id for row in self.chosen() if row.make_up_id is not None]
        if made and not self._ctx.desk.read_only:
            make_ups = self._ctx.desk.make_ups
            self._ctx.work.change(
                lambda: make_ups.remove(made),
                lambda _: self._ctx.toast(f"已删除 {len(made)} 人次补学。", undo=True),
                owner=self,
                kinds={kinds.ATTENDANCE, kinds.DOCUMENTS},
            )

    def show_evidence(self) -> None:
        """Open the documents behind the number of the row with the cursor."""
        row = self.table.current_row()
        if row is not None:
            show_evidence(self._ctx, self, row)

    def show_record_form(self) -> None:
        """Show who missed the training of the row with the cursor, as it is printed and signed."""
        row, desk = self.table.current_row(), self._ctx.desk
        if row is None:
            return

        def pdf(report: PaperReport) -> bytes:
            from jz_training.documents.makeup.record import make_up_record_pdf

            draft = desk.trainings.get(row.training_id).draft
            return make_up_record_pdf(
                desk.make_ups.of_training(row.training_id),
                title=draft.title,
                start=draft.start,
                organiser=draft.organiser or desk.settings.get().organiser,
                as_of=desk.now().date(),
                report=report,
            )

        offer = PaperOffer(name=row.title, word="补学记录表", forms={FileForm.PDF: pdf})
        show_paper(self._ctx, self, offer)

    def _click(self, index: QModelIndex) -> None:
        if self.table.model.columns[index.column()].key == "evidence":
            self.show_evidence()

    def _open_training(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._ctx.open_page("training", training_id=row.training_id, tab="attendance")

    def _export(self) -> None:
        query, desk, asked = self.filters.query(), self._ctx.desk, self.filters.words()

        def xlsx(report: PaperReport) -> bytes:
            from dataclasses import replace

            from jz_training.documents.makeup.missed_xlsx import missed_xlsx

            rows = desk.make_ups.missed(replace(query, limit=None))
            organiser = desk.settings.get().organiser
            return missed_xlsx(rows, organiser=organiser, as_of=desk.now().date(), asked=asked)

        offer = PaperOffer(name="", word="补学名单", forms={FileForm.EXCEL: xlsx})
        save_paper(self._ctx, self, offer, FileForm.EXCEL)
