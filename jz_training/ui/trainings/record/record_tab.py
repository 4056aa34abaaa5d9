"""The tab 记录: the record of a training, its facts at the left and what was said at the right."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from jz_training.domain.agenda import AgendaItem
from jz_training.domain.training import TrainingState, TrainingView
from jz_training.domain.training_record import RecordDraft, TrainingRecord, outline
from jz_training.ui import kinds
from jz_training.ui.context import Context
from jz_training.ui.paper.offer import show_paper
from jz_training.ui.style.icons import set_icon
from jz_training.ui.style.look import theme
from jz_training.ui.style.text import button, plain_label
from jz_training.ui.trainings.record.record_offer import record_offer
from jz_training.ui.trainings.record.record_points import RecordPoints
from jz_training.ui.trainings.record.record_words import attendance_words
from jz_training.ui.trainings.training_tab import TrainingTab
from jz_training.ui.widgets.card import Card, scrolled
from jz_training.ui.widgets.date_time_field import WhenField
from jz_training.ui.widgets.form import Form


class RecordTab(TrainingTab):
    """Keeps what is written whenever a field is left; nothing has to be saved by hand."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._training_id: UUID | None = None
        self.record: TrainingRecord | None = None
        self._kept = RecordDraft()  # as it is stored
        self._version = 0
        self._keeping = False
        self.points = RecordPoints()
        self._make_fields()
        self._lay_out()
        self._connect()

    def show_training(self, training_id: UUID) -> None:
        """Show the record of a training."""
        if training_id != self._training_id:
            self.keep()
            self._training_id, self.record = training_id, None
        self.refresh()

    def refresh(self) -> None:
        """Read the record again; what is being written is not disturbed."""
        training_id, desk = self._training_id, self._ctx.desk
        if training_id is not None:
            self._ctx.work.read(
                lambda: desk.records.get(training_id), self._show, owner=self, key="record"
            )

    def keep(self) -> None:
        """Store what was written, if it differs from what is stored."""
        draft = self._written()
        if draft is None or self._keeping or draft == self._kept:
            return
        training_id, version, desk = self._training_id, self._version, self._ctx.desk
        assert training_id is not None
        self._keeping = True

        def kept(stored: int) -> None:
            self._keeping = False
            if training_id == self._training_id:
                self._kept, self._version = draft, stored
                self.keep()  # something may have been written meanwhile

        def failed(_: object) -> bool:
            self._keeping = False
            return False

        self._ctx.work.change(
            lambda: desk.records.write(training_id, version=version, draft=draft),
            kept,
            owner=self,
            kinds=(kinds.DOCUMENTS,),
            failed=failed,
        )

    def preview(self) -> None:
        """Show the record as it will be printed, with what stands in the fields now."""
        self.keep()
        record, draft = self.record, self._written()
        if record is None or draft is None:
            return
        show_paper(self._ctx, self, record_offer(self._ctx.desk, replace(record, draft=draft)))

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)

    # --- construction --------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.form = Form()
        self.when = self.form.add("when", "实际起止时间", WhenField(clock=self._ctx.desk.now))
        self.chair = self.form.add("chair", "主持人", QLineEdit())
        self.recorder = self.form.add("recorder", "记录人", QLineEdit())
        self.observers = self.form.add(
            "observers", "列席人", QLineEdit(), hint="考勤里登记为列席的已经写上，可以补充。"
        )
        self.attendance = plain_label("", "secondary", wrap=True)
        self.outline = button("按议程列提纲", tip="把议程的每一项列成一段，再往里填要点")
        self.show_paper = button("预览和打印")
        set_icon(self.show_paper, "printer")

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().sizes.gap)
        facts = scrolled(self._make_facts())
        facts.setFixedWidth(theme().sizes.of(376))
        line.addWidget(facts)
        line.addWidget(self._make_content(), 1)

    def _make_facts(self) -> QWidget:
        card = Card("基本情况")
        card.add(self.form)
        card.add(self.attendance)
        card.body.addStretch(1)
        return card

    def _make_content(self) -> QWidget:
        card = Card("内容", note=" ")
        for act in (self.outline, self.show_paper):
            card.head.addWidget(act)
        card.add(scrolled(self.points), 1)
        return card

    def _connect(self) -> None:
        self.points.left.connect(self.keep)
        for field in (self.chair, self.recorder, self.observers):
            field.editingFinished.connect(self.keep)
        self.when.value_changed.connect(self.keep)
        self.outline.clicked.connect(self._add_outline)
        self.show_paper.clicked.connect(self.preview)

    # --- showing -------------------------------------------------------------------------------

    def _show(self, record: TrainingRecord) -> None:
        if record.training.id != self._training_id:
            return
        first = self.record is None
        unkept = not first and self._written() != self._kept
        self.record = record
        self.attendance.setText(attendance_words(record))
        if first or (record.version != self._version and not unkept and not self._keeping):
            self._fill(record)
        self._allow(record.training)

    def _fill(self, record: TrainingRecord) -> None:
        draft, training = record.draft, record.training.draft
        self._version, self._kept = record.version, draft
        self.when.blockSignals(True)
        self.when.set_value(draft.began or training.start, draft.ended or training.end)
        self.when.blockSignals(False)
        self.form.show_field("when", shown=training.start.date() == training.end.date())
        self.chair.setText(draft.chair)
        self.recorder.setText(draft.recorder)
        self.observers.setText(draft.observers)
        self.points.show_points(draft.points)
        self._kept = self._written() or draft

    def _allow(self, training: TrainingView) -> None:
        writes = training.state is not TrainingState.CANCELLED and not self._ctx.desk.read_only
        self.form.setEnabled(writes)
        self.points.set_read_only(not writes)
        self.outline.setVisible(writes)

    def _written(self) -> RecordDraft | None:
        """Return what stands in the fields; times that are the training's own are left out."""
        if self.record is None:
            return None
        training, when = self.record.training.draft, self.when.value()
        own = when == (training.start, training.end) or self.when.isHidden()
        return RecordDraft(
            chair=self.chair.text().strip(),
            recorder=self.recorder.text().strip(),
            observers=self.observers.text().strip(),
            began=None if own or when is None else when[0],
            ended=None if own or when is None else when[1],
            points=self.points.points(),
        )

    # --- doing ---------------------------------------------------------------------------------

    def _add_outline(self) -> None:
        training_id, desk = self._training_id, self._ctx.desk
        if training_id is None:
            return

        def add(items: tuple[AgendaItem, ...]) -> None:
            known = {point.heading for point in self.points.points()}
            new = [point for point in outline(items) if point.heading not in known]
            if new:
                self.points.add_all(new)
            elif items:
                self._ctx.toast("议程的每一项都已经列出。")
            else:
                self._ctx.toast("这个场次还没有议程，可以在“会前材料”里填写。")

        self._ctx.work.read(lambda: desk.agendas.get(training_id), add, owner=self, key="agenda")
