"""任务书: every duty over the whole width with its state and gap; the one chosen in full below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout

from jz_training.domain.evidence import Evidence
from jz_training.domain.obligation import ObligationKind
from jz_training.domain.task_book import Duty, TaskBook
from jz_training.ui.context import Context
from jz_training.ui.notices.book_columns import book_columns
from jz_training.ui.notices.book_exports import save_book, show_book
from jz_training.ui.notices.book_filter import BookFilter
from jz_training.ui.notices.count_in_dialog import CountInDialog
from jz_training.ui.notices.day_dialog import DayDialog
from jz_training.ui.notices.document_changes import FILES
from jz_training.ui.notices.document_dialog import DocumentDialog
from jz_training.ui.notices.duty_acts import confirm, count_in, report, take_out
from jz_training.ui.notices.duty_changes import DutyChanges, short
from jz_training.ui.notices.duty_detail import DutyDetail
from jz_training.ui.notices.duty_task import open_duty_task
from jz_training.ui.notices.evidence_opening import open_evidence
from jz_training.ui.notices.notice_tab import NoticeTab
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.file_drop import take_files
from jz_training.ui.widgets.table import Table


class TaskBookTab(NoticeTab):
    """The duties of a notice, how they stand and by what."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._notice_id: UUID | None = None
        self._wanted: UUID | None = None
        self.book: TaskBook | None = None
        self.changes = DutyChanges(ctx, self)
        self._make_filter()
        self._make_table()
        self._make_detail()
        self._lay_out()

    # --- for the page --------------------------------------------------------------------------

    def show_notice(self, notice_id: UUID) -> None:
        """Show the task book of a notice, reading it from the desk."""
        if notice_id != self._notice_id:
            self._notice_id, self.book = notice_id, None
            self.filter.clear()
        self.refresh()

    def refresh(self) -> None:
        """Read the task book again; the duty chosen stays chosen."""
        notice_id, duties = self._notice_id, self._ctx.desk.duties
        if notice_id is not None:
            self._ctx.work.read(lambda: duties.book(notice_id), self._take, owner=self, key="book")

    def show_duty(self, obligation_id: UUID) -> None:
        """Choose a duty as soon as it is there, whatever the filters say."""
        self._wanted = obligation_id
        self._choose_wanted()

    def show_paper(self) -> None:
        """Show the task book as it will be printed."""
        if self.book is not None:
            show_book(self._ctx, self, self.book)

    def focus_filter(self) -> None:
        """Put the cursor into the choices above the table."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin(self) -> None:
        """Ask for a duty that has no words of the notice."""
        notice_id, notices = self._notice_id, self._ctx.desk.notices
        if notice_id is not None and not self._ctx.desk.read_only:
            self._ctx.work.read(
                lambda: notices.get(notice_id), self.changes.add_by_hand, owner=self, key="add"
            )

    # --- construction --------------------------------------------------------------------------

    def _make_filter(self) -> None:
        self.filter = BookFilter()
        self.filter.changed.connect(self._show)
        self.export = button("导出任务书")
        set_icon(self.export, "download")
        menu = QMenu(self)
        menu.addAction("预览打印\tCtrl+P", self.show_paper)
        menu.addAction("导出 Excel", self.save)
        self.export.setMenu(menu)

    def _make_table(self) -> None:
        self.table: Table[Duty] = Table(
            "task_book",
            book_columns(lambda: self._ctx.desk.now().date(), self._number),
            row_id=lambda duty: duty.obligation.id,
            label="任务书",
            tall=True,
            memory=self._ctx.memory,
        )
        self.table.set_empty("正在读取…")
        self.table.selection_changed.connect(self._show_detail)
        self.table.opened.connect(lambda _: self._do("edit"))
        if not self._ctx.desk.read_only:
            for words, key, keys in (
                ("修改要求…", "edit", "F2"),
                ("计入…", "count", ""),
                ("归档材料…", "file", ""),
                ("新增任务…", "task", ""),
            ):
                self.table.add_action(words, partial(self._do, key), keys=keys)

    def _make_detail(self) -> None:
        self.detail = DutyDetail(self._ctx)
        self.detail.asked.connect(self._do)
        self.detail.opened.connect(self._open)
        self.detail.taken_out.connect(self._take_out)
        self.changes.added.connect(self.show_duty)
        if not self._ctx.desk.read_only:
            take_files(self.detail, self._file)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.filter)
        line.addStretch(1)
        line.addWidget(self.export)
        card = Card(padding=8)
        card.add(self.table, 1)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setHandleWidth(theme().sizes.gap)
        self.split.setChildrenCollapsible(False)
        for at, (part, share) in enumerate(((card, 55), (self.detail, 45))):
            self.split.addWidget(part)
            self.split.setStretchFactor(at, share)
        self.split.setSizes([550, 450])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(line)
        column.addWidget(self.split, 1)

    # --- showing -------------------------------------------------------------------------------

    def _take(self, book: TaskBook) -> None:
        self.book = book
        self.filter.show_counts(book.duties, book.as_of)
        self._show()
        self._choose_wanted()

    def _show(self) -> None:
        if self.book is None:
            self.table.show_rows((), ())
            return
        self.filter.show_counts(self.book.duties, self.book.as_of)
        rows = self.filter.kept(self.book.duties, self.book.as_of)
        self._set_empty_words()
        self.table.show_rows(rows, [duty.obligation.id for duty in rows])
        if rows and self._chosen() is None:
            self.table.select(rows[0].obligation.id)
        self._show_detail()

    def _set_empty_words(self) -> None:
        if self.filter.is_set:
            self.table.set_empty("没有符合条件的要求。", verb="全部显示", act=self.filter.clear)
        else:
            self.table.set_empty("还没有要求。在“原文与要求”里选中文字，可以新增要求。")

    def _choose_wanted(self) -> None:
        if self._wanted is None or self.book is None:
            return
        if not self.table.select(self._wanted):
            self.filter.clear()
        if self.table.select(self._wanted):
            self._wanted = None
            self.table.setFocus()

    def _show_detail(self) -> None:
        self.detail.show_duty(self._chosen())

    def _chosen(self) -> Duty | None:
        """Return the duty that is selected, as it was read last."""
        ids = self.table.selected_ids()
        duties = self.book.duties if self.book else ()
        return next((one for one in duties if ids[:1] == [one.obligation.id]), None)

    def _number(self, duty: Duty) -> int:
        duties = self.book.duties if self.book else ()
        ids = [one.obligation.id for one in duties]
        return ids.index(duty.obligation.id) + 1 if duty.obligation.id in ids else 0

    # --- doing ---------------------------------------------------------------------------------

    def save(self) -> None:
        """Save the task book as a workbook."""
        if self.book is not None:
            save_book(self._ctx, self, self.book)

    def _do(self, what: str) -> None:
        duty = self._chosen()
        if duty is None or self._ctx.desk.read_only:
            return
        acts: dict[str, Callable[[Duty], None]] = {
            "count": self._count_in,
            "file": self._choose_files,
            "task": lambda duty: open_duty_task(self._ctx, self, duty.obligation),
            "judge": self._judge,
            "report": self._report,
            "articles": partial(self._enter_in, "articles"),
            "talks": partial(self._enter_in, "talks"),
            "edit": lambda duty: self.changes.edit(duty.obligation),
        }
        acts[what](duty)

    def _open(self, one: Evidence) -> None:
        if self._notice_id is not None:
            open_evidence(self._ctx, self, one, notice_id=self._notice_id)

    def _take_out(self, one: Evidence) -> None:
        duty = self._chosen()
        if duty is not None:
            take_out(self._ctx, self, duty.obligation, one)

    def _count_in(self, duty: Duty) -> None:
        row, duties = duty.obligation, self._ctx.desk.duties

        def offer(rows: tuple[Evidence, ...]) -> None:
            dialog = CountInDialog(self._ctx, self, title=short(row.title), rows=rows)
            dialog.chosen.connect(lambda picked: count_in(self._ctx, self, row, picked))
            dialog.open()

        self._ctx.work.read(lambda: duties.candidates(row.id), offer, owner=self, key="candidates")

    def _enter_in(self, tab: str, duty: Duty) -> None:
        """Go to where publications or talks of the notice are entered."""
        self._ctx.open_page("publicity", tab=tab, notice_id=duty.obligation.notice_id)

    def _judge(self, duty: Duty) -> None:
        row = duty.obligation
        if row.draft.kind is ObligationKind.REPORT:
            self._report(duty)
        else:
            on = None if row.confirmed_on else self._ctx.desk.now().date()
            confirm(self._ctx, self, row, on)

    def _report(self, duty: Duty) -> None:
        row = duty.obligation
        if row.reported_on is not None:
            report(self._ctx, self, row, None)
            return
        dialog = DayDialog(
            self._ctx, self, title=f"登记“{short(row.title)}”的报送", label="报送日期"
        )
        dialog.chosen.connect(lambda day: report(self._ctx, self, row, day))
        dialog.open()

    def _choose_files(self, _: Duty) -> None:
        self._file(self._ctx.ask.open_files("归档材料", kinds=FILES))

    def _file(self, files: list[Path]) -> None:
        duty = self._chosen()
        if duty is None or not files or self.book is None:
            return
        row = duty.obligation
        DocumentDialog(
            self._ctx,
            self,
            notice_id=row.notice_id,
            duties=[(one.obligation.id, one.obligation.title) for one in self.book.duties],
            files=files,
            obligation_id=row.id,
        ).open()
