"""The dialog to add an item to a plan or to change one; it closes once that is saved."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jz_training.domain.plan import PlanItemDraft, PlanItemRow
from jz_training.errors import JzError, Refused
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.plans.plan_item_fields import (
    SPAN_FIELDS,
    ItemChoices,
    MainFields,
    MoreFields,
    draft_of,
)
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.widgets.card import scrolled
from jz_training.ui.widgets.dialog import PlainDialog


class PlanItemDialog(PlainDialog):
    """Adds an item to a plan, or changes the one it is given.

    Signals: saved(UUID) with the item's id.
    """

    saved = Signal(object)

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        plan_id: UUID,
        choices: ItemChoices,
        item: PlanItemRow | None = None,
    ) -> None:
        super().__init__(parent, title="修改项目" if item else "新增项目", verb="保存", width=520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._plan_id, self._item = ctx, plan_id, item
        self._saving = False
        self._make_forms(choices)
        self.ready = self._save
        if item is None:
            self._make_next()
        else:
            self._fill(item.draft)
        self.form.title.setFocus()

    # --- construction --------------------------------------------------------------------------

    def _make_forms(self, choices: ItemChoices) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        self.form, self.more = MainFields(self._ctx, choices), MoreFields(self._ctx, choices)
        for form in (self.form, self.more):
            form.submitted.connect(self.accept)
        self._fold = button("更多：期批、学时、地点、主讲、依据、学习内容", "link")
        self._fold.clicked.connect(self.unfold)
        column.addWidget(self.form)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.more)
        column.addStretch(1)
        self.more.hide()
        self._holder, self._area = holder, scrolled(holder)
        self.body.addWidget(self._area, 1)
        self.trouble = plain_label("", "error", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self._fit()

    def _make_next(self) -> None:
        self.next = button("保存并新增下一项", tip="保存并新增下一项（Ctrl+Enter）")
        self.next.clicked.connect(self._save_and_go_on)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.next.click)
        self.extra.addWidget(self.next)

    def _fill(self, draft: PlanItemDraft) -> None:
        self.form.show_draft(draft)
        self.more.show_draft(draft)
        if _needs_more(draft):
            self.unfold()
        self._fit()

    def unfold(self) -> None:
        """Show the fields that few need."""
        self._fold.hide()
        self.more.show()
        self._fit()
        self.more.phase.setFocus()

    def _fit(self) -> None:
        """Be as high as the fields, as far as the screen allows; then they scroll."""
        room = self.screen().availableGeometry().height() - theme().sizes.of(200)
        self._holder.adjustSize()
        self._area.setMinimumHeight(min(self._holder.sizeHint().height(), room))
        self.adjustSize()

    def draft(self) -> PlanItemDraft:
        """Return what is entered."""
        return draft_of(self.form, self.more)

    # --- saving --------------------------------------------------------------------------------

    def _save(self) -> bool:
        """Save in the background; the dialog closes when that has succeeded."""
        self._begin_saving(self._close_with)
        return False

    def _save_and_go_on(self) -> None:
        self._begin_saving(self._start_next)

    def _begin_saving(self, then: Callable[[UUID], None]) -> None:
        if self._saving or not self._complete():
            return
        self._show_saving(True)
        self._ctx.work.change(
            self._saving_job(), then, owner=self, kinds={kinds.PLANS}, failed=self._show_fault
        )

    def _complete(self) -> bool:
        if not self.form.complete() or not self.form.readable():
            return False
        self.more.clear_errors()
        if self.more.readable():
            return True
        self._show_more()
        return False

    def _show_saving(self, saving: bool) -> None:
        self._saving = saving
        self.verb.setEnabled(not saving)
        self.trouble.hide()

    def _saving_job(self) -> Callable[[], UUID]:
        plans, plan_id, item, draft = self._ctx.desk.plans, self._plan_id, self._item, self.draft()

        def save() -> UUID:
            if item is None:
                return plans.add_item(plan_id, draft)
            plans.change_item(item.id, version=item.version, draft=draft)
            return item.id

        return save

    def _close_with(self, item_id: UUID) -> None:
        self.done(QDialog.DialogCode.Accepted)
        self.saved.emit(item_id)

    def _start_next(self, item_id: UUID) -> None:
        """Empty what belongs to one item; audience, owner and venue are often the same again."""
        self._show_saving(False)
        self.form.title.clear()
        self.form.when.clear()
        self.form.clear_errors()
        self.form.title.setFocus()
        self.saved.emit(item_id)

    def _show_fault(self, error: JzError) -> bool:
        self._show_saving(False)
        self.form.clear_errors()
        self.more.clear_errors()
        field = error.field if isinstance(error, Refused) else ""
        field = SPAN_FIELDS.get(field, field)
        if self.form.set_error(field, str(error)):
            return True
        if self.more.set_error(field, str(error)):
            self._show_more()
            return True
        self.trouble.setText(str(error))
        self.trouble.show()
        return True

    def _show_more(self) -> None:
        if self.more.isHidden():
            self.unfold()


def _needs_more(draft: PlanItemDraft) -> bool:
    """Tell whether something of the folded fields is filled; a duty alone is seen on the list."""
    numbers = (draft.phase, draft.batch, draft.hours)
    texts = (draft.venue, draft.speaker, draft.topics, draft.note)
    return any(number is not None for number in numbers) or any(texts)
