"""The dialog to add an item to a plan or to change one; it closes once that is saved."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jz_training.domain.plan import PlanItemDraft, PlanItemRow
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.plans.plan_item_fields import (
    SPAN_FIELDS,
    ItemChoices,
    MainFields,
    MoreFields,
    draft_of,
)
from jz_training.ui.widgets.folding_dialog import FoldingDialog


class PlanItemDialog(FoldingDialog):
    """Adds an item to a plan, or changes the one it is given.

    Signals: saved(UUID) with the item's id.
    """

    form: MainFields
    more: MoreFields

    def __init__(
        self,
        ctx: Context,
        parent: QWidget,
        *,
        plan_id: UUID,
        choices: ItemChoices,
        item: PlanItemRow | None = None,
    ) -> None:
        title = "修改项目" if item else "新增项目"
        super().__init__(ctx, parent, title=title, kinds={kinds.PLANS}, width=520)
        self._plan_id, self._item = plan_id, item
        self.form, self.more = MainFields(ctx, choices), MoreFields(ctx, choices)
        words = "更多：期批、学时、地点、主讲、依据、学习内容"
        self.put_folded(words, first=self.more.phase)
        if item is None:
            self.offer_next("保存并新增下一项")
        else:
            self._fill(item.draft)
        self.fit()
        self.form.title.setFocus()

    # --- filling and reading -------------------------------------------------------------------

    def _fill(self, draft: PlanItemDraft) -> None:
        self.form.show_draft(draft)
        self.more.show_draft(draft)
        if _needs_more(draft):
            self.unfold()

    def draft(self) -> PlanItemDraft:
        """Return what is entered."""
        return draft_of(self.form, self.more)

    # --- saving --------------------------------------------------------------------------------

    def _complete(self) -> bool:
        if not self.form.complete() or not self.form.readable():
            return False
        self.more.clear_errors()
        if self.more.readable():
            return True
        self.show_more()
        return False

    def saving_job(self) -> Callable[[], UUID] | None:
        if not self._complete():
            return None
        plans, plan_id, item, draft = self._ctx.desk.plans, self._plan_id, self._item, self.draft()

        def save() -> UUID:
            if item is None:
                return plans.add_item(plan_id, draft)
            plans.change_item(item.id, version=item.version, draft=draft)
            return item.id

        return save

    def empty_for_next(self) -> None:
        self.form.title.clear()
        self.form.when.clear()
        self.form.title.setFocus()

    def show_refusal(self, field: str, sentence: str) -> bool:
        return super().show_refusal(SPAN_FIELDS.get(field, field), sentence)


def _needs_more(draft: PlanItemDraft) -> bool:
    """Tell whether something of the folded fields is filled; a duty alone is seen on the list."""
    numbers = (draft.phase, draft.batch, draft.hours)
    texts = (draft.venue, draft.speaker, draft.topics, draft.note)
    return any(number is not None for number in numbers) or any(texts)
