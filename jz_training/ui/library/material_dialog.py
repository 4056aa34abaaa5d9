"""The dialog of one study material, with its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from jz_training.domain.filing import FiledRow
from jz_training.domain.library import MaterialDraft, MaterialRow
from jz_training.ui.context import Context
from jz_training.ui.library.file_field import FileField
from jz_training.ui.library.library_dialog import LibraryDialog
from jz_training.ui.widgets.file_drop import take_files
from jz_training.ui.widgets.suggest_field import SuggestField


class MaterialDialog(LibraryDialog):
    """Enters a material, beginning with `draft` and a file, or changes the one it is given."""

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        row: MaterialRow | None = None,
        filed: FiledRow | None = None,
        draft: MaterialDraft | None = None,
        issuers: Sequence[str] = (),
    ) -> None:
        super().__init__(ctx, parent, title="修改学习材料" if row else "新增学习材料")
        self._row = row
        self._make_fields(filed)
        self.issuer.offer(issuers, ctx.work)
        self._fill(row.draft if row else draft or MaterialDraft(title=""))
        take_files(self, lambda paths: self.take(paths[0]))
        self.title.setFocus()

    def take(self, path: Path) -> None:
        """Take a file; it gives the title where there is none."""
        self.file.take(path)
        if not self.title.text().strip():
            self.title.setText(path.stem)

    def draft(self) -> MaterialDraft:
        """Return what is entered."""
        return MaterialDraft(
            title=self.title.text().strip(),
            issuer=self.issuer.text().strip(),
            note=self.note.toPlainText().strip(),
        )

    def job(self) -> Callable[[], UUID]:
        """Return what saves the material, and then its file where that is another."""
        materials, row, draft = self._ctx.desk.materials, self._row, self.draft()
        source, renewed = self.file.source, self.file.renewed

        def save() -> UUID:
            if row is None:
                return materials.add(draft, source=source)
            if draft != row.draft:
                materials.change(row.id, version=row.version, draft=draft)
            if renewed:
                materials.set_file(row.id, source)
            return row.id

        return save

    def _make_fields(self, filed: FiledRow | None) -> None:
        form = self.form
        self.title = form.add("title", "标题", QLineEdit(), required=True)
        self.issuer = form.add("issuer", "发布单位", SuggestField())
        self.file = form.add(
            "file", "文件", FileField(self._ctx, filed), hint="也可以把文件拖进这个窗口。"
        )
        self.file.chosen.connect(self.take)
        self.note = self.add_note()

    def _fill(self, draft: MaterialDraft) -> None:
        self.title.setText(draft.title)
        self.issuer.setText(draft.issuer)
        self.note.setPlainText(draft.note)
