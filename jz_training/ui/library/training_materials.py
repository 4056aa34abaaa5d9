"""学习材料 of one training: chosen from the library by title or pinyin, saved as chosen."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from jz_training.domain.library import MaterialDraft, MaterialRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.library.library_words import material_names
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import Card
from jz_training.ui.widgets.chips import ChipField

_KINDS = (kinds.LIBRARIES, kinds.DOCUMENTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    training_id: UUID
    chosen: tuple[MaterialRow, ...]
    library: tuple[MaterialRow, ...]


class TrainingMaterials(Card):
    """A card with what a training studies; a dossier is completed after closing too."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("学习材料", note="从资料库选用，选好就已保存")
        self._ctx = ctx
        self._training_id: UUID | None = None
        self._ids: dict[str, UUID] = {}
        self._filling = False
        self.field = ChipField("输入标题或拼音首字母，按回车选用")
        self.field.entry.setAccessibleName("学习材料")
        self.field.setEnabled(not ctx.desk.read_only)
        self.field.value_changed.connect(self._changed)
        self.unknown = self._make_unknown()
        self.add(self.field)
        self.add(self.unknown)
        ctx.work.changed.connect(self._hear)

    def show_training(self, training_id: UUID) -> None:
        """Show what a training studies."""
        if training_id != self._training_id:
            self._training_id = training_id
            self._tell_unknown("")
        self.refresh()

    def refresh(self) -> None:
        """Read it again, and what the library has."""
        training_id, materials = self._training_id, self._ctx.desk.materials
        if training_id is None:
            return

        def read() -> _Read:
            return _Read(
                training_id=training_id,
                chosen=materials.of_training(training_id),
                library=materials.list(),
            )

        self._ctx.work.read(read, self._show, owner=self, key="materials")

    # --- construction --------------------------------------------------------------------------

    def _make_unknown(self) -> QWidget:
        """Return the line that offers to enter a title the library does not have."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self._unknown_words = plain_label("", "small")
        self.keep = button("存入资料库并选用", "link")
        self.keep.clicked.connect(lambda: self._keep())
        line.addWidget(self._unknown_words)
        line.addWidget(self.keep)
        line.addStretch(1)
        holder.hide()
        return holder

    # --- showing -------------------------------------------------------------------------------

    def _show(self, found: _Read) -> None:
        if found.training_id != self._training_id:
            return
        self._ids = material_names(found.library)
        names = {material_id: name for name, material_id in self._ids.items()}
        chosen = tuple(names[row.id] for row in found.chosen)
        if chosen != self.field.value():  # what is being typed stays when nothing else came
            self._filling = True
            self.field.set_value(chosen)
            self._filling = False
        self.field.entry.offer([name for name in self._ids if name not in chosen], self._ctx.work)

    def _tell_unknown(self, title: str) -> None:
        self._new = title
        self._unknown_words.setText(f"资料库里没有“{title}”。")
        self.unknown.setVisible(bool(title))

    def _hear(self, changed: frozenset[str]) -> None:
        if kinds.LIBRARIES in changed and self.isVisible():
            self.refresh()

    # --- choosing ------------------------------------------------------------------------------

    def _changed(self) -> None:
        if self._filling or self._training_id is None:
            return
        names = self.field.value()
        unknown = next((name for name in names if name not in self._ids), "")
        self._tell_unknown(unknown)
        if unknown:
            self.refresh()  # the chip goes: it is no material yet
        else:
            self._attach([self._ids[name] for name in names])

    def _attach(self, material_ids: list[UUID]) -> None:
        training_id, materials = self._training_id, self._ctx.desk.materials
        if training_id is not None:
            self._ctx.work.change(
                lambda: materials.attach(training_id, material_ids),
                lambda _: self._ctx.toast("已更新学习材料。", undo=True),
                owner=self,
                kinds=_KINDS,
            )

    def _keep(self) -> None:
        """Enter the title that was typed and study it."""
        title, materials = self._new, self._ctx.desk.materials
        had = [self._ids[name] for name in self.field.value() if name in self._ids]
        self._tell_unknown("")
        self._ctx.work.change(
            lambda: materials.add(MaterialDraft(title=title)),
            lambda material_id: self._attach([*had, material_id]),
            owner=self,
            kinds=_KINDS,
        )
