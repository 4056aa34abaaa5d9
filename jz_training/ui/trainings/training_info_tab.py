"""The tab 基本信息: the fields of a training, saved by one button while something is changed."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from jz_training.domain.repetition import SeriesScope
from jz_training.domain.training import TrainingDraft, TrainingState, TrainingView
from jz_training.errors import ChangedMeanwhile, JzError
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.library.training_materials import TrainingMaterials
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.trainings.series.scope_dialog import ScopeDialog
from jz_training.ui.trainings.series.series_strip import SeriesStrip
from jz_training.ui.trainings.training_editor import TrainingEditor
from jz_training.ui.trainings.training_tab import TrainingTab


class TrainingInfoTab(TrainingTab):
    """Shows a training's fields; unsaved changes stay while the rest of the page refreshes."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._training: TrainingView | None = None
        self._training_id: UUID | None = None
        self.editor = TrainingEditor(ctx)
        self.materials = TrainingMaterials(ctx)
        self.editor.add_card(self.materials)
        self.bar = self._make_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.series = SeriesStrip(ctx)
        column.addWidget(self.bar)
        column.addWidget(self.series)
        column.addWidget(self.editor, 1)
        self.editor.edited.connect(self._show_bar)
        self.editor.submitted.connect(self._save)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self._save)

    @property
    def is_dirty(self) -> bool:
        """Tell whether something was changed and not saved."""
        return not self.bar.isHidden()

    def show_training(self, training_id: UUID) -> None:
        """Show a training; coming back to unsaved changes keeps them."""
        if training_id != self._training_id:
            self._training_id = training_id
            self.bar.hide()
            self.series.hide()
        self.materials.show_training(training_id)
        self.refresh()

    def refresh(self) -> None:
        """Read the training again unless there are unsaved changes."""
        training_id, desk = self._training_id, self._ctx.desk
        if training_id is not None and not self.is_dirty:
            self._ctx.work.read(
                lambda: desk.trainings.get(training_id), self._show, owner=self, key="training"
            )

    def _show(self, training: TrainingView) -> None:
        if training.id != self._training_id or self.is_dirty:
            return
        self._training = training
        self.series.read(training.id)
        self.editor.show_draft(training.draft, training_id=training.id)
        open_ = training.state is TrainingState.PLANNED and not self._ctx.desk.read_only
        self.editor.set_open(open_)
        self._frozen.setVisible(training.list_frozen_at is not None and open_)
        self.bar.hide()

    def _make_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("kind", "notice")
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 8, 8, 8)
        line.setSpacing(8)
        self._frozen = plain_label("名单已经确定，范围改动后到“名单”里查看变化。", "secondary")
        drop, save = button("放弃改动"), button("保存", "primary", tip="保存（Ctrl+S）")
        drop.clicked.connect(self._drop)
        save.clicked.connect(self._save)
        line.addWidget(plain_label("有改动还没有保存。", "strong"))
        line.addWidget(self._frozen)
        line.addStretch(1)
        line.addWidget(drop)
        line.addWidget(save)
        bar.hide()
        return bar

    def _show_bar(self) -> None:
        if self._training is not None and self.editor.is_open:
            self.bar.show()

    def _drop(self) -> None:
        self.bar.hide()
        self.refresh()

    def _save(self) -> None:
        training, draft = self._training, self.editor.draft()
        if training is None or draft is None or not self.is_dirty:
            return
        if self.series.series is None:
            self._change(training, draft, SeriesScope.ONE)
            return
        dialog = ScopeDialog(self, self.series.series)
        dialog.chosen.connect(lambda scope: self._change(training, draft, scope))
        dialog.open()

    def _change(self, training: TrainingView, draft: TrainingDraft, scope: SeriesScope) -> None:
        desk = self._ctx.desk
        self._ctx.work.change(
            lambda: desk.series.change_following(
                training.id, version=training.version, draft=draft, scope=scope
            ),
            lambda count: self._saved(draft, count),
            owner=self,
            kinds=(kinds.TRAININGS,),
            failed=self._failed,
        )

    def _saved(self, draft: TrainingDraft, count: int) -> None:
        self.bar.hide()
        words = f"已保存“{draft.title}”" if count == 1 else f"已修改 {count} 场"
        self._ctx.toast(f"{words}。", undo=True)

    def _failed(self, error: JzError) -> bool:
        if isinstance(error, ChangedMeanwhile):
            self._ctx.ask.tell(
                "这个场次刚在别处改动过，这次没有保存。",
                detail="可以先抄下自己的改动，点“放弃改动”看到新的内容，再改一次。",
            )
            return True
        return self.editor.take_error(error)
