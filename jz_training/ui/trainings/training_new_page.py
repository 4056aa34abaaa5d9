"""新建场次: one page, saved by one button; afterwards the training's own page opens."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import ClassVar
from uuid import UUID

from jz_training.domain.training import TrainingDraft, TrainingForm
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.style.text import plain_tip
from jz_training.ui.trainings.training_editor import TrainingEditor

#: Trainings of an afternoon are the usual ones; the field only wants a likely value.
_FROM, _LENGTH = time(15, 0), timedelta(minutes=90)
_TO_MONDAY = {5: 2, 6: 1}


class TrainingNewPage(Page):
    """Enters a training; `show_for(start=datetime)` proposes another day.

    `draft=TrainingDraft` begins with what is known already, such as the meeting of a notice.
    """

    kinds: ClassVar[frozenset[str]] = frozenset({kinds.PEOPLE, kinds.UNITS})

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="新建场次")
        self.set_crumb("场次", self._leave)
        self.add_action("取消", self._leave)
        self.save = self.add_action("建立场次", self._save, primary=True)
        self.add_keys("Ctrl+S", self.save.click)
        plain_tip(self.save, "建立场次（Ctrl+S）")
        self.editor = TrainingEditor(ctx)
        self.editor.submitted.connect(self._save)
        self.editor.fields.cancelled.connect(self._leave)
        self.body.addWidget(self.editor, 1)

    def show_for(self, **what: object) -> None:
        """Begin with an empty training, or with the draft that is given."""
        draft, start = what.get("draft"), what.get("start")
        if not isinstance(draft, TrainingDraft):
            soon = likely_start(self.ctx.desk.now())
            draft = blank_draft(start if isinstance(start, datetime) else soon)
        self.editor.show_draft(draft)
        self.editor.focus_first()

    def refresh(self) -> None:
        """Read units, layers and categories again; what was entered stays."""
        self.editor.audience.read_choices()

    def _save(self) -> None:
        draft = self.editor.draft()
        if draft is None:
            return
        desk = self.ctx.desk
        self.save.setEnabled(False)  # a second click must not enter it twice
        self.ctx.work.change(
            lambda: desk.trainings.schedule(draft),
            self._open,
            owner=self,
            kinds=(kinds.TRAININGS,),
            failed=lambda error: self._refused(self.editor.take_error(error)),
        )

    def _refused(self, taken: bool) -> bool:
        self.save.setEnabled(True)
        return taken

    def _open(self, training_id: UUID) -> None:
        self.save.setEnabled(True)
        self.ctx.toast("已建立场次，下一步确定名单。", undo=True)
        self.ctx.open_page("training", training_id=training_id, tab="list")

    def _leave(self) -> None:
        self.ctx.open_page("trainings")


def likely_start(now: datetime) -> datetime:
    """Return the afternoon of today, or of Monday on a weekend."""
    day = now.date()
    return datetime.combine(day + timedelta(days=_TO_MONDAY.get(day.weekday(), 0)), _FROM)


def blank_draft(start: datetime) -> TrainingDraft:
    """Return a training with nothing entered but its time."""
    return TrainingDraft(title="", form=TrainingForm.STUDY, start=start, end=start + _LENGTH)
