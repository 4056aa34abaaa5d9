"""上级表格: the superior's own forms, kept once, tied once, filled whenever they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from jz_training.domain.superior_form import FormFile, SuperiorFormRow
from jz_training.labels.superior_forms import FORM_KINDS
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.paper.desktop import open_in_system
from jz_training.ui.side_tab import SideTab, TabAction
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import plain_label
from jz_training.ui.superior_forms.fill_dialog import FillDialog
from jz_training.ui.superior_forms.form_dialog import FormDialog
from jz_training.ui.superior_forms.form_reading import KeptForm, kept_form, read_kept
from jz_training.ui.superior_forms.mapper_dialog import MapperDialog
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.file_drop import take_file
from jz_training.ui.widgets.table import Cell, Column, Table
from jz_training.ui.widgets.verb_button import verb_button, verb_line

FILES = "上级表格 (*.xlsx *.xlsm *.docx);;所有文件 (*)"
_KINDS = (kinds.REPORTS, kinds.DOCUMENTS)


class FormsTab(SideTab):
    """The list of forms; Enter fills the one with the cursor. A file dropped here is a new one."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self.rows: tuple[SuperiorFormRow, ...] = ()
        self._wanted: UUID | None = None
        self._make_table()
        self._make_verbs()
        self._lay_out()
        if not ctx.desk.read_only:
            take_file(self, self.add)
        self._enable()

    # --- for the page ------------------------------------------------------------------------

    def actions_wanted(self) -> tuple[TabAction, ...]:
        if self._ctx.desk.read_only:
            return ()
        return (TabAction(text="新增上级表格…", act=self.begin, icon="plus", primary=True),)

    def refresh(self) -> None:
        self._ctx.work.read(self._ctx.desk.superior_forms.list, self._show, owner=self, key="forms")

    def begin(self) -> None:
        """Ask for the superior's file."""
        if not self._ctx.desk.read_only:
            path = self._ctx.ask.open_file("选择上级发来的表格", kinds=FILES)
            if path is not None:
                self.add(path)

    def focus_rows(self) -> None:
        QTimer.singleShot(0, self, lambda: self.table.setFocus())

    # --- construction ------------------------------------------------------------------------

    def _make_table(self) -> None:
        columns: tuple[Column[SuperiorFormRow], ...] = (
            Column(key="name", title="表格", cell=lambda row: row.name, stretch=True),
            Column(key="superior", title="上级单位", cell=lambda row: row.superior, width=220),
            Column(key="kind", title="文件", cell=_kind, width=120),
            Column(key="ties", title="填写内容", cell=_ties, width=120),
        )
        self.table: Table[SuperiorFormRow] = Table(
            "superior_forms", columns, label="上级表格", memory=self._ctx.memory
        )
        self.table.set_empty(
            "还没有上级表格。把上级发来的 Excel 或 Word 表格拖到这里，"
            "指定一次每个空格填什么，以后每次自动填好。",
            verb="选择文件…",
            act=self.begin,
        )
        self.table.opened.connect(lambda _: self.fill())
        self.table.selection_changed.connect(self._enable)

    def _make_verbs(self) -> None:
        self.count = plain_label("", "small")
        told = (
            ("填写…", "file-spreadsheet", self.fill, "Ctrl+J"),
            ("设置填写内容…", "settings", self.map, "Ctrl+E"),
            ("修改名称…", "pencil", self.rename, "F2"),
            ("更换文件…", "upload", self.replace, "Ctrl+U"),
            ("打开原表", "external-link", self.open_file, "Ctrl+O"),
            ("删除", "trash-2", self.remove, "Del"),
        )
        self.verbs = [verb_button(word, icon, act, keys=keys) for word, icon, act, keys in told]
        for word, _, act, keys in told:
            self.table.add_action(word, act, keys=keys)

    def _lay_out(self) -> None:
        card = Card(padding=8)
        card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().sizes.gap)
        column.addLayout(verb_line(self.count, self.verbs))
        column.addWidget(card, 1)

    # --- showing -----------------------------------------------------------------------------

    def _show(self, rows: tuple[SuperiorFormRow, ...]) -> None:
        self.rows = rows
        self.table.show_rows(rows, [row.id for row in rows])
        if self._wanted is not None and self.table.select(self._wanted):
            self._wanted = None
        elif rows and not self.table.selected_ids():
            self.table.select(rows[0].id)
        self.count.setText(f"共 {len(rows)} 份" if rows else "")
        self.counted.emit(len(rows))
        self._enable()

    def row(self) -> SuperiorFormRow | None:
        """Return the form with the cursor."""
        return self.table.current_row() if self.table.selected_ids() else None

    def _enable(self) -> None:
        chosen, free = self.row() is not None, not self._ctx.desk.read_only
        for made in self.verbs:
            may = made is self.verbs[0] or made is self.verbs[4] or free
            made.setEnabled(chosen and may)

    # --- doing -------------------------------------------------------------------------------

    def add(self, path: Path) -> None:
        """Read a file and, when it can be filled, ask what it is called; then tie it."""
        self._read_file(path, lambda _: self._enter(path))

    def fill(self) -> None:
        """Fill the form with the cursor; one that nothing is tied to is tied first."""
        row = self.row()
        if row is None:
            return
        if not row.ties.count and not self._ctx.desk.read_only:
            self.map()
            return
        FillDialog(self._ctx, self, row).open()

    def map(self) -> None:
        """Open the form with the cursor to tie our figures to it."""
        row = self.row()
        if row is not None and not self._ctx.desk.read_only:
            self._open_mapper(row.id)

    def rename(self) -> None:
        """Change the name of the form with the cursor and whose it is."""
        row = self.row()
        if row is not None and not self._ctx.desk.read_only:
            FormDialog(self._ctx, self, row=row, superiors=self._superiors()).open()

    def replace(self) -> None:
        """Give the form with the cursor the superior's new file."""
        row = self.row()
        if row is None or self._ctx.desk.read_only:
            return
        path = self._ctx.ask.open_file(f"选择“{row.name}”的新文件", kinds=FILES)
        if path is not None:
            self._read_file(path, lambda _: self._set_file(row, path))

    def open_file(self) -> None:
        """Open a copy of the superior's file."""
        row, documents = self.row(), self._ctx.desk.documents
        if row is not None:
            self._ctx.work.long(
                "取出文件",
                lambda _: documents.export(row.document_id),
                open_in_system,
                owner=self,
                on_desk=True,
            )

    def remove(self) -> None:
        """Remove the form with the cursor; it can be undone."""
        row, forms = self.row(), self._ctx.desk.superior_forms
        if row is not None and not self._ctx.desk.read_only:
            self._ctx.work.change(
                lambda: forms.remove(row.id),
                lambda _: self._ctx.toast(f"已删除上级表格“{row.name}”。", undo=True),
                owner=self,
                kinds=_KINDS,
            )

    # --- steps -------------------------------------------------------------------------------

    def _read_file(self, path: Path, then: Callable[[FormFile], object]) -> None:
        from jz_training.readers.forms.guarded import read_form_guarded

        self._ctx.work.long(
            f"读取“{path.name}”",
            lambda progress: read_form_guarded(path, stop=lambda: progress.stopped),
            then,
            owner=self,
        )

    def _enter(self, path: Path) -> None:
        dialog = FormDialog(
            self._ctx, self, path=path, superiors=self._superiors(), others=self.rows
        )
        dialog.saved.connect(self._entered)
        dialog.replaces.connect(lambda row: self._set_file(row, path))
        dialog.open()

    def _entered(self, form_id: UUID) -> None:
        self._wanted = form_id
        self._open_mapper(form_id)

    def _set_file(self, row: SuperiorFormRow, path: Path) -> None:
        forms = self._ctx.desk.superior_forms
        self._ctx.work.change(
            lambda: forms.set_file(row.id, path),
            lambda _: self._ctx.toast(
                f"已更换“{row.name}”的文件，请核对填写内容。",
                undo=True,
                actions=(("核对", lambda: self._open_mapper(row.id)),),
            ),
            owner=self,
            kinds=_KINDS,
        )

    def _open_mapper(self, form_id: UUID) -> None:
        """Read the form's file again and open it: what is shown is what will be filled."""
        desk = self._ctx.desk
        self._ctx.work.read(
            lambda: kept_form(desk, form_id), self._read_kept, owner=self, key="kept"
        )

    def _read_kept(self, kept: KeptForm) -> None:
        """Read the file beside the desk, which others ask meanwhile."""
        self._ctx.work.long(
            f"读取“{kept.row.name}”",
            lambda progress: read_kept(kept, stop=lambda: progress.stopped),
            lambda found: MapperDialog(self._ctx, self, found).open(),
            owner=self,
        )

    def _superiors(self) -> list[str]:
        return list(dict.fromkeys(row.superior for row in self.rows if row.superior))


def _kind(row: SuperiorFormRow) -> Cell:
    return Cell(FORM_KINDS[row.kind], role="secondary")


def _ties(row: SuperiorFormRow) -> Cell:
    count = row.ties.count
    return Cell(f"{count} 项") if count else Cell("还没有设置", role="faint")
