"""The tab 宣传报道: what was published, entered on top, found below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jz_training.domain.notice import NoticeRow
from jz_training.domain.publicity import Channel, Genre, PublicityDraft, PublicityRow
from jz_training.errors import JzError
from jz_training.labels.notices import CHANNELS, GENRES
from jz_training.services.publicity import PublicityQuery
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.publicity.article_columns import article_columns, article_sort_key
from jz_training.ui.publicity.article_entry import ArticleEntry
from jz_training.ui.publicity.article_files import file_with
from jz_training.ui.publicity.links import open_link
from jz_training.ui.publicity.log_filters import LogFilters
from jz_training.ui.publicity.publicity_dialog import ArticleChoices, PublicityDialog
from jz_training.ui.publicity.row_drop import take_files_on_rows
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.table import Table
from jz_training.ui.widgets.word_box import WordBox

_KINDS = (kinds.PUBLICITY,)


class ArticlesTab(QWidget):
    """Enters publications in one line each and lists them, newest first.

    Signals: shown(int): how many publications there are under no filter, None under one.
    """

    shown = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._rows: tuple[PublicityRow, ...] = ()
        self._choices = ArticleChoices()
        self.wanted: object = None
        self._sort, self._descending = "day", True
        self._make_filters()
        self._make_entry()
        self._make_table()
        self._lay_out()

    def refresh(self) -> None:
        """Read the list again, and what was used before."""
        query, desk, work = self.query(), self._ctx.desk, self._ctx.work
        work.read(lambda: desk.publicity.list(query), self._show, owner=self, key="list")
        work.read(self._read_choices, self._offer, owner=self, key="choices")

    def query(self) -> PublicityQuery:
        """Return what the filters mean."""
        period = self.filters.period.value()
        return PublicityQuery(
            notice_id=self.filters.notice.value(),
            channel=self.channel.value(),
            genre=self.genre.value(),
            start=period.start if period else None,
            end=period.end if period else None,
            text=self.filters.text.text(),
        )

    def show_period(self, start: date, end: date) -> None:
        """Show what was published between two days, both included."""
        self.filters.show_period(start, end)

    def focus_entry(self) -> None:
        """Put the cursor where a publication begins."""
        self.entry.focus_first()

    def open_current(self) -> None:
        """Open the dialog of the row with the cursor."""
        row = self.table.current_row()
        if row is not None and not self._ctx.desk.read_only:
            self._dialog(row.draft, row)

    # --- construction --------------------------------------------------------------------------

    def _make_filters(self) -> None:
        work = self._ctx.work
        self.channel: WordBox[Channel] = WordBox(CHANNELS, work, everything="全部渠道")
        self.genre: WordBox[Genre] = WordBox(GENRES, work, everything="全部类别")
        self.channel.setAccessibleName("渠道")
        self.genre.setAccessibleName("类别")
        self.filters = LogFilters(
            self._ctx,
            hint="标题、刊登处、作者",
            label="筛选宣传报道",
            boxes=(self.channel, self.genre),
        )
        self.filters.changed.connect(self.refresh)

    def _make_entry(self) -> None:
        self.entry = ArticleEntry(self._ctx)
        self.entry.ready.connect(self._add)
        self.entry.more_asked.connect(self._open_new)
        if self._ctx.desk.read_only:
            self.entry.hide()

    def _make_table(self) -> None:
        self.table: Table[PublicityRow] = Table(
            "articles", article_columns(), label="宣传报道", memory=self._ctx.memory
        )
        self.table.show_sorted("day", descending=True)
        self.table.opened.connect(lambda _: self.open_current())
        self.table.sort_requested.connect(self._sort_by)
        for words, act, keys in (
            ("修改…", self.open_current, "F2"),
            ("打开链接", self._visit, "Ctrl+O"),
            ("加入附件…", self._choose_file, "Ctrl+U"),
            ("删除", self._remove, "Del"),
        ):
            self.table.add_action(words, act, keys=keys)
        if not self._ctx.desk.read_only:
            take_files_on_rows(self.table, self._file)

    def _lay_out(self) -> None:
        card = Card(padding=8)
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.entry)
        column.addWidget(self.filters)
        column.addWidget(card, 1)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, rows: tuple[PublicityRow, ...]) -> None:
        key = article_sort_key(self._sort)
        self._rows = tuple(sorted(rows, key=key, reverse=self._descending))
        filtered = self.query() != PublicityQuery()
        if filtered:
            self.table.set_empty(
                "没有符合条件的宣传报道。", verb="清除筛选", act=self.filters.clear
            )
        else:
            self.table.set_empty("还没有宣传报道。在上面填好标题，按回车就记下一条。")
        self.table.show_rows(self._rows, [row.id for row in self._rows])
        self._choose_wanted()
        self.filters.count.setText(f"共 {len(rows)} 篇")
        self.shown.emit(None if filtered else len(rows))

    def _choose_wanted(self) -> None:
        """Choose the row that was asked for; what stands in no list is forgotten."""
        if self.wanted is not None and self.table.select(self.wanted):
            self.table.setFocus()
        self.wanted = None

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self._show(self._rows)

    def _read_choices(self) -> ArticleChoices:
        desk = self._ctx.desk
        notices: Sequence[NoticeRow] = desk.notices.list()
        return ArticleChoices(
            outlets=desk.publicity.outlets(), authors=desk.publicity.authors(), notices=notices
        )

    def _offer(self, choices: ArticleChoices) -> None:
        self._choices = choices
        self.entry.offer(choices.outlets)
        self.filters.offer_notices(choices.notices)

    # --- entering ------------------------------------------------------------------------------

    def _add(self, draft: PublicityDraft) -> None:
        publicity = self._ctx.desk.publicity
        shown = self.filters.notice.value()  # what is entered belongs where it is looked at
        draft = replace(draft, notice_id=draft.notice_id or shown)
        self.entry.hold()
        self._ctx.work.change(
            lambda: publicity.add(draft), self._added, owner=self, kinds=_KINDS,
            failed=self._refused,
        )  # fmt: skip

    def _added(self, publicity_id: UUID) -> None:
        self.entry.release()
        self.entry.start_next()

    def _refused(self, error: JzError) -> bool:
        self.entry.release()
        return self.entry.show_error(error)

    # --- one row -------------------------------------------------------------------------------

    def _open_new(self) -> None:
        shown = self.filters.notice.value()
        dialog = self._dialog(replace(self.entry.draft(), notice_id=shown), None)
        dialog.saved.connect(lambda _: self.entry.start_next())

    def _dialog(self, draft: PublicityDraft, row: PublicityRow | None) -> PublicityDialog:
        dialog = PublicityDialog(self._ctx, self, choices=self._choices, draft=draft, row=row)
        dialog.open()
        return dialog

    def _visit(self) -> None:
        row = self.table.current_row()
        if row is not None and not open_link(row.draft.link):
            self._ctx.toast("这一条没有可以打开的网页链接。")

    def _choose_file(self) -> None:
        row = self.table.current_row()
        if row is not None and not self._ctx.desk.read_only:
            path = self._ctx.ask.open_file("加入附件", kinds="所有文件 (*)")
            if path is not None:
                self._file(row.id, [path])

    def _file(self, publicity_id: UUID, paths: list[Path]) -> None:
        row = next((row for row in self._rows if row.id == publicity_id), None)
        if row is not None:
            file_with(self._ctx, self, row.id, paths, title=row.draft.title)

    def _remove(self) -> None:
        row, publicity = self.table.current_row(), self._ctx.desk.publicity
        if row is not None and not self._ctx.desk.read_only:
            self._ctx.work.change(
                lambda: publicity.remove(row.id),
                lambda _: self._ctx.toast(f"已删除“{row.draft.title}”。", undo=True),
                owner=self,
                kinds=(*_KINDS, kinds.DOCUMENTS),
            )
