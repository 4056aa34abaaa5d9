"""The tab 学习材料: titles, and files chosen or dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit

from jz_training.domain.filing import FiledRow
from jz_training.domain.library import MaterialDraft, MaterialRow
from jz_training.ui.context import Context
from jz_training.ui.library.file_field import FILES
from jz_training.ui.library.library_columns import FILE
from jz_training.ui.library.library_shelf import material_shelf
from jz_training.ui.library.library_tab import LibraryTab
from jz_training.ui.library.material_dialog import MaterialDialog
from jz_training.ui.library.material_files import keep_files, open_file, set_file
from jz_training.ui.publicity.entry_line import EntryLine
from jz_training.ui.publicity.row_drop import take_files_on_rows
from jz_training.ui.style.text import button
from jz_training.ui.widgets.file_drop import take_files
from jz_training.ui.widgets.suggest_field import SuggestField


class MaterialEntry(EntryLine):
    """One line to enter a material, or several by their files."""

    def __init__(self) -> None:
        super().__init__()
        self.headline = self.add_cell("title", "标题", QLineEdit(), least=280, grow=2)
        self.issuer = self.add_cell("issuer", "发布单位", SuggestField(), least=184, grow=1)
        self.save, self.more = self.make_buttons("备注、文件")
        self.files = button("选择文件…", tip="选几个文件，每个文件登记为一份材料")
        self.add_buttons(self.save, self.more, self.files)

    def draft(self) -> MaterialDraft:
        """Return what stands in the line."""
        return MaterialDraft(title=self.headline.text().strip(), issuer=self.issuer.text().strip())


class MaterialsTab(LibraryTab):
    """What is studied. Files dropped on a row become its file, elsewhere they are materials."""

    def __init__(self, ctx: Context) -> None:
        self.line = MaterialEntry()
        super().__init__(ctx, material_shelf(ctx), self.line, first=self.line.headline)
        self.table.add_action("打开文件", self.open_file, keys="Ctrl+O")
        self.table.add_action("更换文件…", self.choose_file, keys="Ctrl+U")
        self.add_removing()
        self.line.files.clicked.connect(lambda: self._choose_files())
        if not ctx.desk.read_only:
            take_files(self, self.keep)
            take_files_on_rows(self.table, self._take_on_row)

    def adding(self) -> Callable[[], UUID] | None:
        """Return what enters the material in the line."""
        draft, materials = self.line.draft(), self._ctx.desk.materials
        if not draft.title:
            self.line.show_fault("title", "请填写标题。")
            return None
        return lambda: materials.add(draft)

    def clear_entry(self) -> None:
        """Be ready for the next material; the issuer is often the same again."""
        self.line.headline.clear()

    def offer(self) -> None:
        """Offer the issuers there are."""
        self.line.issuer.offer(self._issuers(), self._ctx.work)

    def make_dialog(self, row: Any | None) -> None:
        """Open a material's dialog, with what is filed."""
        documents, work = self._ctx.desk.documents, self._ctx.work
        draft = self.line.draft() if row is None else None

        def show(filed: FiledRow | None) -> None:
            dialog = MaterialDialog(
                self._ctx, self, row=row, filed=filed, draft=draft, issuers=self._issuers()
            )
            self.show_dialog(dialog, entered=row is None)

        document_id = None if row is None else row.document_id
        if document_id is None:
            show(None)
        else:
            work.read(lambda: documents.get(document_id), show, owner=self, key="dialog")

    # --- files ---------------------------------------------------------------------------------

    def open_file(self) -> None:
        """Open the file of the row with the cursor."""
        row = self.row()
        if row is not None:
            open_file(self._ctx, self, row)

    def choose_file(self) -> None:
        """Ask for the file of the row with the cursor."""
        row = self.row()
        if row is not None and not self._ctx.desk.read_only:
            path = self._ctx.ask.open_file("选择学习材料的文件", kinds=FILES)
            if path is not None:
                set_file(self._ctx, self, row, path)

    def keep(self, paths: list[Path]) -> None:
        """Enter a material for each file, of the issuer in the line."""
        keep_files(self._ctx, self, paths, issuer=self.line.issuer.text().strip())

    def open_cell(self, row: MaterialRow, column: str) -> None:
        """Open the file or the trainings behind a cell."""
        if column == FILE and row.document_id is not None:
            self.open_file()
        else:
            super().open_cell(row, column)

    def _choose_files(self) -> None:
        paths = self._ctx.ask.open_files("选择学习材料的文件", kinds=FILES)
        if paths:
            self.keep(paths)

    def _take_on_row(self, row_id: UUID, paths: list[Path]) -> None:
        row = next((row for row in self.rows if row.id == row_id), None)
        if row is not None and len(paths) == 1:
            set_file(self._ctx, self, row, paths[0])
        elif row is not None:
            self._ctx.toast("一份材料只放一个文件。要登记几份材料，请把文件拖到表格外面。")

    def _issuers(self) -> list[str]:
        return [row.draft.issuer for row in self.rows]
