"""批量安排: one training held in batches, or again and again; previewed, then made as one act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from jz_training.domain.training import TrainingDraft
from jz_training.errors import JzError, Refused
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.page import Page
from jz_training.ui.style.look import theme
from jz_training.ui.trainings.many.batch_form import BatchForm
from jz_training.ui.trainings.many.hand_batches_dialog import HandBatchesDialog
from jz_training.ui.trainings.many.planned import (
    ManyPreview,
    kept_batches,
    preview_batches,
    preview_series,
)
from jz_training.ui.trainings.many.preview_table import PreviewTable
from jz_training.ui.trainings.many.repeat_form import RepeatForm
from jz_training.ui.trainings.training_editor import TrainingEditor
from jz_training.ui.trainings.training_new_page import blank_draft, likely_start
from jz_training.ui.widgets.card import Card, scrolled
from jz_training.ui.widgets.segmented import Segmented
from jz_training.ui.widgets.tabs import TabLine

BASE, HOW = "base", "how"
BATCHES, REPEAT = "batches", "repeat"

#: A pause in typing after which the preview follows.
_PAUSE_MS = 250


class ManyPage(Page):
    """Enters many trainings; `show_for(draft=TrainingDraft)` begins with what is known."""

    kinds: ClassVar[frozenset[str]] = frozenset({kinds.PEOPLE, kinds.UNITS, kinds.SETTINGS})

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, title="批量安排")
        self._draft: TrainingDraft | None = None
        self._busy = False
        self._current = False  # whether the preview is of what is entered now
        self.set_crumb("场次", self._leave)
        self._make_actions()
        self._make_how()
        self._lay_out()
        self._connect()

    def show_for(self, **what: object) -> None:
        """Begin with an empty training, or with the draft that is given."""
        draft = what.get("draft")
        if not isinstance(draft, TrainingDraft):
            draft = blank_draft(likely_start(self.ctx.desk.now()))
        self.editor.show_draft(draft)
        self.batches.take_people({})
        self.preview.left_out.clear()
        self._draft = None
        self._go(BASE)
        self.editor.focus_first()

    def refresh(self) -> None:
        """Read units, layers and categories again, and the preview; what was entered stays."""
        self.editor.audience.read_choices()
        if self.tabs.current == HOW:
            self.read()

    # --- construction --------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.add_action("取消", self._leave)
        self.next = self.add_action("下一步", lambda: self._go(HOW), primary=True)
        self.make = self.add_action("建立场次", self._make, primary=True)
        self.add_keys("Ctrl+S", lambda: (self.make if self.make.isVisible() else self.next).click())

    def _make_how(self) -> None:
        self.editor = TrainingEditor(self.ctx)
        self.way = Segmented([(BATCHES, "分批"), (REPEAT, "重复")])
        self.way.setAccessibleName("分批还是重复")
        self.batches, self.repeat = BatchForm(), RepeatForm(self.ctx)
        self.preview = PreviewTable(self.ctx)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)

    def _lay_out(self) -> None:
        self.tabs = TabLine(((BASE, "一、内容和人员"), (HOW, "二、分批或重复")))
        card = Card("怎样安排")
        card.add(self.way)
        card.add(self.batches)
        card.add(self.repeat)
        card.body.addStretch(1)
        side = scrolled(card)
        side.setFixedWidth(theme().sizes.of(372))
        how = QWidget()
        line = QHBoxLayout(how)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().sizes.gap)
        line.addWidget(side)
        line.addWidget(self.preview, 1)
        self._stack = QStackedWidget()
        for part in (self.editor, how):
            self._stack.addWidget(part)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)
        self._show_way()

    def _connect(self) -> None:
        self._pause.timeout.connect(self.read)
        self.tabs.chosen.connect(lambda _: self._open_tab())
        self.way.chosen.connect(lambda _: self._show_way())
        self.editor.submitted.connect(lambda: self._go(HOW))
        self.batches.wish_changed.connect(self._read_soon)
        self.batches.people_asked.connect(self._ask_people)
        self.repeat.rule_changed.connect(self._read_soon)
        self.preview.kept_changed.connect(self._count)
        self.preview.moved.connect(self.batches.set_start)

    # --- the two steps -------------------------------------------------------------------------

    def _go(self, key: str) -> None:
        if key == self.tabs.current:
            self._open_tab()
        else:
            self.tabs.choose(key)

    def _open_tab(self) -> None:
        if self.tabs.current == HOW:
            draft = self.editor.draft()
            if draft is None:
                self.tabs.choose(BASE)
                return
            if self._draft is not None and draft.start != self._draft.start:
                self.batches.forget_starts()
            self._draft = draft
            self.repeat.show_draft(draft)
            self.read()
        self._stack.setCurrentIndex(1 if self.tabs.current == HOW else 0)
        self.next.setVisible(self.tabs.current == BASE)
        self.make.setVisible(self.tabs.current == HOW)

    def choose(self, way: str) -> None:
        """Choose batches or repetition, as the user would."""
        self.way.set_value(way)
        self._show_way()

    def _show_way(self) -> None:
        batches = self.way.value() == BATCHES
        self.batches.setVisible(batches)
        self.repeat.setVisible(not batches)
        self.preview.left_out.clear()
        if self._draft is not None:
            self.read()

    # --- the preview ---------------------------------------------------------------------------

    def read(self) -> None:
        """Read what would be made as things stand; until it is there nothing can be made."""
        self._outdate()
        self._pause.stop()
        run = self._preview_job()
        if run is None:
            self.preview.say("左边填好以后，这里列出将要建立的场次。")
            return
        self.ctx.work.read(run, self._show, owner=self, key="preview", failed=self._refused)

    def _read_soon(self) -> None:
        self._outdate()
        self._pause.start()

    def _outdate(self) -> None:
        self._current = False
        self._count()

    def _show(self, found: ManyPreview) -> None:
        if not self._pause.isActive():  # else it is of what was entered before
            self._current = True
        self.preview.show_preview(found)

    def _preview_job(self) -> Callable[[], ManyPreview] | None:
        draft, desk = self._draft, self.ctx.desk
        if draft is None:
            return None
        if self.way.value() == BATCHES:
            wish = self.batches.wish()
            return lambda: preview_batches(desk, draft, wish)
        rule, people = self.repeat.rule(), len(self.editor.audience.people)
        if rule is None:
            return None
        return lambda: preview_series(desk, draft, rule, people=people)

    def _refused(self, error: JzError) -> bool:
        """Show what is wrong under its field, or in the place of the preview."""
        self.preview.say(str(error))
        if not isinstance(error, Refused):
            return False
        form = self.batches if self.way.value() == BATCHES else self.repeat
        field = error.field
        (form.set_error if form is self.batches else self.repeat.show_fault)(field, str(error))
        return True

    def _count(self) -> None:
        count = len(self.preview.kept())
        self.make.setText(f"建立 {count} 场" if count else "建立场次")
        ready = self._current and not self._busy and not self.preview.preview.cut
        self.make.setEnabled(count > 0 and ready)

    def _ask_people(self) -> None:
        dialog = HandBatchesDialog(self, self.editor.audience.people, self.batches.by_hand)
        dialog.chosen.connect(self.batches.take_people)
        dialog.open()

    # --- making --------------------------------------------------------------------------------

    def _make(self) -> None:
        run = self._making_job()
        if run is None or self._busy or not self._current:
            return
        self._busy = True  # a second click must not enter them twice
        self._count()
        self.ctx.work.change(
            run, self._made, owner=self, kinds=(kinds.TRAININGS,), failed=self._failed
        )

    def _making_job(self) -> Callable[[], tuple[UUID, ...]] | None:
        draft, series = self._draft, self.ctx.desk.series
        kept, out = self.preview.kept(), frozenset(self.preview.left_out)
        if draft is None or not kept:
            return None
        split = self.preview.preview.split
        if split is not None:
            batches, starts = kept_batches(split, out), tuple(row.start for row in kept)
            return lambda: series.create_batches(draft, batches, starts=starts)
        rule = self.repeat.rule()
        skip = {key for key in out if isinstance(key, datetime)}
        return None if rule is None else lambda: series.create(draft, rule, skip=skip)

    def _made(self, made: tuple[UUID, ...]) -> None:
        self._busy = False
        self._draft = None
        self.ctx.toast(f"已建立 {len(made)} 场。", undo=True)
        self.ctx.open_page("trainings")

    def _failed(self, error: JzError) -> bool:
        self._busy = False
        self._count()
        self.read()
        if self.editor.take_error(error):
            self.ctx.ask.tell(str(error))
            return True
        return False

    def _leave(self) -> None:
        self.ctx.open_page("trainings")
