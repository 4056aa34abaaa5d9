"""通知: every notice taken in, with how many of its demands are met; the way in for new ones."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from jz_training.domain.notice import NoticeRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.notices.notice_changes import remove_notice
from jz_training.ui.notices.notice_intake import KINDS, NoticeIntake
from jz_training.ui.notices.notices_columns import holds, notice_columns, sort_key
from jz_training.ui.notices.paste_dialog import LEAST, PasteDialog
from jz_training.ui.page import Page
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.file_drop import take_file
from jz_training.ui.widgets.table import Table


class NoticesPage(Page):
    """Lists notices, newest first; `show_for(take="file")` or `"text"` begins with a new one."""

    kinds: ClassVar[frozenset[str]] = kinds.EVIDENCE

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="通知")
        self._rows: tuple[NoticeRow, ...] = ()
        self._sort, self._descending = "day", True
        self.intake = NoticeIntake(ctx, self)
        if not ctx.desk.read_only:
            self._make_actions()
        self._make_filter()
        self._make_table()

    def show_for(self, **what: object) -> None:
        """Show the list; with `take` go on to a new notice at once."""
        self.refresh()
        self.table.setFocus()
        act = {"file": self.choose_file, "text": self.paste}.get(str(what.get("take")))
        if act is not None and not self.ctx.desk.read_only:
            act()

    def refresh(self) -> None:
        """Read the list again."""
        self.ctx.work.read(self.ctx.desk.notices.list, self.show_list, owner=self, key="list")

    # --- construction --------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.add_action(
            "粘贴文字", self.paste, icon="clipboard-list", keys="Ctrl+Shift+V", writes=True
        )
        self.add_action(
            "导入通知", self.choose_file, primary=True, icon="upload", keys="Ctrl+N", writes=True
        )
        take_file(self, self.intake.take_file)

    def _make_filter(self) -> None:
        self.text = QLineEdit()
        self.text.setPlaceholderText("标题、文号、发文单位")
        self.text.setAccessibleName("筛选通知")
        self.text.setClearButtonEnabled(True)
        self.text.setFixedWidth(theme().sizes.of(260))
        self.text.textChanged.connect(lambda _: self._show())
        self.count = plain_label("", "small")
        self.add_filter(self.text)
        self.add_filter_note(self.count)

    def _make_table(self) -> None:
        self.table: Table[NoticeRow] = Table(
            "notices",
            notice_columns(lambda: self.ctx.desk.now().date()),
            label="通知",
            tall=True,
            memory=self.ctx.memory,
        )
        self.table.show_sorted(self._sort, descending=True)
        self.table.set_empty("正在读取…")
        self.table.opened.connect(self._open)
        self.table.sort_requested.connect(self._sort_by)
        self.table.add_action("打开", self._open_current)
        if not self.ctx.desk.read_only:
            self.table.add_action("删除通知…", self._remove, keys="Del")
        card = Card(padding=8)
        card.add(self.table, 1)
        self.body.addWidget(card, 1)

    # --- showing -------------------------------------------------------------------------------

    def show_list(self, rows: tuple[NoticeRow, ...]) -> None:
        """Show other notices, as far as they fit the filter."""
        self._rows = rows
        self._show()

    def _show(self) -> None:
        text = self.text.text()
        shown = [row for row in self._rows if holds(row, text)]
        shown.sort(key=sort_key(self._sort), reverse=self._descending)
        self._set_empty_words(filtered=bool(text.strip()))
        self.table.show_rows(shown, [row.id for row in shown])
        self.count.setText(f"共 {len(shown)} 份")

    def _set_empty_words(self, *, filtered: bool) -> None:
        if filtered:
            self.table.set_empty("没有符合条件的通知。", verb="清除筛选", act=self.text.clear)
        elif self.ctx.desk.read_only:
            self.table.set_empty("还没有通知。")
        else:
            words = "还没有通知。把上级的通知拖到这里，或者导入文件，程序会读出其中的要求。"
            self.table.set_empty(words, verb="导入通知", act=self.choose_file)

    def _sort_by(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self._show()

    # --- doing ---------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a file and take it in."""
        path = self.ctx.ask.open_file("导入通知", kinds=KINDS)
        if path is not None:
            self.intake.take_file(path)

    def paste(self) -> None:
        """Take in what is on the clipboard; when that is no notice, ask for the words."""
        text = QGuiApplication.clipboard().text()
        if len(text.strip()) >= LEAST:
            self.intake.take_text(text)
            return
        dialog = PasteDialog(self, text.strip())
        dialog.taken.connect(self.intake.take_text)
        dialog.open()

    def _open(self, notice_id: UUID) -> None:
        self.ctx.open_page("notice", notice_id=notice_id)

    def _open_current(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._open(row.id)

    def _remove(self) -> None:
        row = self.table.current_row()
        if row is not None:
            remove_notice(self.ctx, self, row.id, title=row.title, obligations=row.obligations)
