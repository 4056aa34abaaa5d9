"""The tab 材料: the checklist of the dossier at the left, the documents of a part at the right."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from jz_training.domain.dossier import DossierLine, DossierPart
from jz_training.domain.filing import FiledRow
from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.trainings.dossier.checklist import Checklist
from jz_training.ui.trainings.dossier.document_words import is_picture
from jz_training.ui.trainings.dossier.documents_card import DocumentsCard
from jz_training.ui.trainings.dossier.dossier_acts import DossierActs
from jz_training.ui.trainings.dossier.dossier_reading import DossierRead, read_dossier
from jz_training.ui.trainings.dossier.export import ExportDialog, export_dossier
from jz_training.ui.trainings.dossier.intake import Wish, files_in, guessed
from jz_training.ui.trainings.dossier.left_out_box import LeftOutBox
from jz_training.ui.trainings.dossier.photo_pages import show_photo_pages
from jz_training.ui.trainings.dossier.sorting_dialog import SortingDialog
from jz_training.ui.trainings.dossier.thumbnails import thumbnail
from jz_training.ui.trainings.training_tab import TrainingTab
from jz_training.ui.widgets.file_drop import take_paths

FILES = "材料 (*.pdf *.jpg *.jpeg *.png *.docx *.doc *.wps *.xlsx *.pptx *.ofd);;所有文件 (*)"


class DossierTab(TrainingTab):
    """Shows the dossier of a training. Signals: counted(int): how many documents it holds."""

    counted = Signal(int)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._training_id: UUID | None = None
        self._read: DossierRead | None = None
        self._part = DossierPart.NOTICE
        self._writes = not ctx.desk.read_only
        self.left_out = LeftOutBox()
        self.documents = DocumentsCard(writes=self._writes)
        self.acts = DossierActs(
            ctx, self, left_out=self.left_out.show_left_out, filed=lambda _: None
        )
        self.checklist = Checklist(ctx.memory)
        self._lay_out()
        self._connect()

    # --- for the page --------------------------------------------------------------------------

    def show_training(self, training_id: UUID) -> None:
        """Show the dossier of a training."""
        if training_id != self._training_id:
            self._training_id, self._read = training_id, None
            self.left_out.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read the dossier again."""
        training_id, ctx = self._training_id, self._ctx
        if training_id is None:
            return

        ctx.work.read(
            lambda: read_dossier(ctx.desk, training_id), self._show, owner=self, key="dossier"
        )

    def choose(self, part: DossierPart) -> None:
        """Show a part, as a click on the checklist does."""
        self._part = part
        self.checklist.select(part)
        self._show_part()

    # --- construction --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(theme().sizes.gap)
        right.addWidget(self.left_out)
        right.addWidget(self.documents, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().sizes.gap)
        line.addWidget(self.checklist)
        line.addLayout(right, 1)

    def _connect(self) -> None:
        card, shown = self.documents, self.documents.list
        self.checklist.chosen.connect(self._take_part)
        self.checklist.skip_asked.connect(self._toggle_not_needed)
        self.checklist.export_asked.connect(self.export)
        card.add_asked.connect(self._choose_files)
        card.folder_asked.connect(self._choose_folder)
        card.open_asked.connect(self._open)
        card.rename_asked.connect(self._rename)
        card.remove_asked.connect(self._remove)
        card.move_asked.connect(self._move)
        card.not_needed.connect(self._set_not_needed)
        card.pages_asked.connect(self._show_photo_pages)
        shown.described.connect(self._describe)
        shown.arranged.connect(self._arrange)
        if self._writes:
            take_paths(self, self.take_sorted)
            take_paths(card, self.take)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, read: DossierRead) -> None:
        if read.dossier.training_id != self._training_id:
            return
        self._read = read
        self.checklist.show_dossier(read.dossier, self._part)
        self.counted.emit(read.dossier.documents)
        self._show_part()

    def _show_part(self) -> None:
        line = self._line()
        if line is None or self._training_id is None:
            return
        self.documents.show_line(line)
        self.documents.list.show_line(line, self._training_id)
        self.documents.enable()
        self._read_thumbnails(line)

    def _read_thumbnails(self, line: DossierLine) -> None:
        shown, read = self.documents.list, self._read
        assert read is not None
        wanted = {
            row.id: read.paths[row.id]
            for row in line.documents
            if row.id in read.paths and is_picture(row)
        }
        if not wanted:
            return
        size: QSize = shown.pixels()

        def draw() -> dict[UUID, QImage]:
            return {one: thumbnail(path, size) for one, path in wanted.items()}

        self._ctx.work.read(draw, shown.show_thumbnails, owner=self, key="thumbnails")

    def _line(self) -> DossierLine | None:
        lines = self._read.dossier.lines if self._read else ()
        return next((line for line in lines if line.part is self._part), None)

    def _take_part(self, part: DossierPart) -> None:
        if part is not self._part:
            self._part = part
            self._show_part()

    # --- filing --------------------------------------------------------------------------------

    def take(self, paths: list[Path]) -> None:
        """File into the part that is shown."""
        self._file([Wish(path=path, part=self._part) for path in files_in(paths)])

    def take_sorted(self, paths: list[Path]) -> None:
        """File where each file seems to belong, after asking."""
        wishes = guessed(files_in(paths))
        if not wishes:
            self._file([])
            return
        dialog = SortingDialog(self, wishes)
        if dialog.run():
            self._file(dialog.wishes())

    def _file(self, wishes: list[Wish]) -> None:
        if not wishes:
            self._ctx.ask.tell(
                "这里面没有图片。", detail="文件夹里只取照片和图片，其他文件请直接选择。"
            )
        elif self._training_id is not None:
            keep = self.documents.originals.isChecked()
            self.acts.file(self._training_id, wishes, keep_original=keep)

    def _choose_files(self) -> None:
        paths = self._ctx.ask.open_files("添加材料", kinds=FILES)
        if paths:
            self.take(paths)

    def _choose_folder(self) -> None:
        folder = self._ctx.ask.folder("选择照片所在的文件夹")
        if folder is not None:
            self.take([folder])

    # --- doing ---------------------------------------------------------------------------------

    def export(self) -> None:
        """Ask what to export and where to."""
        read, training_id = self._read, self._training_id
        if read is None or training_id is None:
            return
        dialog = ExportDialog(self, missing=len(read.dossier.missing))
        if dialog.run():
            export_dossier(self._ctx, self, training_id, name=read.name, wanted=dialog.wanted())

    def _show_photo_pages(self, per_page: int) -> None:
        if self._training_id is not None:
            show_photo_pages(self._ctx, self, self._training_id, per_page=per_page)

    def _open(self) -> None:
        row = self._chosen()
        if row is not None:
            self.acts.open(row)

    def _rename(self) -> None:
        row = self._chosen()
        if row is None:
            return
        name = self._ctx.ask.text("改名", label="名称", verb="保存", value=row.draft.name)
        if name and name.strip() != row.draft.name:
            self.acts.describe(row, name=name, caption=row.draft.note)

    def _describe(self, row: FiledRow, text: str) -> None:
        is_photo = self._part is DossierPart.PHOTO
        if is_photo:
            self.acts.describe(row, name=row.draft.name, caption=text)
        elif text:
            self.acts.describe(row, name=text, caption=row.draft.note)

    def _remove(self) -> None:
        ids = self.documents.list.selected()
        if ids and self._training_id is not None:
            self.acts.remove(self._training_id, ids)

    def _move(self, part: DossierPart) -> None:
        ids = self.documents.list.selected()
        if ids and self._training_id is not None:
            self.acts.move(self._training_id, ids, part)

    def _arrange(self, ids: list[UUID]) -> None:
        rows = self.documents.list.rows
        ours = [one for one in ids if rows[one].draft.training_id == self._training_id]
        if self._training_id is not None:
            self.acts.arrange(self._training_id, self._part, ours)

    def _set_not_needed(self, yes: bool) -> None:
        if self._training_id is not None:
            self.acts.set_not_needed(self._training_id, self._part, yes=yes)

    def _toggle_not_needed(self) -> None:
        if self.documents.skip.isEnabled() and not self.documents.skip.isHidden():
            self.documents.skip.click()

    def _chosen(self) -> FiledRow | None:
        ids = self.documents.list.selected()
        return self.documents.list.rows.get(ids[0]) if len(ids) == 1 else None
