"""The tab 宣传报道: what was published, entered on top, found below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from jz_training.domain.notice import NoticeRow
from jz_training.domain.publicity import Channel, Genre, PublicityDraft, PublicityRow
from jz_training.labels.notices import CHANNELS, GENRES
from jz_training.services.publicity import PublicityQuery
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.publicity.article_columns import article_columns, article_sort_key
from jz_training.ui.publicity.article_entry import ArticleEntry
from jz_training.ui.publicity.article_files import file_with
from jz_training.ui.publicity.links import open_link
from jz_training.ui.publicity.log_filters import LogFilters
from jz_training.ui.publicity.log_tab import LogTab
from jz_training.ui.publicity.publicity_dialog import ArticleChoices, PublicityDialog
from jz_training.ui.publicity.row_drop import take_files_on_rows
from jz_training.ui.widgets.table import Table
from jz_training.ui.widgets.word_box import WordBox

_KINDS = (kinds.PUBLICITY,)


class ArticlesTab(LogTab[PublicityRow]):
    """Enters publications in one line each and lists them, newest first."""

    entry: ArticleEntry

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, sort="day")
        self._choices = ArticleChoices()
        self._make_filters()
        self._make_entry()
        self._make_table()
        self.put_together()

    def refresh(self) -> None:
        """Read the list again, and what was used before."""
        query, desk, work = self.query(), self._ctx.desk, self._ctx.work
        work.read(lambda: desk.publicity.list(query), self.show_rows, owner=self, key="list")
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

    def _make_entry(self) -> None:
        self.entry = ArticleEntry(self._ctx)
        self.entry.ready.connect(self._add)

    def _make_table(self) -> None:
        self.table: Table[PublicityRow] = Table(
            "articles", article_columns(), label="宣传报道", memory=self._ctx.memory
        )
        for words, act, keys in (
            ("修改…", self.open_current, "F2"),
            ("打开链接", self._visit, "Ctrl+O"),
            ("加入附件…", self._choose_file, "Ctrl+U"),
            ("删除", self._remove, "Del"),
        ):
            self.table.add_action(words, act, keys=keys)
        if not self._ctx.desk.read_only:
            take_files_on_rows(self.table, self._file)

    # --- showing -------------------------------------------------------------------------------

    def is_filtered(self) -> bool:
        return self.query() != PublicityQuery()

    def sort_key(self, column: str) -> Callable[[PublicityRow], Any]:
        return article_sort_key(column)

    def id_of(self, row: PublicityRow) -> UUID:
        return row.id

    def count_words(self, rows: Sequence[PublicityRow]) -> str:
        return f"共 {len(rows)} 篇"

    def empty_words(self, *, filtered: bool) -> str:
        if filtered:
            return "没有符合条件的宣传报道。"
        return "还没有宣传报道。在上面填好标题，按回车就记下一条。"

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
        notices = self._choices.notices
        notice = draft.notice_id or self.notice_of_entry(notices)
        draft = replace(draft, notice_id=notice)
        self.entry.hold()

        def added(_: UUID) -> None:
            self.entry.release()
            self.entry.start_next()
            self.tell_entered(notices, notice)

        self._ctx.work.change(
            lambda: publicity.add(draft), added, owner=self, kinds=_KINDS, failed=self.refused
        )

    # --- one row -------------------------------------------------------------------------------

    def open_dialog(self, row: PublicityRow | None) -> PublicityDialog:
        notice = self.notice_of_entry(self._choices.notices)
        draft = row.draft if row else replace(self.entry.draft(), notice_id=notice)
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
