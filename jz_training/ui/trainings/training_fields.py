"""The fields of a training: what the secretary enters, with what was entered before on offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from jz_training.domain.notice import NoticeRow
from jz_training.domain.training import AudienceRule, TrainingDraft, TrainingForm
from jz_training.labels import FORMS
from jz_training.services.trainings import Suggestions
from jz_training.ui.context import Context
from jz_training.ui.style.look import theme
from jz_training.ui.trainings.hints.time_hints import TimeHints
from jz_training.ui.trainings.phase_field import PhaseField
from jz_training.ui.trainings.training_head import WATCHED
from jz_training.ui.widgets.chips import ChipField
from jz_training.ui.widgets.date_time_field import WhenField
from jz_training.ui.widgets.form import Form
from jz_training.ui.widgets.notice_box import NoticeBox
from jz_training.ui.widgets.suggest_field import SuggestField

#: Where the rules speak of a part of a field.
_PARTS = {"start": "when", "end": "when", "batch": "phase"}
_TEXTS = ("venue", "chair", "speaker", "recorder")


class TrainingFields(Form):
    """A form over a `TrainingDraft`; what it has no field for is kept as it was."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self._ctx = ctx
        self._kept: TrainingDraft | None = None
        self._known: Suggestions | None = None
        self._add_what()
        self._add_who()
        self._add_rest()
        self.stretch()
        for compound in (self.topics, self.when, self.phase):
            compound.value_changed.connect(self.edited)
        self.required.clicked.connect(lambda: self.edited.emit())

    def show_draft(self, draft: TrainingDraft) -> None:
        """Show a training."""
        self._kept = draft
        self.title.setText(draft.title)
        self.form.setCurrentIndex(self.form.findData(draft.form.value))
        self.link.setText(draft.link)
        self._show_link()
        self.when.set_value(draft.start, draft.end)
        for name in _TEXTS:
            self._text(name).setText(getattr(draft, name))
        self.topics.set_value(draft.topics)
        self.hours.setText("" if draft.hours is None else f"{draft.hours.normalize():f}")
        self.required.setChecked(draft.required)
        self.notice.set_value(draft.notice_id)
        self.phase.set_value(draft.phase, draft.batch)
        self.note.setPlainText(draft.note)
        self.clear_errors()

    def draft(self, audience: AudienceRule) -> TrainingDraft | None:
        """Return what stands in the fields; None when something cannot be read (it is shown)."""
        if not self.complete():
            return None
        unreadable = self.when.unreadable()
        hours = _hours(self.hours.text())
        when = self.when.value()
        if unreadable or when is None:
            self.show_errors({"when": unreadable})
            return None
        if hours is None and self.hours.text().strip():
            self.show_errors({"hours": "学时请写数字，如 2 或 1.5。"})
            return None
        return self._made(when, hours, audience)

    def glimpse(self, audience: AudienceRule) -> TrainingDraft | None:
        """Return what stands in the fields while they are still being filled, without a word.

        None while the time is missing or cannot be read.
        """
        when = self.when.value()
        if when is None or when[1] <= when[0]:
            return None
        return self._made(when, _hours(self.hours.text()), audience)

    def show_fault(self, field: str, sentence: str) -> bool:
        """Show a refusal of the rules under its field; False when it belongs elsewhere."""
        name = _PARTS.get(field, field)
        self.clear_errors()
        return self.set_error(name, sentence)

    def offer(self, known: Suggestions) -> None:
        """Offer what was entered before."""
        work = self._ctx.work
        self.venue.offer(known.venues, work)
        people = (*known.speakers, *known.chairs, *known.recorders)
        self.chair.offer((*known.chairs, *people), work)
        self.speaker.offer((*known.speakers, *people), work)
        self.recorder.offer((*known.recorders, *people), work)
        self._known = known
        self._offer_topics()

    def offer_notices(self, notices: Sequence[NoticeRow]) -> None:
        """Offer the notices there are, without telling that anything was changed."""
        self.notice.set_notices(notices)

    def _offer_topics(self) -> None:
        """Offer topics, those of the notice chosen first."""
        if self._known is not None:
            topics = self._known.topics_for(self.notice.value())
            self.topics.entry.offer(topics, self._ctx.work)

    # --- construction --------------------------------------------------------------------------

    def _add_what(self) -> None:
        self.title = self.add("title", "主题", QLineEdit(), required=True)
        self.title.setPlaceholderText("如 代表大会精神专题学习会（第1批）")
        self.form = self.add("form", "形式", QComboBox())
        for form, word in FORMS.items():
            self.form.addItem(word, form.value)
        self.when = self.add("when", "时间", WhenField(clock=self._ctx.desk.now))
        self.venue = self.add("venue", "地点", SuggestField())
        self.hints = TimeHints()
        self.add_below(self.hints)
        self.link = self.add("link", "直播链接", QLineEdit())
        self.link.setPlaceholderText("如 https://… 或会议号")
        self.form.currentIndexChanged.connect(lambda _: self._show_link())

    def _show_link(self) -> None:
        """Show the link of a broadcast; one that was entered stays in sight."""
        watched = TrainingForm(self.form.currentData()) in WATCHED
        self.show_field("link", shown=watched or bool(self.link.text()))

    def _add_who(self) -> None:
        self.chair = self.add("chair", "主持", SuggestField())
        self.speaker = self.add("speaker", "主讲", SuggestField())
        self.recorder = self.add("recorder", "记录人", SuggestField())

    def _add_rest(self) -> None:
        self.topics = self.add("topics", "学习内容", ChipField())
        self.hours = self.add("hours", "学时", QLineEdit())
        self.hours.setPlaceholderText("如 2 或 1.5，可不填")
        self.required = self.add("required", "要求", QCheckBox("必修"))
        self.notice = self.add("notice_id", "对应通知", NoticeBox("不对应通知"))
        self.notice.currentIndexChanged.connect(lambda _: self._offer_topics())
        self.phase = self.add("phase", "期、批", PhaseField())
        self.note = self.add("note", "备注", QPlainTextEdit())
        self.note.setFixedHeight(theme().sizes.of(64))
        self.note.setTabChangesFocus(True)

    def _text(self, name: str) -> SuggestField:
        field: SuggestField = getattr(self, name)
        return field

    def _made(
        self, when: tuple[datetime, datetime], hours: Decimal | None, audience: AudienceRule
    ) -> TrainingDraft:
        form = TrainingForm(self.form.currentData())
        texts: dict[str, Any] = {name: self._text(name).text().strip() for name in _TEXTS}
        phase, batch = self.phase.value()
        base = self._kept or TrainingDraft(title="", form=form, start=when[0], end=when[1])
        return replace(
            base,
            title=self.title.text().strip(),
            form=form,
            start=when[0],
            end=when[1],
            topics=self.topics.value(),
            hours=hours,
            required=self.required.isChecked(),
            notice_id=self.notice.value(),
            phase=phase,
            batch=batch,
            note=self.note.toPlainText().strip(),
            link=self.link.text().strip(),
            audience=audience,
            **texts,
        )


def _hours(text: str) -> Decimal | None:
    try:
        hours = Decimal(text.strip().replace("．", ".").replace("。", "."))
    except InvalidOperation:
        return None
    return hours if hours.is_finite() else None
