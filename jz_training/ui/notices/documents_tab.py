"""材料: what is filed with a notice and its duties, as files or kept on paper."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from jz_training.domain.filing import FiledRow
from jz_training.labels.file_sizes import size_words
from jz_training.labels.filing import DOCUMENT_KINDS
from jz_training.ui.context import Context
from jz_training.ui.notices.document_changes import FILES, open_document, remove_document
from jz_training.ui.notices.document_dialog import DocumentDialog
from jz_training.ui.notices.notice_tab import NoticeTab
from jz_training.ui.plans.item_choices import duties_of
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.file_drop import take_files
from jz_training.ui.widgets.table import Cell, Column, Table
from jz_training.ui.widgets.when import day_words


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsRead:
    """The documents of a notice, and its duties in their order."""

    rows: tuple[FiledRow, ...]
    duties: tuple[tuple[UUID, str], ...]


class DocumentsTab(NoticeTab):
    """Lists the documents of a notice and takes new ones."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._notice_id: UUID | None = None
        self._titles: dict[UUID, str] = {}
        self._wanted: UUID | None = None
        self._make_buttons()
        self._make_table()
        self._lay_out()
        self._enable()

    # --- for the page --------------------------------------------------------------------------

    def show_notice(self, notice_id: UUID) -> None:
        """Show the documents of a notice, reading them from the desk."""
        self._notice_id = notice_id
        self.refresh()

    def refresh(self) -> None:
        """Read the documents again."""
        notice_id, desk = self._notice_id, self._ctx.desk
        if notice_id is None:
            return

        def read() -> DocumentsRead:
            return DocumentsRead(
                rows=desk.documents.of_notice(notice_id), duties=duties_of(desk, notice_id)
            )

        self._ctx.work.read(read, self._show, owner=self, key="documents")

    def begin(self) -> None:
        """Choose files to be filed."""
        if not self._ctx.desk.read_only:
            self.take(self._ctx.ask.open_files("添加材料", kinds=FILES))

    def take(self, files: list[Path]) -> None:
        """Ask what some files are and file them."""
        if files:
            self._ask(files=files)

    # --- construction --------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.count = plain_label("", "small")
        self.adding = self._verb("添加文件…", "plus", "Ctrl+N")
        self.paper = self._verb("登记纸质材料…", "file-text", "")
        self.opening = self._verb("打开", "external-link", "Enter")
        self.editing = self._verb("修改…", "pencil", "F2")
        self.removing = self._verb("移除", "trash-2", "Del")
        self.adding.clicked.connect(lambda: self.begin())
        self.paper.clicked.connect(lambda: self._ask())
        self.opening.clicked.connect(lambda: self._open())
        self.editing.clicked.connect(lambda: self.edit())
        self.removing.clicked.connect(lambda: self.remove())

    def _verb(self, word: str, icon: str, keys: str) -> QPushButton:
        made = button(word, tip=f"{word.rstrip('…')}（{keys}）" if keys else "")
        set_icon(made, icon)
        return made

    def _make_table(self) -> None:
        self.table: Table[FiledRow] = Table(
            "notice_documents",
            self._columns(),
            label="材料",
            tall=True,
            memory=self._ctx.memory,
        )
        self.table.set_empty("正在读取…")
        self.table.opened.connect(lambda _: self._open())
        self.table.selection_changed.connect(self._enable)
        self._open_entry = self.table.add_action("打开", self._open)
        self._entries = [
            self.table.add_action("修改…", self.edit, keys="F2"),
            self.table.add_action("移除", self.remove, keys="Del"),
        ]
        if not self._ctx.desk.read_only:
            take_files(self, self.take)

    def _columns(self) -> tuple[Column[FiledRow], ...]:
        return (
            Column(key="kind", title="类别", width=96,
                   cell=lambda row: Cell(DOCUMENT_KINDS[row.draft.kind], role="secondary")),
            Column(key="name", title="名称", width=240, stretch=True,
                   cell=lambda row: Cell(row.draft.name, second=_first_line(row.draft.note))),
            Column(key="number", title="文号", width=160,
                   cell=lambda row: Cell(row.draft.number, role="secondary")),
            Column(key="dated", title="日期", width=104, cell=self._day),
            Column(key="duty", title="对应的要求", width=220, cell=self._duty),
            Column(key="file", title="文件", width=112, cell=_file),
        )  # fmt: skip

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.count)
        line.addStretch(1)
        for made in (self.opening, self.editing, self.removing, self.paper, self.adding):
            line.addWidget(made)
        card = Card(padding=8)
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(line)
        column.addWidget(card, 1)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, found: DocumentsRead) -> None:
        self._titles = dict(found.duties)
        self._set_empty_words()
        self.table.show_rows(found.rows, [row.id for row in found.rows])
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        hint = "" if self._ctx.desk.read_only else "可以把文件拖到这里，一次多个也行。"
        self.count.setText(f"共 {len(found.rows)} 份　{hint}" if found.rows else "")
        self._enable()

    def _set_empty_words(self) -> None:
        if self._ctx.desk.read_only:
            self.table.set_empty("还没有材料。")
        else:
            words = "还没有材料。把文件拖到这里，一次多个也行。"
            self.table.set_empty(words, verb="添加文件", act=self.begin)

    def _day(self, row: FiledRow) -> Cell:
        today = self._ctx.desk.now().date()
        if row.draft.dated is None:
            filed = day_words(row.filed_on, today=today)
            return Cell("未填写", second=f"{filed}存入", role="faint")
        return Cell(day_words(row.draft.dated, today=today), role="secondary")

    def _duty(self, row: FiledRow) -> Cell:
        duty = row.draft.obligation_id
        title = self._titles.get(duty, "") if duty else ""
        return Cell(title or "—", role="secondary" if title else "faint", wrap=True)

    def _chosen(self) -> FiledRow | None:
        ids = self.table.selected_ids()
        row = self.table.current_row()
        return row if row is not None and ids == [row.id] else None

    def _enable(self) -> None:
        row, writes = self._chosen(), not self._ctx.desk.read_only
        has_file = row is not None and row.sha256 is not None
        self.opening.setEnabled(has_file)
        self._open_entry.setEnabled(has_file)
        for made in (self.editing, self.removing):
            made.setEnabled(row is not None and writes)
        for entry in self._entries:
            entry.setEnabled(row is not None and writes)
        for shown in (self.adding, self.paper, self.editing, self.removing):
            shown.setVisible(writes)

    # --- doing ---------------------------------------------------------------------------------

    def edit(self) -> None:
        """Change what is said of the document selected."""
        row = self._chosen()
        if row is not None and not self._ctx.desk.read_only:
            self._ask(row=row)

    def remove(self) -> None:
        """Take the document selected out."""
        row = self._chosen()
        if row is not None and not self._ctx.desk.read_only:
            remove_document(self._ctx, self, row)

    def _open(self) -> None:
        row = self._chosen()
        if row is not None and row.sha256 is None:
            self.edit()
        elif row is not None:
            open_document(self._ctx, self, row.id)

    def _ask(self, *, files: list[Path] | None = None, row: FiledRow | None = None) -> None:
        if self._notice_id is None:
            return
        dialog = DocumentDialog(
            self._ctx,
            self,
            notice_id=self._notice_id,
            duties=tuple(self._titles.items()),
            files=files or (),
            row=row,
        )
        dialog.saved.connect(self._want)
        dialog.open()

    def _want(self, document_id: UUID) -> None:
        self._wanted = document_id


def _file(row: FiledRow) -> Cell:
    """Return what kind of file there is and how big, or that there is only paper."""
    if row.sha256 is None:
        return Cell("仅纸质", role="faint")
    suffix = row.suffix.lstrip(".").upper() or "文件"
    return Cell(f"{suffix} {size_words(row.size)}", role="secondary")


def _first_line(text: str) -> str:
    return text.partition("\n")[0]
